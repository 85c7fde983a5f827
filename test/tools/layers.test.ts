import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { layerViolations } from '../../tools/layers.ts';
import { root } from '../../tools/run.ts';

/** A tree that keeps to every direction; a case adds or replaces single files. */
const sound: Readonly<Record<string, string>> = {
  'clauses/numbers/truth.ts': 'export const yes = true;',
  'clauses/evaluate/bands.ts':
    "import { yes } from '../numbers/truth.ts'; export const b: string = String(yes);",
  'clauses/index.ts': "export { yes } from './numbers/truth.ts';",
  'clauses/authoring/schema/bands.ts': "import * as z from 'zod'; export const bands = z.string();",
  'clauses/authoring/audit/audit.ts': "export { bands } from '../schema/bands.ts';",
  'clauses/authoring.ts': "export * from './authoring/audit/audit.ts';",
  'views/result/verdict.tsx':
    "import { html } from 'hono/html'; import { yes } from '../../clauses/index.ts'; export { html, yes };",
  'site/content/load/loader.ts': "export * from '../../../clauses/authoring.ts';",
  'site/pages/index.astro': "---\nimport { yes } from '../../clauses/index.ts';\n---\n<p>{yes}</p>",
  'functions/app.ts':
    "import { Hono } from 'hono'; import { html } from '../views/result/verdict.tsx'; export { Hono, html };",
  'tools/check.ts':
    "import { readFileSync } from 'node:fs'; export * from '../site/content/load/loader.ts'; export { readFileSync };",
  'bench/run.ts': "export * from '../tools/check.ts';",
  'test/a.test.ts': "import '../functions/app.ts'; import '../site/content/load/loader.ts';",
};

let tree: string;

function lay(files: Readonly<Record<string, string>>): void {
  tree = mkdtempSync(join(tmpdir(), 'huice-layers-'));
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  for (const [file, text] of Object.entries({ ...sound, ...files })) {
    mkdirSync(join(tree, dirname(file)), { recursive: true });
    writeFileSync(join(tree, file), text);
  }
}

async function rulesBrokenBy(files: Readonly<Record<string, string>>): Promise<string[]> {
  lay(files);
  const violations = await layerViolations(tree);
  return [...new Set(violations.map(({ rule }) => rule))].sort();
}

afterEach(() => rmSync(tree, { recursive: true, force: true }));

describe('the directions of imports', () => {
  it('accept a sound tree', async () => {
    expect(await rulesBrokenBy({})).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['no-cycle', 'clauses/numbers/truth.ts', "import '../evaluate/bands.ts';"],
    ['no-cycle', 'views/result/a.ts', "import type {} from './verdict.tsx'; import './a.ts';"],
    ['folder-order', 'clauses/numbers/a.ts', "export { b } from '../evaluate/bands.ts';"],
    ['folder-order', 'clauses/authoring/schema/a.ts', "export { bands } from '../audit/audit.ts';"],
    ['folder-order', 'views/wording/a.ts', "export type { yes } from '../result/verdict.tsx';"],
    ['folder-order', 'site/content/body/a.ts', "export * from '../load/loader.ts';"],
    ['folder-order', 'site/components/a.astro', "---\nimport '../pages/index.astro';\n---"],
    ['folder-without-place', 'clauses/attic/a.ts', 'export const a = 1;'],
    ['folder-without-place', 'views/attic/a.tsx', 'export const a = 1;'],
    ['content-without-node', 'site/content/body/a.ts', "import { join } from 'node:path'; export { join };"],
    ['content-without-node', 'site/content/mutate/a.ts', "import { z } from 'astro/zod'; export { z };"],
    ['resolvable', 'site/a.ts', "import './missing.ts';"],
    [
      'clauses-alone',
      'clauses/numbers/a.ts',
      "import { readFileSync } from 'node:fs'; export { readFileSync };",
    ],
    ['clauses-alone', 'clauses/numbers/a.ts', "import * as z from 'zod'; export { z };"],
    ['clauses-alone', 'clauses/numbers/a.ts', "import '../../content/a.ts';"],
    [
      'authoring-zod-only',
      'clauses/authoring/schema/a.ts',
      "import { parse } from 'yaml'; export { parse };",
    ],
    ['authoring-zod-only', 'clauses/authoring/audit/a.ts', "import { Hono } from 'hono'; export { Hono };"],
    ['evaluation-without-authoring', 'clauses/explain/a.ts', "import '../authoring/schema/bands.ts';"],
    [
      'evaluation-without-authoring',
      'clauses/check/a.ts',
      "import type { bands } from '../authoring/audit/audit.ts'; export type B = typeof bands;",
    ],
    ['no-door-from-inside', 'clauses/check/a.ts', "export { yes } from '../index.ts';"],
    ['no-door-from-inside', 'clauses/authoring/audit/a.ts', "export * from '../../authoring.ts';"],
    ['clauses-by-a-door', 'views/result/a.ts', "export { yes } from '../../clauses/numbers/truth.ts';"],
    ['clauses-by-a-door', 'bench/a.ts', "export { yes } from '../clauses/numbers/truth.ts';"],
    [
      'clauses-by-a-door',
      'site/pages/a.astro',
      "---\nimport { yes } from '../../clauses/numbers/truth.ts';\n---",
    ],
    ['no-authoring-at-run-time', 'views/result/a.ts', "export * from '../../clauses/authoring.ts';"],
    ['no-authoring-at-run-time', 'functions/a.ts', "export * from '../clauses/authoring.ts';"],
    ['views-below-all', 'views/result/a.ts', "export * from '../../site/content/load/loader.ts';"],
    ['views-below-all', 'views/result/a.ts', "import * as z from 'zod'; export { z };"],
    ['functions-alone', 'functions/a.ts', "export * from '../site/content/load/loader.ts';"],
    ['functions-alone', 'functions/a.ts', "import { parse } from 'yaml'; export { parse };"],
    ['functions-alone', 'functions/a.ts', "import { join } from 'node:path'; export { join };"],
    ['site-alone', 'site/a.ts', "export * from '../functions/app.ts';"],
    ['site-alone', 'site/a.ts', "export * from '../tools/check.ts';"],
    ['site-alone', 'site/a.ts', "export * from '../bench/run.ts';"],
    ['site-alone', 'site/pages/a.astro', "---\nimport '../../functions/app.ts';\n---"],
    ['site-alone', 'site/pages/a.astro', '<script>import "../../tools/check.ts";</script>'],
    ['tools-beside', 'tools/a.ts', "export * from '../functions/app.ts';"],
    ['tools-beside', 'tools/a.ts', "export * from '../site/layout.ts';"],
    ['tools-beside', 'tools/a.ts', "export * from '../bench/run.ts';"],
    ['bench-beside', 'bench/a.ts', "export * from '../functions/app.ts';"],
    ['test-on-top', 'tools/a.ts', "import '../test/a.test.ts';"],
    ['test-on-top', 'site/pages/a.astro', "---\nimport '../../test/a.test.ts';\n---"],
  ])('%s: %s may not say %s', async (rule, file, text) => {
    const extra = { 'content/a.ts': '', 'site/layout.ts': 'export const layout = 1;' };
    expect(await rulesBrokenBy({ ...extra, [file]: text })).toContain(rule);
  });
});
