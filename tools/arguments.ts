import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Ends the process with status 2 after a message about the command line. */
export function refuseArguments(message: string): never {
  console.error(message);
  process.exit(2);
}

/**
 * Reads this process's command line with `parseArgs`. An argument that the command does not know, or a missing value,
 * ends the process with a message and the command's usage.
 */
export function readArguments<Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuseArguments(`${error.message}\nUsage: ${usage}`);
  }
}

/** Reads the value of an option as a whole number of at least `least`; anything else ends the process with a message. */
export function wholeNumber(option: string, text: string, least = 0): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(number) && number >= least) return number;
  return refuseArguments(`--${option} ${text}: write a whole number of at least ${least}.`);
}

/**
 * Reads the options of a run over random cases: `--seed S` (1), `--from N` (0, the number of the first case) and
 * `--count N` (1).
 */
export function readRange(usage: string): {
  readonly seed: number;
  readonly from: number;
  readonly count: number;
} {
  const { values } = readArguments(usage, {
    options: {
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      count: { type: 'string', default: '1' },
    },
  });
  return {
    seed: wholeNumber('seed', values.seed),
    from: wholeNumber('from', values.from),
    count: wholeNumber('count', values.count, 1),
  };
}
