/** `node tools/layers.ts`: checks that every import keeps to the directions of `.dependency-cruiser.cjs`. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import { cruise, type ICruiseOptions } from 'dependency-cruiser';
import { root } from './run.ts';

/** An import that breaks a rule, or a folder that the order does not name. Paths are relative to the tree's root. */
export interface LayerViolation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** The folders of every room in their order, as `.dependency-cruiser.cjs` states them. */
interface FolderOrder {
  readonly folders: Readonly<Record<string, readonly string[]>>;
  readonly deepFolders: readonly string[];
}

const rooms = ['clauses', 'views', 'site', 'functions', 'tools', 'bench', 'test'];
const config = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));
const { folders: order, deepFolders }: FolderOrder = config;

function configuration(): ICruiseOptions {
  return { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true };
}

async function cruisedViolations(tree: string): Promise<LayerViolation[]> {
  const present = rooms.filter((room) => existsSync(join(tree, room)));
  const { output } = await cruise(present, { ...configuration(), baseDir: tree });
  if (typeof output === 'string') throw new Error('dependency-cruiser returned text instead of a result');
  return output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

/** The relative imports of an `.astro` file, of its code and of its scripts, as paths from the tree's root. */
function astroImports(tree: string, file: string): string[] {
  const text = readFileSync(join(tree, file), 'utf8');
  const specifiers = text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\bsrc=)\s*["'](\.{1,2}\/[^"']+)["']/g);
  return Array.from(specifiers, ([, specifier = '']) => posix.join(posix.dirname(file), specifier));
}

const astroRules: readonly { rule: string; broken: RegExp }[] = [
  { rule: 'site-alone', broken: /^(functions|tools|bench)\// },
  { rule: 'test-on-top', broken: /^test\// },
  { rule: 'clauses-by-a-door', broken: /^clauses\/(?!(index|language|answering|explain|authoring)\.ts$)/ },
];

/** The position of a file's folder in the order of its room; -1 where the order does not name the folder. */
function position(file: string): number {
  const folder = posix.dirname(file);
  const deep = deepFolders.find((each) => folder === each || folder.startsWith(`${each}/`));
  return (order[file.split('/')[0] ?? ''] ?? []).indexOf(deep ?? folder);
}

function breaksOrder(from: string, to: string): boolean {
  return from.split('/')[0] === to.split('/')[0] && position(to) > position(from);
}

function astroViolations(tree: string): LayerViolation[] {
  return globSync('site/**/*.astro', { cwd: tree }).flatMap((from) =>
    astroImports(tree, from).flatMap((to) => [
      ...astroRules.filter(({ broken }) => broken.test(to)).map(({ rule }) => ({ rule, from, to })),
      ...(breaksOrder(from, to) ? [{ rule: 'folder-order', from, to }] : []),
    ]),
  );
}

/** Folders of source that the order does not name. */
function unplacedFolders(tree: string): LayerViolation[] {
  const files = globSync(`{${Object.keys(order).join(',')}}/**/*.{ts,tsx,mjs,astro}`, { cwd: tree });
  const unplaced = files.filter((file) => position(file) < 0).map((file) => posix.dirname(file));
  return [...new Set(unplaced)].map((from) => ({ rule: 'folder-without-place', from, to: '' }));
}

/** Every import under `tree` that breaks a rule; `tree` has the rooms of the repository as its folders. */
export async function layerViolations(tree: string): Promise<LayerViolation[]> {
  return [...(await cruisedViolations(tree)), ...astroViolations(tree), ...unplacedFolders(tree)];
}

if (import.meta.main) {
  const violations = await layerViolations(root);
  for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`);
  console.log(`${violations.length} imports against the directions of the layers.`);
  process.exit(violations.length === 0 ? 0 : 1);
}
