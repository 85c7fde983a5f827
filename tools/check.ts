/**
 * `npm run check [-- --json] [-- --accept] [-- --mutate] [folder or policy file]`: reports every problem of the content
 * with file, line and correction. `--accept` shows how the texts differ from the committed ones and writes their digests
 * into the files. `--mutate` puts mistakes into the rules, one at a time, and reports those that no check detects.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { acceptTexts } from '../site/content/load/accept-texts.ts';
import { jsonReport, terminalReport } from '../site/content/load/issue-report.ts';
import { hasErrors, loadContent } from '../site/content/load/load-content.ts';
import { mutateContent } from '../site/content/load/mutate-content.ts';
import { allNoticed, mutationReport } from '../site/content/mutate/mutation-report.ts';

/** The committed version of a file; nothing where git does not know the file. */
function committed(file: string): string | undefined {
  try {
    return execFileSync('git', ['show', `HEAD:./${file}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}

const FLAG = { type: 'boolean' } as const;
const OPTIONS = { json: FLAG, accept: FLAG, mutate: FLAG };

interface CheckArguments {
  readonly json: boolean;
  readonly accept: boolean;
  readonly mutate: boolean;
  /** The folder or file as the author wrote it. */
  readonly place: string;
  readonly folder: string;
  /** The one policy file to mutate. */
  readonly file: string | undefined;
}

/** Reads the command line; prints the usage and returns nothing where it has unknown arguments. */
function readArguments(args: readonly string[]): CheckArguments | undefined {
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  const unknown = tokens
    .filter((token) => token.kind === 'option' && !(token.name in OPTIONS && token.value === undefined))
    .map(({ index }) => args[index] ?? '');
  const has = (name: keyof typeof OPTIONS): boolean =>
    tokens.some((token) => token.kind === 'option' && token.name === name);
  const positionals = tokens.flatMap((token) => (token.kind === 'positional' ? token.value : []));
  const [place = 'content', ...more] = positionals;
  const file = place.endsWith('.mdx') ? place : undefined;
  if (unknown.length > 0 || more.length > 0 || (file !== undefined && !has('mutate'))) {
    const usage = '[--json] [--accept] [内容目录]，或者 --mutate [内容目录或政策文件]';
    const refused = [...unknown, ...more, ...(file === undefined ? [] : [file])].join(' ');
    console.error(`不认识：${refused}。用法：npm run check -- ${usage}`);
    return undefined;
  }
  const folder = file === undefined ? place : file.replace(/(?:^|\/)policies\/.*$/, '') || '.';
  return { json: has('json'), accept: has('accept'), mutate: has('mutate'), place, folder, file };
}

/** Returns whether the content has no errors and, with `--mutate`, every mistake is detected. */
function check({ json, accept, mutate, place, folder, file }: CheckArguments): boolean {
  if (accept) console.log(acceptTexts(folder, committed));
  const content = loadContent(folder);
  const isSound = !hasErrors(content.issues);
  if (!isSound || !mutate) {
    console.log(json ? jsonReport(content) : terminalReport(content));
    return isSound;
  }
  const mutations = mutateContent(folder, file);
  if (mutations.length === 0) console.error(`没有找到政策文件：${place}`);
  else console.log(json ? JSON.stringify(mutations, null, 2) : mutationReport(mutations));
  return mutations.length > 0 && allNoticed(mutations);
}

const parsed = readArguments(process.argv.slice(2));
process.exitCode = parsed !== undefined && check(parsed) ? 0 : 1;
