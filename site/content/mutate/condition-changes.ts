import {
  type Change,
  type ChangePath,
  changedKey,
  droppedItems,
  type FrontMatterNode,
  inlineYaml,
  isRecord,
  renamedKey,
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
export function boundChanges(node: FrontMatterNode): readonly Change[] {
  const { value, path } = node;
  const isTarget = path[0] === 'targets' && (path.at(-1) === 'total' || path.at(-2) === 'byYear');
  if (isTarget && !isRecord(value)) {
    const to = { atLeast: value };
    return [{ kind: 'comparator', path, to, description: `把 ${inlineYaml(value)} 改成 ${inlineYaml(to)}` }];
  }
  if (!isRecord(value) || path.at(-1) === 'award') return [];
  return Object.keys(value).flatMap((key) => [
    ...renamedKey('inclusive', node, key, INCLUSIVE[key]),
    ...renamedKey('comparator', node, key, OPPOSITE[key]),
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
export function conditionChanges(node: FrontMatterNode): readonly Change[] {
  const { value, path } = node;
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const single = Array.isArray(each) && each.length < 2;
    return [
      ...(single ? [] : renamedKey('connective', node, key, CONNECTIVES[key])),
      ...renamedKey('comparator', node, key, EXTREMES[key]),
      ...(PARTS.includes(key) ? droppedItems('dropped', { value: each, path: [...path, key] }) : []),
      ...(isOptional(node, key) ? changedKey('dropped', node, key, undefined) : []),
      ...(key === 'not'
        ? [{ kind: 'flipped', path, to: each, description: `去掉 not：${inlineYaml(each)}` } as const]
        : []),
    ];
  });
}

/** The condition of a clause, group, total or count; what is nothing but a condition can not do without one. */
function isOptional({ value, path }: FrontMatterNode, key: string): boolean {
  if (key === 'otherwise') return true;
  if (key === 'when') return path.length === 2 && path[0] !== 'requirements';
  return key === 'where' && isRecord(value) && ('total' in value || 'count' in value);
}

/** Yes for no, one option or reading for another, an option more or fewer. */
export function choiceChanges(
  node: FrontMatterNode,
  optionsOf: (name: string, path: ChangePath) => readonly string[],
): readonly Change[] {
  const { value, path } = node;
  if (!isRecord(value)) return [];
  const { is, in: several } = value;
  const options = optionsOf(String(value['reading'] ?? value['fact'] ?? ''), path);
  if (typeof is === 'boolean') return changedKey('flipped', node, 'is', !is);
  if (typeof is === 'string')
    return options.filter((each) => each !== is).flatMap((each) => changedKey('flipped', node, 'is', each));
  if (!Array.isArray(several)) return [];
  const more = options.filter((each) => !several.includes(each));
  return [
    ...droppedItems('flipped', { value: several, path: [...path, 'in'] }),
    ...more.flatMap((each) => changedKey('flipped', node, 'in', [...several, each])),
  ];
}
