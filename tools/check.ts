/**
 * `npm run check [-- --json] [-- --accept] [-- --mutate] [folder or policy file]`: every problem of the content with
 * file, line and remedy. `--accept` shows how the texts differ from the committed ones and writes their digests into the
 * files. `--mutate` puts mistakes into the rules, one at a time, and tells which of them nothing would notice.
 */
import { execFileSync } from 'node:child_process';
import { acceptTexts } from '../site/content/load/accept-texts.ts';
import { jsonReport, terminalReport } from '../site/content/load/issue-report.ts';
import { hasErrors, loadContent } from '../site/content/load/load-content.ts';
import { mutateContent } from '../site/content/load/mutate-content.ts';
import { allNoticed, mutationReport } from '../site/content/mutate/mutation-report.ts';

/** The file as last committed; nothing where git does not know it. */
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

const OPTIONS = ['--json', '--accept', '--mutate'];

function run(args: readonly string[]): boolean {
  const [place = 'content', ...more] = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.filter((arg) => arg.startsWith('--') && !OPTIONS.includes(arg));
  const file = place.endsWith('.mdx') ? place : undefined;
  if (unknown.length > 0 || more.length > 0 || (file !== undefined && !args.includes('--mutate'))) {
    const usage = '[--json] [--accept] [内容目录]，或者 --mutate [内容目录或政策文件]';
    console.error(
      `不认识：${[...unknown, ...more, ...(file ?? [])].join(' ')}。用法：npm run check -- ${usage}`,
    );
    return false;
  }
  const folder = file === undefined ? place : file.replace(/(?:^|\/)policies\/.*$/, '') || '.';
  if (args.includes('--accept')) console.log(acceptTexts(folder, committed));
  const content = loadContent(folder);
  const sound = !hasErrors(content.issues);
  if (!sound || !args.includes('--mutate')) {
    console.log(args.includes('--json') ? jsonReport(content) : terminalReport(content));
    return sound;
  }
  const mutations = mutateContent(folder, file);
  if (mutations.length === 0) console.error(`没有找到政策文件：${place}`);
  else console.log(args.includes('--json') ? JSON.stringify(mutations, null, 2) : mutationReport(mutations));
  return mutations.length > 0 && allNoticed(mutations);
}

process.exitCode = run(process.argv.slice(2)) ? 0 : 1;
