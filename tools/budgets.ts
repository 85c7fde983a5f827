/**
 * `node tools/budgets.ts`: checks size limits: source files, the code that the browser and the edge
 * load to evaluate a clause, and the Worker. Run `npm run build` first.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { workerFolder } from './build.ts';
import { root } from './run.ts';

/** A measured size and its limit. */
interface Measure {
  readonly what: string;
  readonly value: number;
  readonly most: number;
  readonly unit: string;
}

const lineBudget = 250;
const sources = '{clauses,views,site,functions,tools,bench}/**/*.{ts,tsx,mjs,astro,css}';

/** Files that may be longer, each with its reason. */
const longFiles: Readonly<Record<string, { readonly lines: number; readonly reason: string }>> = {};

function kilobytes(bytes: number): number {
  return Math.round(bytes / 100) / 10;
}

function lineMeasures(): Measure[] {
  const lengths = globSync(sources, { cwd: root }).map((file) => ({
    file,
    lines: readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length,
  }));
  const longest = lengths.sort((a, b) => b.lines - a.lines);
  const over = longest.filter(({ file, lines }) => lines > lineBudget || file in longFiles);
  return [...new Set([...longest.slice(0, 1), ...over])].map(({ file, lines }) => ({
    what: file,
    value: lines,
    most: longFiles[file]?.lines ?? lineBudget,
    unit: 'lines',
  }));
}

/** The doors of `clauses/`: the evaluating door alone, and what each other door adds to it (kB gzip, minified). */
const doors = { index: 20, language: 1, answering: 5, explain: 7 } as const;

async function doorMeasures(): Promise<Measure[]> {
  const evaluating = await bundle(['index']);
  const measures: Measure[] = [];
  for (const [door, most] of Object.entries(doors)) {
    const added =
      door === 'index' ? evaluating.bytes : (await bundle(['index', door])).bytes - evaluating.bytes;
    measures.push({ what: `clauses/${door}.ts`, value: kilobytes(added), most, unit: 'kB gzip' });
  }
  const zod = (await bundle(Object.keys(doors))).inputs.filter((file) => file.includes('node_modules/zod/'));
  return [...measures, { what: 'doors, modules of zod', value: zod.length, most: 0, unit: 'files' }];
}

/** Bundles several doors into one file. */
async function bundle(names: readonly string[]): Promise<{ bytes: number; inputs: readonly string[] }> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    stdin: {
      contents: names.map((name) => `export * from './clauses/${name}.ts';`).join('\n'),
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    write: false,
    metafile: true,
  });
  const bytes = outputFiles.reduce((total, { contents }) => total + gzipSync(contents).length, 0);
  return { bytes, inputs: Object.keys(metafile.inputs) };
}

function workerMeasures(): Measure[] {
  const worker = readFileSync(join(root, workerFolder, 'index.js'));
  return [{ what: 'worker', value: kilobytes(gzipSync(worker).length), most: 300, unit: 'kB gzip' }];
}

function describe({ what, value, most, unit }: Measure): string {
  const reason = longFiles[what]?.reason;
  return `${value > most ? 'OVER' : '  ok'}  ${what}: ${value} of ${most} ${unit}${reason ? ` (${reason})` : ''}`;
}

const door = existsSync(join(root, 'clauses/index.ts')) ? await doorMeasures() : [];
const measures = [...lineMeasures(), ...door, ...workerMeasures()];
for (const measure of measures) console.log(describe(measure));
process.exit(measures.some(({ value, most }) => value > most) ? 1 : 0);
