import {
  type Change,
  type ChangePath,
  changedKey,
  droppedItems,
  type FrontMatterNode,
  isRecord,
  recordsIn,
  renamedKey,
  type YamlRecord,
} from './change.ts';

const FORCES: Readonly<Record<string, string>> = { exactly: 'upTo', upTo: 'exactly', atLeast: 'exactly' };
const REASONS: Readonly<Record<string, string>> = {
  elsewhere: 'notStated',
  discretionary: 'notStated',
  notStated: 'elsewhere',
};

/** A sure amount for an upper one and back; 可, 一次性, 每年 and the term added or taken away. */
export function awardChanges(node: FrontMatterNode): readonly Change[] {
  const { value, path } = node;
  if (!isRecord(value) || path[0] !== 'clauses') return [];
  if (path.at(-1) === 'term' && path.at(-2) === 'award')
    return Object.keys(value).flatMap((key) => renamedKey('force', node, key, FORCES[key]));
  if (path.at(-1) !== 'award') return [];
  return [
    ...Object.keys(value).flatMap((key) => renamedKey('force', node, key, FORCES[key])),
    ...changedKey('force', node, 'modality', value['modality'] === 'may' ? undefined : 'may'),
    ...changedKey('force', node, 'paid', value['paid'] === 'once' ? undefined : 'once'),
    ...(value['paid'] === 'yearly' ? changedKey('force', node, 'paid', undefined) : []),
    ...(value['term'] === undefined ? [] : changedKey('force', node, 'term', undefined)),
    ...(typeof value['none'] === 'string' ? changedKey('force', node, 'none', REASONS[value['none']]) : []),
  ];
}

const TYPES: Readonly<Record<string, string>> = { cap: 'floor', floor: 'cap', budget: 'cap' };

/** A limit left out, another in its place, over other clauses, for each item or for all, at all times. */
export function limitChanges(node: FrontMatterNode, frontMatter: YamlRecord): readonly Change[] {
  const { value, path } = node;
  if (path.at(-1) === 'limits' && path.length === 3) return limitDroppings(node);
  if (path.at(-2) !== 'limits' || !isRecord(value)) return [];
  const { over, per, type, when, apply = 'jointly' } = value;
  const overClauses = over !== undefined;
  return [
    ...changedKey('limit', node, 'type', TYPES[String(type)]),
    ...(when === undefined ? [] : changedKey('limit', node, 'when', undefined)),
    ...(overClauses ? changedKey('limit', node, 'apply', apply === 'each' ? 'jointly' : 'each') : []),
    ...droppedItems('limit', { value: over, path: [...path, 'over'] }),
    ...(overClauses || type === 'budget' ? [] : perOther(node, String(per), listOf(frontMatter, path))),
  ];
}

/** Per item for all together and back; the other names of `per` make no difference to what is computed. */
function perOther(node: FrontMatterNode, per: string, list: string | undefined): readonly Change[] {
  if (list === undefined) return [];
  return changedKey('limit', node, 'per', per === 'item' || `${per}s` === list ? 'enterprise' : 'item');
}

/** The list that the clause of a limit is judged over. */
function listOf(frontMatter: YamlRecord, [part = '', index]: ChangePath): string | undefined {
  const list = recordsIn(frontMatter[part])[Number(index)]?.['for'];
  return typeof list === 'string' ? list : undefined;
}

/** Each limit left out; the last one together with its key. */
function limitDroppings({ value, path }: FrontMatterNode): readonly Change[] {
  return droppedItems('limit', { value, path }, 0).map((change) =>
    Array.isArray(change.to) && change.to.length === 0 ? { ...change, to: undefined } : change,
  );
}

/** The other kind of group, and a clause of a group or requirement left out. */
export function groupChanges(node: FrontMatterNode): readonly Change[] {
  const { value, path } = node;
  if (path.length !== 2 || !isRecord(value)) return [];
  const { clauses } = value;
  if (path[0] === 'requirements')
    return droppedItems('group', { value: clauses, path: [...path, 'clauses'] });
  if (path[0] !== 'groups') return [];
  const type = value['type'] === 'exclusive' ? 'highestOnly' : 'exclusive';
  return [
    ...changedKey('group', node, 'type', type),
    ...droppedItems('group', { value: clauses, path: [...path, 'clauses'] }, 2),
  ];
}
