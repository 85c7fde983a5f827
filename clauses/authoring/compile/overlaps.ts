import type { Clause } from '../../language/clause.ts';
import type { Group } from '../../language/group.ts';
import { type Finding, finding, type Note, type Path } from '../issues/finding.ts';

/** A joint limit or a group, with the clauses that it covers. */
interface Cover {
  readonly name: string;
  readonly path: Path;
  readonly clauses: ReadonlySet<string>;
  /** A limit on the sum of several clauses, a limit on each item of their list, or a group. */
  readonly kind: 'joint' | 'items' | 'group';
}

/** A compiled part with its path in the front matter. */
export interface WithPath<T> {
  readonly value: T;
  readonly path: Path;
}

/**
 * Reports joint limits and groups that share clauses although neither contains the other, and limits on each item over
 * clauses that another limit or group covers as well.
 */
export function checkOverlaps(
  clauses: readonly WithPath<Clause>[],
  groups: readonly WithPath<Group>[],
): Finding[] {
  const covers = [...clauses.flatMap(limitCovers), ...groups.map(groupCover)];
  const nested = covers.filter(({ kind }) => kind === 'items').flatMap((cover) => findNested(cover, covers));
  const overlapping = covers.flatMap((cover, index) =>
    covers.slice(0, index).flatMap((other) => findOverlap(cover, other)),
  );
  return [...nested, ...overlapping];
}

function findOverlap(cover: Cover, other: Cover): Finding[] {
  const shared = [...cover.clauses].filter((clause) => other.clauses.has(clause));
  const isNested = shared.length === cover.clauses.size || shared.length === other.clauses.size;
  if (shared.length === 0 || isNested) return [];
  const given = { other: other.name, shared: shared.map(localName) };
  return [finding('overlappingLimits', { path: cover.path }, given, [noteOf(other)])];
}

/** The evaluator cannot divide an amount that is limited as a sum among the items of a list. */
function findNested(cover: Cover, covers: readonly Cover[]): Finding[] {
  const inside = covers.find(
    (other) =>
      other !== cover &&
      (other.kind === 'group' || other.clauses.size < cover.clauses.size) &&
      [...other.clauses].every((id) => cover.clauses.has(id)),
  );
  if (inside === undefined) return [];
  return [finding('limitItemsNested', { path: cover.path }, { other: inside.name }, [noteOf(inside)])];
}

function noteOf({ path }: Cover): Note {
  return { path, message: '另一个在这里' };
}

function limitCovers({ value, path }: WithPath<Clause>): Cover[] {
  return value.limits.flatMap((limit, index) =>
    typeof limit.over === 'string' || limit.apply === 'each' || limit.type === 'budget'
      ? []
      : [
          {
            name: value.title,
            path: [...path, 'limits', index],
            clauses: new Set(limit.over),
            kind: limit.apply === 'items' ? 'items' : 'joint',
          },
        ],
  );
}

function groupCover({ value, path }: WithPath<Group>): Cover {
  return { name: value.title, path, clauses: new Set(value.clauses), kind: 'group' };
}

/** The part of a full id after `#`. */
function localName(id: string): string {
  return id.slice(id.indexOf('#') + 1);
}
