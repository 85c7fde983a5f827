import { nearestSpelling } from '../../answers/spelling.ts';
import { type Finding, finding } from '../issues/finding.ts';
import type { Mark, MarkedBody } from '../schema/body.ts';
import type { RawName } from '../shape/parts.ts';

/** The reason that `npm run new` writes where an author still has to decide. */
export const PENDING = '待核';

const TAGS = { targets: 'Target', requirements: 'Clause', clauses: 'Clause', groups: 'Clause' } as const;

/** Checks that every mark names a part of the front matter, and that every part except groups has a mark. */
export function checkMarks(names: readonly RawName[], body: MarkedBody): Finding[] {
  const tags = new Map(names.map(({ name, kind }) => [name, TAGS[kind]]));
  const marked = new Set(body.marks.flatMap((mark) => mark.ids));
  const unmarked = names
    .filter(({ name, kind }) => kind !== 'groups' && !marked.has(name))
    .map(({ name, kind, path }) => finding('unmarked', { path }, { id: name, tag: TAGS[kind] }));
  return [...body.marks.flatMap((mark) => checkMark(mark, tags)), ...unmarked];
}

function checkMark(mark: Mark, tags: ReadonlyMap<string, 'Target' | 'Clause'>): Finding[] {
  const place = { offset: mark.offset };
  if (mark.kind === 'Plain') {
    const reason = (mark.reason ?? '').trim();
    if (reason === '') return [finding('plainWithoutReason', place, {})];
    return reason === PENDING ? [finding('plainPending', place, {})] : [];
  }
  if (mark.kind === 'Private') return [];
  return mark.ids.flatMap((id) => {
    const tag = tags.get(id);
    if (tag === undefined)
      return [finding('unknownMark', place, { id, nearest: nearestSpelling(id, tags.keys()) })];
    return tag === mark.kind ? [] : [finding('wrongMark', place, { id, tag })];
  });
}
