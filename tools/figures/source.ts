import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** A parsed file of source. `file` is relative to the tree's root. */
export interface Source {
  readonly file: string;
  readonly code: ts.SourceFile;
}

/** A place in a source. Lines count from 1; without a line the place is the whole file or folder. */
export interface SourcePlace {
  readonly file: string;
  readonly line?: number;
  readonly what: string;
}

/**
 * The code of an `.astro` file: its front matter and its scripts. Everything else becomes blank, so that lines keep
 * their numbers.
 */
function astroCode(text: string): string {
  const parts = text.matchAll(/^---\n([\s\S]*?)^---$|<script[^>]*>([\s\S]*?)<\/script>/gm);
  const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
  let code = '';
  for (const { 0: whole, 1: head, 2: script, index } of parts) {
    const inner = head ?? script ?? '';
    const start = index + whole.indexOf(inner);
    code += blank(text.slice(code.length, start)) + inner;
  }
  return code;
}

/** Parses the code of a file; `.astro` files give their front matter and scripts. */
export function parseSource(file: string, text: string): Source {
  const code = file.endsWith('.astro') ? astroCode(text) : text;
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return { file, code: ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, true, kind) };
}

function inside(rooms: readonly string[], pattern: string): string[] {
  return rooms.map((room) => `${room}/**/${pattern}`);
}

/** The sources of these rooms of a tree, in the order of their paths. */
export function readSources(tree: string, rooms: readonly string[]): readonly Source[] {
  const files = globSync(inside(rooms, '*.{ts,tsx,astro}'), { cwd: tree }).sort();
  return files.map((file) => parseSource(file, readFileSync(join(tree, file), 'utf8')));
}

/** How many files lie in each folder of these rooms of a tree; with a pattern, how many of those that match it. */
export function filesPerFolder(
  tree: string,
  rooms: readonly string[],
  pattern = '*',
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of globSync(inside(rooms, pattern), { cwd: tree, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const folder = posix.relative(tree, entry.parentPath);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
}

/** Every node of a source, in the order of the text. */
export function nodesOf({ code }: Source): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(code);
  return nodes;
}

/** Names a place of a source. */
export function placeOf({ file, code }: Source, node: ts.Node, what: string): SourcePlace {
  return { file, line: code.getLineAndCharacterOfPosition(node.getStart(code)).line + 1, what };
}

/** The doc comment directly before a node; empty where there is none. */
export function docOf({ code }: Source, node: ts.Node): string {
  const ranges = ts.getLeadingCommentRanges(code.text, node.getFullStart()) ?? [];
  const last = code.text.slice(ranges.at(-1)?.pos ?? 0, ranges.at(-1)?.end ?? 0);
  return last.startsWith('/**') ? last : '';
}
