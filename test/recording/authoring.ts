import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { here } from '../content/fixtures.ts';
import type { Recording } from './recording.ts';
import { inFolder, toolOf } from './tool.ts';

/** Folders and files of a tree that its tools do not read, or that are too large to copy. */
const LEFT_OUT = ['node_modules', 'dist', '.cache', '.astro', '.git', 'test', 'bench'];

const GIT = ['-c', 'user.name=recording', '-c', 'user.email=recording@huice.example'] as const;

/** Records what the tools that write content print and write: `npm run new` and `npm run check -- --accept`. */
export function recordAuthoring(tree: string, day: string, recording: Recording): void {
  if (!recording.wants('authoring')) return;
  inFolder((copy) => {
    copyTree(tree, copy);
    recordNew(copy, day, recording);
    recordAccept(copy, day, recording);
  });
}

/** These tools write, so they run in a copy. */
function copyTree(tree: string, copy: string): void {
  for (const name of readdirSync(tree).filter((each) => !LEFT_OUT.includes(each)))
    cpSync(join(tree, name), join(copy, name), { recursive: true });
  symlinkSync(join(tree, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, '.gitignore'), 'node_modules\n');
}

/** Makes a policy file from each source text of the tests, and tries some mistakes. */
function recordNew(copy: string, day: string, recording: Recording): void {
  const makeNew = toolOf(copy, 'new', day);
  for (const [index, source] of globSync('sources/*/*.txt', { cwd: here }).sort().entries()) {
    cpSync(join(here, source), join(copy, 'text.txt'));
    const id = `longnan/1900-${index}`;
    const output = makeNew(copy, id, 'text.txt');
    const file = join(copy, 'content', 'policies', `${id}.mdx`);
    const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
    recording.add('authoring', `new ${source.replaceAll('/', '|')}`, `${output}\n${written}`);
  }
  for (const options of [
    [],
    ['longnan/1900-0', 'text.txt'],
    ['longnam/1', 'text.txt'],
    ['longnan/1', 'none.txt'],
  ])
    recording.add('authoring', ['new', ...options].join(' ').replaceAll('/', '|'), makeNew(copy, ...options));
}

/** Changes the text of every policy, accepts the changes, and checks the result. */
function recordAccept(copy: string, day: string, recording: Recording): void {
  const check = toolOf(copy, 'check', day);
  execFileSync('git', ['init', '--quiet'], { cwd: copy });
  execFileSync('git', ['add', '--all'], { cwd: copy });
  execFileSync('git', [...GIT, 'commit', '--quiet', '--message', 'before'], { cwd: copy });
  const files = globSync('content/policies/*/*.mdx', { cwd: copy }).sort();
  for (const file of files.map((each) => join(copy, each)))
    writeFileSync(file, withChange(readFileSync(file, 'utf8')));
  recording.add('authoring', 'check of changed texts', check(copy));
  recording.add('authoring', 'accept', check(copy, '--accept'));
  const written = files.map((file) => `${file}\n${readFileSync(join(copy, file), 'utf8')}`);
  recording.add('authoring', 'accepted files', written.join('\n'));
}

/** Changes the end of the last sentence that ends a line. */
function withChange(text: string): string {
  const at = text.lastIndexOf('。\n');
  return at < 0 ? text : `${text.slice(0, at)}！${text.slice(at + 1)}`;
}
