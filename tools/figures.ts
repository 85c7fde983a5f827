/**
 * `node tools/figures.ts [--list]`: prints the size and shape of the code in numbers, and every place where a number exceeds its
 * limit. `--list` also prints the places of the numbers within their limits.
 */
import { readArguments } from './arguments.ts';
import { anyTypes, casts, clashingTypes, operatorSwitches, undocumented } from './figures/declarations.ts';
import { functionsOf, lengthAt, tooComplex } from './figures/functions.ts';
import { filesPerFolder, placeOf, readSources, type SourcePlace } from './figures/source.ts';
import { layerViolations } from './layers.ts';
import { root } from './run.ts';

/** One number about the code, and the places that it counts. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** The largest value allowed; a figure without one is only shown. */
  readonly most?: number;
  readonly places: readonly SourcePlace[];
}

/** The rooms of source. `test/` is counted where a figure says so. */
const rooms = ['clauses', 'views', 'site', 'functions', 'tools', 'bench'];

/** Fixtures lie in folders of tests as well: only code counts there. */
function folderFigure(tree: string): Figure {
  const folders = [...filesPerFolder(tree, rooms), ...filesPerFolder(tree, ['test'], '*.{ts,tsx}')];
  const most = 25;
  return {
    name: 'files in the fullest folder',
    value: Math.max(0, ...folders.map(([, files]) => files)),
    most,
    places: folders
      .filter(([, files]) => files > most)
      .map(([file, files]) => ({ file, what: `${files} files` })),
  };
}

async function importFigures(tree: string): Promise<Figure[]> {
  const violations = await layerViolations(tree);
  const cycles = violations.filter(({ rule }) => rule === 'no-cycle');
  const others = violations.filter(({ rule }) => rule !== 'no-cycle');
  const place = ({ rule, from, to }: (typeof violations)[number]): SourcePlace => ({
    file: from,
    what: `${rule}: → ${to}`,
  });
  return [
    { name: 'import cycles', value: cycles.length, most: 0, places: cycles.map(place) },
    { name: 'imports against the layers', value: others.length, most: 0, places: others.map(place) },
  ];
}

function counted(name: string, places: readonly SourcePlace[], most?: number): Figure {
  return { name, value: places.length, ...(most === undefined ? {} : { most }), places };
}

function sourceFigures(tree: string): Figure[] {
  const sources = readSources(tree, rooms);
  const tests = readSources(tree, ['test']);
  const functions = sources.flatMap(functionsOf);
  const longest = functions.toSorted((a, b) => b.lines - a.lines).slice(0, 20);
  const longestPlaces = longest.map(({ source, node, name, lines }) =>
    placeOf(source, node, `${name}: ${lines} lines`),
  );
  const exported = sources.filter(({ file }) => !file.endsWith('.astro')).map(undocumented);
  const bare = exported.flatMap((each) => each.bare);
  const all = exported.reduce((total, each) => total + each.all, 0);
  return [
    { name: 'lines of a function, median', value: lengthAt(functions, 0.5), places: [] },
    {
      name: 'lines of a function, 90th percentile',
      value: lengthAt(functions, 0.9),
      most: 17,
      places: longestPlaces,
    },
    counted('functions above complexity 15 without a reason', tooComplex(functions, 15), 0),
    counted('`any`', [...sources, ...tests].flatMap(anyTypes), 0),
    counted('casts', sources.flatMap(casts), 40),
    counted(`exports without a doc comment, of ${all}`, bare, 0),
    counted('exported types with one name and different content', clashingTypes([...sources, ...tests]), 0),
    counted('switches over `op`', sources.flatMap(operatorSwitches)),
  ];
}

/** The figures of a tree that has the rooms of the repository as its folders. */
export async function figuresOf(tree: string): Promise<readonly Figure[]> {
  return [folderFigure(tree), ...(await importFigures(tree)), ...sourceFigures(tree)];
}

/** Whether a figure keeps to its limit. */
export function isMet({ value, most }: Figure): boolean {
  return most === undefined || value <= most;
}

function print(figure: Figure, withPlaces: boolean): void {
  const limit = figure.most === undefined ? '' : `at most ${figure.most}`;
  console.log(
    `${isMet(figure) ? '  ok' : 'OVER'}  ${String(figure.value).padStart(4)}  ${figure.name}${limit && ` (${limit})`}`,
  );
  if (!withPlaces) return;
  for (const { file, line, what } of figure.places)
    console.log(`        ${file}${line === undefined ? '' : `:${line}`} ${what}`);
}

if (import.meta.main) {
  const { list } = readArguments('node tools/figures.ts [--list]', {
    options: { list: { type: 'boolean', default: false } },
  }).values;
  const figures = await figuresOf(root);
  for (const figure of figures) print(figure, list || !isMet(figure));
  process.exit(figures.every(isMet) ? 0 : 1);
}
