import {
  type Change,
  type ChangePath,
  changedKey,
  droppedItems,
  type FrontMatterNode,
  isRecord,
  recordsIn,
  type YamlRecord,
} from './change.ts';

const TYPES: Readonly<Record<string, string>> = { cap: 'floor', floor: 'cap', budget: 'cap' };

/** A limit is removed, changes its type, applies to other clauses, to each item or to all, or at all times. */
export function limitChanges(node: FrontMatterNode, frontMatter: YamlRecord): readonly Change[] {
  const { value, path } = node;
  if (path.at(-1) === 'limits' && path.length === 3) return removedLimits(node);
  if (path.at(-2) !== 'limits' || !isRecord(value)) return [];
  const { over, per, type, when, apply = 'jointly' } = value;
  const overClauses = over !== undefined;
  return [
    ...changedKey('limit', node, 'type', TYPES[String(type)]),
    ...(when === undefined ? [] : changedKey('limit', node, 'when', undefined)),
    ...(overClauses ? changedKey('limit', node, 'apply', apply === 'each' ? 'jointly' : 'each') : []),
    ...droppedItems('limit', { value: over, path: [...path, 'over'] }),
    ...(overClauses || type === 'budget' ? [] : perChanges(node, String(per), listOf(frontMatter, path))),
  ];
}

/** `per` changes between each item and the enterprise. Its other values compute the same. */
function perChanges(node: FrontMatterNode, per: string, list: string | undefined): readonly Change[] {
  if (list === undefined) return [];
  return changedKey('limit', node, 'per', per === 'item' || `${per}s` === list ? 'enterprise' : 'item');
}

/** The list (`for`) of the clause to which a limit belongs. */
function listOf(frontMatter: YamlRecord, [part = '', index]: ChangePath): string | undefined {
  const list = recordsIn(frontMatter[part])[Number(index)]?.['for'];
  return typeof list === 'string' ? list : undefined;
}

/** The removal of each limit. The only limit is removed together with its key. */
function removedLimits({ value, path }: FrontMatterNode): readonly Change[] {
  return droppedItems('limit', { value, path }, 0).map((change) =>
    Array.isArray(change.to) && change.to.length === 0 ? { ...change, to: undefined } : change,
  );
}
