import {
  type Change,
  type ChangePath,
  droppings,
  isRecord,
  type Node,
  renaming,
  setting,
  shown,
} from './change.ts';

const INCLUSIVE: Readonly<Record<string, string>> = {
  atLeast: 'moreThan',
  moreThan: 'atLeast',
  atMost: 'lessThan',
  lessThan: 'atMost',
};
const OPPOSITE: Readonly<Record<string, string>> = {
  atLeast: 'atMost',
  moreThan: 'lessThan',
  atMost: 'atLeast',
  lessThan: 'moreThan',
  about: 'atLeast',
  equals: 'atLeast',
};

/** Bounds turned around, and with or without the number itself. `atLeast` of an award is no bound. */
export function boundChanges(node: Node): readonly Change[] {
  const { value, path } = node;
  const isTarget = path[0] === 'targets' && (path.at(-1) === 'total' || path.at(-2) === 'byYear');
  if (isTarget && !isRecord(value)) {
    const to = { atLeast: value };
    return [{ kind: 'comparator', path, to, told: `把 ${shown(value)} 改成 ${shown(to)}` }];
  }
  if (!isRecord(value) || path.at(-1) === 'award') return [];
  return Object.keys(value).flatMap((key) => [
    ...renaming('inclusive', node, key, INCLUSIVE[key]),
    ...renaming('comparator', node, key, OPPOSITE[key]),
  ]);
}

const CONNECTIVES: Readonly<Record<string, string>> = {
  all: 'any',
  any: 'all',
  some: 'every',
  every: 'some',
};
const EXTREMES: Readonly<Record<string, string>> = { smallest: 'largest', largest: 'smallest' };
const PARTS = ['all', 'any', 'of', 'sum', 'product', 'smallest', 'largest', 'cases'];

/** All for any, a part left out, a denial taken away. A single part is joined by nothing. */
export function conditionChanges(node: Node): readonly Change[] {
  const { value, path } = node;
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const single = Array.isArray(each) && each.length < 2;
    return [
      ...(single ? [] : renaming('connective', node, key, CONNECTIVES[key])),
      ...renaming('comparator', node, key, EXTREMES[key]),
      ...(PARTS.includes(key) ? droppings('dropped', { value: each, path: [...path, key] }) : []),
      ...(isOptional(node, key) ? setting('dropped', node, key, undefined) : []),
      ...(key === 'not'
        ? [{ kind: 'flipped', path, to: each, told: `去掉 not：${shown(each)}` } as const]
        : []),
    ];
  });
}

/** The condition of a clause, group, total or count; what is nothing but a condition can not do without one. */
function isOptional({ value, path }: Node, key: string): boolean {
  if (key === 'otherwise') return true;
  if (key === 'when') return path.length === 2 && path[0] !== 'requirements';
  return key === 'where' && isRecord(value) && ('total' in value || 'count' in value);
}

/** Yes for no, one option or reading for another, an option more or fewer. */
export function choiceChanges(
  node: Node,
  optionsOf: (name: string, path: ChangePath) => readonly string[],
): readonly Change[] {
  const { value, path } = node;
  if (!isRecord(value)) return [];
  const { is, in: several } = value;
  const options = optionsOf(String(value['reading'] ?? value['fact'] ?? ''), path);
  if (typeof is === 'boolean') return setting('flipped', node, 'is', !is);
  if (typeof is === 'string')
    return options.filter((each) => each !== is).flatMap((each) => setting('flipped', node, 'is', each));
  if (!Array.isArray(several)) return [];
  const more = options.filter((each) => !several.includes(each));
  return [
    ...droppings('flipped', { value: several, path: [...path, 'in'] }),
    ...more.flatMap((each) => setting('flipped', node, 'in', [...several, each])),
  ];
}
