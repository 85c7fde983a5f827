/** `node tools/layers.ts`: whether every import keeps to the directions of `.dependency-cruiser.cjs`. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { root } from './run.ts';

/** An import that breaks a rule. Paths are relative to the tree's root. */
export interface LayerViolation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

const rooms = ['clauses', 'views', 'site', 'functions', 'tools', 'test'];

function configuration(): ICruiseOptions {
  const config = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));
  return { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true };
}

async function cruisedViolations(tree: string): Promise<LayerViolation[]> {
  const present = rooms.filter((room) => existsSync(join(tree, room)));
  const { output } = await cruise(present, { ...configuration(), baseDir: tree });
  const { violations } = (output as ICruiseResult).summary;
  return violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

/** The relative imports of an `.astro` file, of its code and of its scripts, as paths from the tree's root. */
function astroImports(tree: string, file: string): string[] {
  const text = readFileSync(join(tree, file), 'utf8');
  const specifiers = text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\bsrc=)\s*["'](\.{1,2}\/[^"']+)["']/g);
  return Array.from(specifiers, ([, specifier = '']) => posix.join(posix.dirname(file), specifier));
}

const astroRules: readonly { rule: string; broken: RegExp }[] = [
  { rule: 'site-alone', broken: /^(functions|tools)\// },
  { rule: 'test-on-top', broken: /^test\// },
  { rule: 'clauses-by-a-door', broken: /^clauses\/(?!(index|answering|explain|authoring)\.ts$)/ },
];

function astroViolations(tree: string): LayerViolation[] {
  return globSync('site/**/*.astro', { cwd: tree }).flatMap((from) =>
    astroImports(tree, from).flatMap((to) =>
      astroRules.filter(({ broken }) => broken.test(to)).map(({ rule }) => ({ rule, from, to })),
    ),
  );
}

/** Every import under `tree` that breaks a rule; `tree` has the rooms of the repository as its folders. */
export async function layerViolations(tree: string): Promise<LayerViolation[]> {
  return [...(await cruisedViolations(tree)), ...astroViolations(tree)];
}

if (import.meta.main) {
  const violations = await layerViolations(root);
  for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`);
  console.log(`${violations.length} imports against the directions of the house.`);
  process.exit(violations.length === 0 ? 0 : 1);
}
