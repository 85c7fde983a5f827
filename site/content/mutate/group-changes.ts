import { type Change, changedKey, droppedItems, type FrontMatterNode, isRecord } from './change.ts';

/** A group changes its type; a clause of a group or requirement is removed. */
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
