import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../tools/run.ts';

/** The options of the command line. */
export interface Options {
  /** The root of the built tree that is recorded. */
  readonly tree: string;
  /** The day at which the clock is stopped, `YYYY-MM-DD`: the tree must be built for the same day. */
  readonly day: string;
  /** The number of random applicants of each place. */
  readonly applicants: number;
  readonly seed: number;
  readonly replace: boolean;
  readonly check: boolean;
  readonly write: boolean;
  readonly out: string | undefined;
  readonly only: readonly string[];
}

/** Reads the options of the command line. It throws when they do not go together. */
export function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      tree: { type: 'string', default: root },
      day: { type: 'string', default: '2026-11-30' },
      applicants: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      replace: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      out: { type: 'string' },
      only: { type: 'string', default: '' },
    },
  });
  const only = values.only.split(',').filter((group) => group !== '');
  if (values.check && values.write) throw new Error('--check and --write exclude each other.');
  if (values.write && only.length > 0) throw new Error('--write records all groups: leave out --only.');
  return {
    ...values,
    tree: resolve(values.tree),
    applicants: whole('applicants', values.applicants),
    seed: whole('seed', values.seed),
    out: values.out === undefined ? undefined : resolve(values.out),
    only,
  };
}

function whole(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} ${text} is not a whole number.`);
  return Number(text);
}
