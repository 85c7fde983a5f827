import { explained } from './explained.ts';

/** The part of Stryker's report that is read here. */
export interface MutationReport {
  readonly files: Readonly<Record<string, MutatedFile>>;
}

interface MutatedFile {
  readonly source: string;
  readonly mutants: readonly Mutant[];
}

interface Mutant {
  readonly status:
    | 'Killed'
    | 'Timeout'
    | 'Survived'
    | 'NoCoverage'
    | 'RuntimeError'
    | 'CompileError'
    | 'Ignored';
  readonly replacement: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** The lines of the surviving mutants, in the form of Stryker's `mutate` option. */
export function linesLeft({ files }: MutationReport): readonly string[] {
  return Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants.filter(isLeft).map(({ location: { start, end } }) => `${file}:${start.line}-${end.line}`),
  );
}

/** Merges the report of a repeated run into the report of all mutants. Throws when a file has changed between them. */
export function merged(known: MutationReport, again: MutationReport): MutationReport {
  const files = Object.entries(known.files).map(([file, each]) => {
    const later = again.files[file];
    if (later === undefined) return [file, each] as const;
    if (later.source !== each.source) throw new Error(`${file} has changed since the last run`);
    const tried = new Map(later.mutants.map((mutant) => [keyOf(mutant), mutant]));
    const mutants = each.mutants.map(
      (mutant) => (isLeft(mutant) ? tried.get(keyOf(mutant)) : mutant) ?? mutant,
    );
    return [file, { ...each, mutants }] as const;
  });
  return { files: Object.fromEntries(files) };
}

function keyOf({ location, replacement }: Mutant): string {
  return JSON.stringify([location.start, location.end, replacement]);
}

function isLeft({ status }: Mutant): boolean {
  return !['Killed', 'Timeout', 'Ignored'].includes(status);
}

/** The least share of mutants that tests must notice, in per cent. */
const LEAST = 95;

const COLUMNS = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError'] as const;

/** A table of all files, every survivor that is not explained, and every explained mutant that did not survive. */
export function reportOf({ files }: MutationReport): { readonly text: string; readonly sound: boolean } {
  const all = Object.entries(files);
  const surviving = all.flatMap(([file, each]) => survivors(file, each));
  const known = explained.flatMap(({ mutants }) => mutants);
  const ofThese = known.filter((each) => all.some(([file]) => each.startsWith(`${file}: `)));
  const unexplained = without(surviving, known);
  const stale = without(ofThese, surviving);
  const total = all.flatMap(([, { mutants }]) => mutants);
  const rows = [...all.map(([file, { mutants }]) => row(file, mutants)), row('all', total)];
  const text = [
    `| file | killed | timeout | survived | no coverage | error | % |`,
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    `${total.length} mutants, ${total.length - surviving.length} noticed (${score(total).toFixed(1)}%; bar ${LEAST}%).`,
    ...section('left are explained', 'neither noticed nor explained', surviving.length, unexplained),
    ...section('explanations hold', 'explained, but noticed', ofThese.length, stale),
  ].join('\n');
  return { text, sound: unexplained.length === 0 && stale.length === 0 && score(total) >= LEAST };
}

/** `3 of 4 left are explained; neither noticed nor explained: 1` and what that is. */
function section(good: string, bad: string, all: number, wrong: readonly string[]): readonly string[] {
  return [`${all - wrong.length} of ${all} ${good}; ${bad}: ${wrong.length}`, ...wrong];
}

function row(name: string, mutants: readonly Mutant[]): string {
  const counts = COLUMNS.map((status) => mutants.filter((each) => each.status === status).length);
  return `| ${[name, ...counts, score(mutants).toFixed(1)].join(' | ')} |`;
}

function score(mutants: readonly Mutant[]): number {
  return (100 * mutants.filter((each) => !isLeft(each)).length) / mutants.length;
}

/** The entries of a list that are left when each entry of another list removes one equal entry. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return list.filter((each) => {
    const index = left.indexOf(each);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/**
 * The mutants that no test noticed, for example `clauses/numbers/interval.ts: compare(a, b) <= 0 → compare(a, b) < 0`. The
 * text identifies a mutant by its file and the original code, so that renamed functions and moved lines do not matter.
 */
function survivors(file: string, { source, mutants }: MutatedFile): readonly string[] {
  const lines = source.split('\n');
  return mutants.filter(isLeft).map(({ location, replacement }) => {
    return `${file}: ${textAt(lines, location)} → ${shortened(replacement)}`;
  });
}

function textAt(lines: readonly string[], { start, end }: Mutant['location']): string {
  const within = lines.slice(start.line - 1, end.line).map((line, index, all) => {
    const to = index === all.length - 1 ? end.column - 1 : undefined;
    return line.slice(index === 0 ? start.column - 1 : 0, to);
  });
  return shortened(within.join(' '));
}

/** Longer texts are cut and end with `…`. */
const LONGEST = 90;

/** A text on one line, at most {@link LONGEST} characters long. */
function shortened(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
