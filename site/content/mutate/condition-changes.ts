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

/** A bound is reversed, or includes or excludes its number. `atLeast` of an award is not a bound. */
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

/** `all` becomes `any`, a part is removed, a negation is removed. The connective of a single part has no effect. */
export function conditionChanges(node: FrontMatterNode): readonly Change[] {
  const { value, path } = node;
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const isSingle = Array.isArray(each) && each.length < 2;
    return [
      ...(isSingle ? [] : renamedKey('connective', node, key, CONNECTIVES[key])),
      ...renamedKey('comparator', node, key, EXTREMES[key]),
      ...(PARTS.includes(key) ? droppedItems('dropped', { value: each, path: [...path, key] }) : []),
      ...(isOptional(node, key) ? changedKey('dropped', node, key, undefined) : []),
      ...(key === 'not'
        ? [{ kind: 'flipped', path, to: each, description: `去掉 not：${inlineYaml(each)}` } as const]
        : []),
    ];
  });
}

/** Whether a condition can be removed: that of a clause, group, total or count, but not of a requirement. */
function isOptional({ value, path }: FrontMatterNode, key: string): boolean {
  if (key === 'otherwise') return true;
  if (key === 'when') return path.length === 2 && path[0] !== 'requirements';
  return key === 'where' && isRecord(value) && ('total' in value || 'count' in value);
}

/** Yes becomes no, an option or reading becomes another, an option is added or removed. */
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
