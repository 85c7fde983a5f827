import { type Change, changedKey, type FrontMatterNode, isRecord, renamedKey } from './change.ts';

const FORCES: Readonly<Record<string, string>> = { exactly: 'upTo', upTo: 'exactly', atLeast: 'exactly' };
const REASONS: Readonly<Record<string, string>> = {
  elsewhere: 'notStated',
  discretionary: 'notStated',
  notStated: 'elsewhere',
};

/** An exact amount becomes an upper limit and the reverse; 可, 一次性, 每年 and the term are added or removed. */
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
