/**
 * `node test/linear/run.ts [--seed S] [--from N] [--count N]`: searches for texts that a reader of author's or client's
 * text takes more than linear time for, and prints the report as one line of JSON. A text is tried short first: who
 * takes long for a short one is not asked to read the long one.
 */
import { readRange } from '../../tools/arguments.ts';
import { Random } from '../oracle/random.ts';
import { READERS } from './readers.ts';
import { nearMatch, plainRuns } from './texts.ts';

/** The report on many texts. */
export interface LinearReport {
  readonly texts: number;
  /** The slowest reading of a text of {@link LONG} bytes, in ms. */
  readonly slowest: { readonly reader: string; readonly text: string; readonly ms: number };
  readonly failed: readonly { readonly reader: string; readonly text: string; readonly what: string }[];
}

/** 512 KB of the worst text are read in at most a second. */
const LONG = 512 * 1024;
const MOST_MS = 1_000;

/** A sixteenth may take a sixteenth of a second; a reader that takes twice that is not linear, or far too slow. */
const SHORT = LONG / 16;
const MOST_SHORT_MS = MOST_MS / 8;

function milliseconds(run: () => unknown): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** The beginning of a text that is as long in UTF-8. */
function bytes(text: string, length: number): string {
  const width = Buffer.byteLength(text) / text.length;
  return text.slice(0, Math.floor(length / width));
}

function textOf(number: number, seed: number, length: number): string {
  const plain = plainRuns(length);
  return plain[number] ?? nearMatch(new Random(seed, number), length);
}

function shown(text: string): string {
  return JSON.stringify(`${text.slice(0, 24)}…${text.slice(-6)}`);
}

function run(seed: number, from: number, count: number): LinearReport {
  const failed: LinearReport['failed'][number][] = [];
  let slowest: LinearReport['slowest'] = { reader: '', text: '', ms: 0 };
  for (let number = from; number < from + count; number += 1) {
    for (const [reader, { read, most = LONG }] of Object.entries(READERS)) {
      const short = bytes(textOf(number, seed, SHORT), Math.min(SHORT, most));
      const first = milliseconds(() => read(short));
      const again = first > MOST_SHORT_MS ? milliseconds(() => read(short)) : first;
      if (Math.min(first, again) > MOST_SHORT_MS) {
        failed.push({
          reader,
          text: shown(short),
          what: `${Math.round(again)} ms for ${short.length} characters`,
        });
        continue;
      }
      const long = bytes(textOf(number, seed, LONG), Math.min(LONG, most));
      const ms = milliseconds(() => read(long));
      if (ms > slowest.ms) slowest = { reader, text: shown(long), ms: Math.round(ms) };
      if (ms > MOST_MS) failed.push({ reader, text: shown(long), what: `${Math.round(ms)} ms` });
    }
  }
  return { texts: count, slowest, failed };
}

const { seed, from, count } = readRange('node test/linear/run.ts [--seed S] [--from N] [--count N]');
console.log(JSON.stringify(run(seed, from, count)));
