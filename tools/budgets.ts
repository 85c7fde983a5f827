/**
 * `node tools/budgets.ts`: what must stay small. Source files, what the browser and the edge load to
 * evaluate a clause, and the Worker (`npm run build` comes before).
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { workerFolder } from './build.ts';
import { root } from './run.ts';

/** One measured thing and what it may be at most. */
interface Measure {
  readonly what: string;
  readonly value: number;
  readonly most: number;
  readonly unit: string;
}

const lineBudget = 250;
const sources = '{clauses,views,site,functions,tools}/**/*.{ts,tsx,mjs,astro,css}';

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

/** An output file and everything that it loads at once. */
function loadedWith(outputs: Metafile['outputs'], entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const { path, kind } of outputs[entry]?.imports ?? []) {
    if (kind === 'import-statement') loadedWith(outputs, path, seen);
  }
  return seen;
}

/** The doors, minified: the evaluating one at once, the explaining one when needed, and whether zod came along. */
async function doorMeasures(): Promise<Measure[]> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['clauses/index.ts', 'clauses/explain.ts'],
    outdir: 'door',
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2023',
    write: false,
    metafile: true,
  });
  const atOnce = loadedWith(metafile.outputs, 'door/index.js');
  const weigh = (wanted: boolean): number =>
    outputFiles
      .filter(({ path }) => atOnce.has(path.slice(root.length + 1)) === wanted)
      .reduce((total, { contents }) => total + gzipSync(contents).length, 0);
  const zod = Object.keys(metafile.inputs).filter((file) => file.includes('node_modules/zod/'));
  return [
    { what: 'clauses/index.ts, at once', value: kilobytes(weigh(true)), most: 15, unit: 'kB gzip' },
    { what: 'clauses/explain.ts, when needed', value: kilobytes(weigh(false)), most: 15, unit: 'kB gzip' },
    { what: 'clauses/index.ts, modules of zod', value: zod.length, most: 0, unit: 'files' },
  ];
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
