import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { layerViolations } from '../../tools/layers.ts';
import { root } from '../../tools/run.ts';

/** A house that keeps to every direction; a case adds or replaces single files. */
const sound: Readonly<Record<string, string>> = {
  'clauses/truth.ts': 'export const yes = true;',
  'clauses/bands.schema.ts':
    "import * as z from 'zod'; export const bands = z.string(); export type B = string;",
  'clauses/bands.ts':
    "import type { B } from './bands.schema.ts'; import { yes } from './truth.ts'; export const b: B = String(yes);",
  'clauses/index.ts': "export { yes } from './truth.ts';",
  'clauses/authoring/audit.ts': "export { bands } from '../bands.schema.ts';",
  'clauses/authoring.ts': "export * from './authoring/audit.ts';",
  'views/verdict.tsx':
    "import { html } from 'hono/html'; import { yes } from '../clauses/index.ts'; export { html, yes };",
  'site/content/loader.ts': "export * from '../../clauses/authoring.ts';",
  'site/pages/index.astro': "---\nimport { yes } from '../../clauses/index.ts';\n---\n<p>{yes}</p>",
  'functions/app.ts':
    "import { Hono } from 'hono'; import { html } from '../views/verdict.tsx'; export { Hono, html };",
  'tools/check.ts':
    "import { readFileSync } from 'node:fs'; export * from '../site/content/loader.ts'; export { readFileSync };",
  'test/a.test.ts': "import '../functions/app.ts'; import '../site/content/loader.ts';",
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

describe('the directions of the house', () => {
  it('accept a sound house', async () => {
    expect(await rulesBrokenBy({})).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['no-cycle', 'clauses/truth.ts', "import './bands.ts';"],
    ['no-cycle', 'views/a.ts', "import type {} from './verdict.tsx'; import './a.ts';"],
    ['resolvable', 'site/a.ts', "import './missing.ts';"],
    ['clauses-alone', 'clauses/a.ts', "import { readFileSync } from 'node:fs'; export { readFileSync };"],
    ['clauses-alone', 'clauses/a.ts', "import * as z from 'zod'; export { z };"],
    ['clauses-alone', 'clauses/a.ts', "import '../content/a.ts';"],
    ['authoring-zod-only', 'clauses/a.schema.ts', "import { parse } from 'yaml'; export { parse };"],
    ['authoring-zod-only', 'clauses/authoring/a.ts', "import { Hono } from 'hono'; export { Hono };"],
    ['evaluation-without-authoring', 'clauses/a.ts', "export { bands } from './bands.schema.ts';"],
    ['evaluation-without-authoring', 'clauses/a.ts', "export { bands } from './authoring/audit.ts';"],
    ['no-door-from-inside', 'clauses/a.ts', "export { yes } from './index.ts';"],
    ['no-door-from-inside', 'clauses/authoring/a.ts', "export * from '../authoring.ts';"],
    ['clauses-by-a-door', 'views/a.ts', "export { yes } from '../clauses/truth.ts';"],
    ['clauses-by-a-door', 'site/pages/a.astro', "---\nimport { yes } from '../../clauses/truth.ts';\n---"],
    ['no-authoring-at-run-time', 'views/a.ts', "export * from '../clauses/authoring.ts';"],
    ['no-authoring-at-run-time', 'functions/a.ts', "export * from '../clauses/authoring.ts';"],
    ['views-below-all', 'views/a.ts', "export * from '../site/content/loader.ts';"],
    ['views-below-all', 'views/a.ts', "import * as z from 'zod'; export { z };"],
    ['functions-alone', 'functions/a.ts', "export * from '../site/content/loader.ts';"],
    ['functions-alone', 'functions/a.ts', "import { parse } from 'yaml'; export { parse };"],
    ['functions-alone', 'functions/a.ts', "import { join } from 'node:path'; export { join };"],
    ['site-alone', 'site/a.ts', "export * from '../functions/app.ts';"],
    ['site-alone', 'site/a.ts', "export * from '../tools/check.ts';"],
    ['site-alone', 'site/pages/a.astro', "---\nimport '../../functions/app.ts';\n---"],
    ['site-alone', 'site/pages/a.astro', '<script>import "../../tools/check.ts";</script>'],
    ['tools-beside', 'tools/a.ts', "export * from '../functions/app.ts';"],
    ['tools-beside', 'tools/a.ts', "export * from '../site/layout.ts';"],
    ['test-on-top', 'tools/a.ts', "import '../test/a.test.ts';"],
    ['test-on-top', 'site/pages/a.astro', "---\nimport '../../test/a.test.ts';\n---"],
  ])('%s: %s may not say %s', async (rule, file, text) => {
    const extra = { 'content/a.ts': '', 'site/layout.ts': 'export const layout = 1;' };
    expect(await rulesBrokenBy({ ...extra, [file]: text })).toContain(rule);
  });
});
