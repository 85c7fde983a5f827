import {
  Composer,
  type CST,
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type ParsedNode,
  Parser,
  type Scalar,
} from 'yaml';
import { refuseInvisibleCharacters } from './invisible-characters.ts';
import { type FileRefusal, refusal } from './refusals.ts';
import { maxYamlDepth, refuseUnsafeYaml } from './yaml-guard.ts';
import { syntaxRefusals } from './yaml-syntax-errors.ts';

/** Keys and 0-based list positions that lead from the top of a document to a value. */
type Path = readonly (string | number)[];

/** A YAML text as plain data (strings, numbers, booleans, null, arrays and records) with its positions. */
export interface ParsedYaml {
  /** Absent where anything was refused. */
  readonly value?: unknown;
  readonly refusals: readonly FileRefusal[];
  /** The offset of the value at a path; of its nearest ancestor where there is no such value. */
  readonly offsetOf: (path: Path) => number;
  /** The span of the value at a path, where the value exists and is a scalar or a flow collection. */
  readonly spanOf: (path: Path) => YamlSpan | undefined;
}

/** A span of a text by UTF-16 offsets; `end` is exclusive. */
export interface YamlSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads YAML 1.2 by the core schema: dates, `6%` and `500万元` are strings. Anchors, aliases and tags are refused before
 * anything is resolved, because they could expand or execute.
 */
export function readYaml(text: string): ParsedYaml {
  const tokens = [...new Lexer().lex(text)];
  const guarded = refuseUnsafeYaml(text, tokens);
  if (guarded.length > 0) return refusedYaml(guarded);
  const document = parsed(tokens, text.length);
  if (document === undefined) return refusedYaml([refusal('yamlTooDeep', 0, { limit: maxYamlDepth })]);
  const refusals: FileRefusal[] = [...syntaxRefusals(document.errors, text)];
  const value = refusals.length === 0 ? plain(document.contents, text, refusals) : undefined;
  if (refusals.length > 0) return refusedYaml(refusals);
  return {
    value,
    refusals,
    offsetOf: (path) => locate(document, path),
    spanOf: (path) => spanIn(document, path),
  };
}

/** The result for a text that could not be read: it has no values and no positions. */
function refusedYaml(refusals: readonly FileRefusal[]): ParsedYaml {
  return { refusals, offsetOf: () => 0, spanOf: () => undefined };
}

/** The document with its positions; nothing where it is so deep that the parser exhausts the stack. */
function parsed(tokens: readonly string[], length: number): Document.Parsed | undefined {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    strict: true,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  try {
    const [document] = composer.compose(syntaxOf(tokens), true, length);
    return document;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function* syntaxOf(tokens: readonly string[]): Iterable<CST.Token> {
  const parser = new Parser();
  for (const token of tokens) yield* parser.next(token);
  yield* parser.end();
}

/** Refuses invisible characters in a value or a key: an escape such as "\u202e" is visible only in the source. */
function invisibleIn(text: string, node: unknown): readonly FileRefusal[] {
  return refuseInvisibleCharacters(text).map((refused) => ({ ...refused, offset: offsetOfNode(node) }));
}

/** The plain data of a node. Adds refusals for keys that are not words and for duplicate keys. */
function plain(node: ParsedNode | null, text: string, refusals: FileRefusal[]): unknown {
  if (isScalar(node)) {
    if (isCut(node, text)) refusals.push(refusal('yamlCut', node.range[0], {}));
    refusals.push(...invisibleIn(String(node.value), node));
    return plainScalar(node.value, node.source);
  }
  if (isSeq(node)) return node.items.map((item) => plain(asNode(item), text, refusals));
  if (!isMap(node)) return null;
  const entries = new Map<string, unknown>();
  for (const { key, value } of node.items) {
    const name = keyName(key);
    refusals.push(...invisibleIn(name ?? '', key));
    if (value === null && name !== undefined && /^[\w.-]+：/.test(name)) {
      refusals.push(refusal('yamlFullWidthColon', offsetOfNode(key), {}));
    } else if (name === undefined) refusals.push(refusal('yamlKey', offsetOfNode(key), {}));
    else if (entries.has(name)) refusals.push(refusal('yamlDuplicateKey', offsetOfNode(key), { key: name }));
    else entries.set(name, plain(asNode(value), text, refusals));
  }
  return Object.fromEntries(entries);
}

/** Whether a comment cuts a Chinese text short (实施细则 #修订稿): for YAML it is a comment, for the author part of the title. */
function isCut({ value, type, range: [, end] }: Scalar.Parsed, text: string): boolean {
  if (type !== 'PLAIN' || typeof value !== 'string' || !/\p{Script=Han}/u.test(value)) return false;
  return /^[ \t]+#/.test(text.slice(end, end + 80));
}

/** A scalar is a number only if the number is written back as the same text: 1.50, 0x10 and twenty digits stay strings. */
function plainScalar(value: unknown, written: string | undefined): unknown {
  if (typeof value !== 'number' && typeof value !== 'bigint') return value;
  return String(value) === written && typeof value === 'number' ? value : written;
}

/** Narrows an item of a collection to a node. */
function asNode(value: unknown): ParsedNode | null {
  return isParsedNode(value) ? value : null;
}

/** Aliases are refused before parsing, so every node is a scalar, a list or a record. */
function isParsedNode(value: unknown): value is ParsedNode {
  return isScalar(value) || isSeq(value) || isMap(value);
}

/** The key as text: the number 2022 is '2022'. Nothing for a key that is a collection. */
function keyName(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  return key.source ?? String(key.value ?? '');
}

function offsetOfNode(node: unknown): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}

/** The offset of a value at a path: of a scalar its own, of a list or record that of its key. */
function locate(document: Document.Parsed, path: Path): number {
  let node: ParsedNode | null = document.contents;
  let offset = offsetOfNode(node);
  for (const step of path) {
    const [at, next] = stepInto(node, step);
    if (at === undefined) return offset;
    offset = isScalar(next) && next.range[0] !== next.range[1] ? offsetOfNode(next) : at;
    node = next;
  }
  return offset;
}

function spanIn(document: Document.Parsed, path: Path): YamlSpan | undefined {
  let node: ParsedNode | null = document.contents;
  for (const step of path) node = stepInto(node, step)[1];
  if (node === null || ((isMap(node) || isSeq(node)) && node.flow !== true)) return undefined;
  return { start: node.range[0], end: node.range[1] };
}

function stepInto(node: ParsedNode | null, step: string | number): [number | undefined, ParsedNode | null] {
  if (isSeq(node)) {
    const item = asNode(node.items[Number(step)]);
    return [item === null ? undefined : offsetOfNode(item), item];
  }
  const pair = isMap(node) ? node.items.find(({ key }) => keyName(key) === String(step)) : undefined;
  return pair === undefined || !isPair(pair)
    ? [undefined, null]
    : [offsetOfNode(pair.key), asNode(pair.value)];
}
