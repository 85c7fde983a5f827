import { type Change, type ChangePath, type FrontMatterNode, inlineYaml, isRecord } from './change.ts';
import { valueAt, withValue } from './front-matter-values.ts';

/** Adjacent values are exchanged: in cases, bands, sums and years, and between clauses with the same citation. */
export function orderChanges({ value, path }: FrontMatterNode): readonly Change[] {
  if (path.at(-1) === 'byYear' && isRecord(value)) {
    const years = Object.keys(value);
    return years.slice(1).flatMap((year, index) => {
      const before = years[index] ?? year;
      const swapped = { ...value, [before]: value[year], [year]: value[before] };
      return isSame(value[before], value[year]) ? [] : [exchange(path, swapped, value[before], value[year])];
    });
  }
  return Array.isArray(value) ? value.slice(1).flatMap((_, index) => exchangedItems(value, index, path)) : [];
}

/** The paths at which an item of a list has its figure. */
const FIGURE_PATHS: readonly ChangePath[] = [
  ['then', 'rate'],
  ['then'],
  ['rate'],
  ['product', 0],
  ['award', 'exactly'],
  ['award', 'upTo'],
];

function exchangedItems(list: readonly unknown[], index: number, path: ChangePath): readonly Change[] {
  const [first, second] = [list[index], list[index + 1]];
  if (path[0] === 'clauses' && path.length === 1 && isSame(citationOf(first), citationOf(second)) === false)
    return [];
  const slot = FIGURE_PATHS.find(
    (each) => valueAt(first, each) !== undefined && valueAt(second, each) !== undefined,
  );
  if (slot === undefined || isSame(valueAt(first, slot), valueAt(second, slot))) return [];
  const [a, b] = [valueAt(first, slot), valueAt(second, slot)];
  const to = list.map((item, at) =>
    at === index ? withValue(item, slot, b) : at === index + 1 ? withValue(item, slot, a) : item,
  );
  return [{ ...exchange(path, to, a, b), at: [...path, index] }];
}

function exchange(path: ChangePath, to: unknown, a: unknown, b: unknown): Change {
  return { kind: 'order', path, to, description: `把 ${inlineYaml(a)} 与 ${inlineYaml(b)} 对调` };
}

function citationOf(value: unknown): unknown {
  return isRecord(value) ? value['citation'] : undefined;
}

/** Whether two values of a front matter are equal, the order of keys included. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
