import type { Clause, Group } from '../../language/language.ts';
import { type Finding, finding, type Path } from '../issues/finding.ts';

/** A joint limit or group: the clauses that it covers, and where it stands. */
interface Cover {
  readonly name: string;
  readonly path: Path;
  readonly clauses: ReadonlySet<string>;
  /** A limit of several clauses together, or of each item of their list; or a group. */
  readonly kind: 'joint' | 'items' | 'group';
}

/** A clause or group with its place in the front matter. */
export interface WithPath<T> {
  readonly value: T;
  readonly path: Path;
}

/** Reports joint limits and groups that share clauses although neither contains the other. */
export function checkOverlaps(
  clauses: readonly WithPath<Clause>[],
  groups: readonly WithPath<Group>[],
): Finding[] {
  const covers = [...clauses.flatMap(limitCovers), ...groups.map(groupCover)];
  const nested = covers.filter(({ kind }) => kind === 'items').flatMap((cover) => nestedIn(cover, covers));
  const overlapping = covers.flatMap((cover, index) =>
    covers.slice(0, index).flatMap((other) => {
      const shared = [...cover.clauses].filter((clause) => other.clauses.has(clause));
      const nested = shared.length === cover.clauses.size || shared.length === other.clauses.size;
      if (shared.length === 0 || nested) return [];
      const given = { other: other.name, shared: shared.map(localName) };
      return [
        finding('overlappingLimits', { path: cover.path }, given, [
          { path: other.path, message: '另一个在这里' },
        ]),
      ];
    }),
  );
  return [...nested, ...overlapping];
}

/** The items of a sum that is itself limited are not told apart. */
function nestedIn(cover: Cover, covers: readonly Cover[]): Finding[] {
  const inside = covers.find(
    (other) =>
      other !== cover &&
      (other.kind === 'group' || other.clauses.size < cover.clauses.size) &&
      [...other.clauses].every((id) => cover.clauses.has(id)),
  );
  if (inside === undefined) return [];
  return [
    finding('limitItemsNested', { path: cover.path }, { other: inside.name }, [
      { path: inside.path, message: '另一个在这里' },
    ]),
  ];
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

/** The part of a full id behind `#`. */
function localName(id: string): string {
  return id.slice(id.indexOf('#') + 1);
}
