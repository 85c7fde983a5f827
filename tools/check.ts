/**
 * `npm run check [-- --json] [-- --accept] [folder]`: every problem of the content with file, line and remedy.
 * `--accept` shows how the texts differ from the committed ones and writes their digests into the files.
 */
import { execFileSync } from 'node:child_process';
import { acceptTexts } from '../site/content/accept.ts';
import { hasErrors, loadContent } from '../site/content/load.ts';
import { jsonReport, terminalReport } from '../site/content/report.ts';

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

function run(args: readonly string[]): boolean {
  const [folder = 'content', ...more] = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.filter((arg) => arg.startsWith('--') && arg !== '--json' && arg !== '--accept');
  if (unknown.length > 0 || more.length > 0) {
    console.error(
      `不认识：${[...unknown, ...more].join(' ')}。用法：npm run check -- [--json] [--accept] [内容目录]`,
    );
    return false;
  }
  if (args.includes('--accept')) console.log(acceptTexts(folder, committed));
  const content = loadContent(folder);
  console.log(args.includes('--json') ? jsonReport(content) : terminalReport(content));
  return !hasErrors(content.issues);
}

process.exitCode = run(process.argv.slice(2)) ? 0 : 1;
