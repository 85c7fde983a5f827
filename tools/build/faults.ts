/** Faults of the machine that programs report as stack traces, and what to do about each. The first that fits is told. */
const FAULTS: readonly (readonly [sign: RegExp, advice: (found: RegExpExecArray) => string])[] = [
  [
    /\b(?:ENOSPC|EDQUOT)\b/,
    () => 'The disk is full, or your share of it is used up. Free some space, then run the command again.',
  ],
  [
    /(?:Cannot find (?:package|module) '([^']+)'|\bspawn (\S+node_modules\S+) ENOENT)/,
    ([, module, tool]) =>
      `A part of node_modules is missing (${module ?? tool}). Run "npm ci", then the command again.`,
  ],
  [
    /\b(?:EACCES|EPERM|EROFS)\b[^\n]*?'([^'\n]+)'/,
    ([, file]) => `${file} cannot be read or written. Check its permissions and its owner.`,
  ],
  [
    /\b(?:EISDIR|ENOTDIR|EEXIST|ELOOP)\b[^\n]*?'([^'\n]+)'/,
    ([, file]) =>
      `Something else stands where ${file} belongs. Remove it; everything in .cache can be made again.`,
  ],
  [
    /\bE[MN]FILE\b/,
    () => 'Too many files are open. Raise the limit (ulimit -n 4096), then run the command again.',
  ],
];

/** What to do about a fault of the machine that shows in the output of a program, in one line; nothing for others. */
export function adviceOn(output: string): string | undefined {
  for (const [sign, advice] of FAULTS) {
    const found = sign.exec(output);
    if (found !== null) return advice(found);
  }
  return undefined;
}
