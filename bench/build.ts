import {
  appendFileSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../tools/run.ts';
import { generatedPlaces, generatedPolicies } from './generated/policies.ts';
import { measureCommand } from './measure/processes.ts';
import { head, row } from './measure/table.ts';

const FILES = [
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'site',
  'clauses',
  'views',
  'functions',
  'content',
  'docs/authoring',
];

/** Builds the site with generated policies in a copy of the project: cold, unchanged, and after one edit. */
export function benchBuild(count: number): Promise<void> {
  return inFolder(async (folder) => {
    for (const file of FILES) cpSync(join(root, file), join(folder, file), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const edited = writePolicies(folder, count);
    headOf(`${count} generated policies`);
    await buildOnce(folder, 'cold');
    await buildOnce(folder, 'unchanged');
    const text = readFileSync(edited, 'utf8').replace('topics: [', 'topics: [改过的主题, ');
    writeFileSync(edited, text);
    await buildOnce(folder, 'one edit');
  });
}

/**
 * Builds a Starlight site of the same texts in a temporary folder: cold and after one edit. npm installs Starlight for the
 * measurement; it is not a dependency of the project. The sidebar has one link: by default every page would link to every
 * other page.
 */
export function benchStarlight(count: number): Promise<void> {
  return inFolder(async (folder) => {
    const pages = join(folder, 'src/content/docs');
    mkdirSync(pages, { recursive: true });
    for (const [file, text] of Object.entries(STARLIGHT)) writeFileSync(join(folder, file), text);
    await measureCommand('npm', ['install', '--no-audit', '--no-fund'], folder);
    writeFileSync(join(pages, 'index.md'), '---\ntitle: Home\n---\nHome\n');
    let edited = '';
    for (const { place, document, title, markdown } of generatedPolicies(count)) {
      edited = join(pages, place.slug, `${document}.md`);
      mkdirSync(join(pages, place.slug), { recursive: true });
      writeFileSync(edited, `---\ntitle: ${title}\n---\n\n${markdown.replace(/^# .*\n/m, '')}`);
    }
    headOf(`Starlight, ${count} pages`);
    await buildOnce(folder, 'cold');
    appendFileSync(edited, '\n改过。\n');
    await buildOnce(folder, 'one edit');
  });
}

const STARLIGHT = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { astro: '7.3.5', '@astrojs/starlight': '0.42.4' },
  }),
  'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  site: 'https://huice.example',
  integrations: [starlight({
    title: 'Texts',
    sidebar: [{ label: 'Home', link: '/' }],
    locales: { root: { label: '中文', lang: 'zh-CN' } },
  })],
});
`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
};

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huice-build-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Adds generated places and policies to a content folder. Returns the path of one of the policies. */
function writePolicies(folder: string, count: number): string {
  const places = generatedPlaces(count).map((place) => `- ${JSON.stringify(place)}\n`);
  appendFileSync(join(folder, 'content/jurisdictions.yaml'), places.join(''));
  let path = '';
  for (const { place, document, mdx } of generatedPolicies(count)) {
    path = join(folder, 'content/policies', place.slug, `${document}.mdx`);
    mkdirSync(join(folder, 'content/policies', place.slug), { recursive: true });
    writeFileSync(path, mdx);
  }
  return path;
}

function headOf(name: string): void {
  head(name, 'seconds', 'processor time', 'memory MB', 'files', 'search MB', 'open data MB');
}

async function buildOnce(folder: string, name: string): Promise<void> {
  const command = ['node_modules/astro/bin/astro.mjs', 'build'];
  const { seconds, processor, memory } = await measureCommand(process.execPath, command, folder);
  row(
    name,
    seconds.toFixed(1),
    processor.toFixed(1),
    Math.round(memory),
    filesIn(folder, 'dist').length,
    megabytes(folder, 'dist/pagefind'),
    megabytes(folder, 'dist/data'),
  );
}

function filesIn(folder: string, part: string): readonly string[] {
  return globSync(`${part}/**/*`, { cwd: folder })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile());
}

function megabytes(folder: string, part: string): string {
  const bytes = filesIn(folder, part).reduce((sum, file) => sum + statSync(file).size, 0);
  return (bytes / 1e6).toFixed(1);
}
