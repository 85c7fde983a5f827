import type { Clause, Group } from '../language.ts';
import { type Finding, finding, type Path } from './finding.ts';

/** A joint limit or group: the clauses that it covers, and where it stands. */
interface Cover {
  readonly name: string;
  readonly path: Path;
  readonly clauses: ReadonlySet<string>;
  /** Whether it holds each item of a list by itself. */
  readonly items: boolean;
}

/** A clause or group with its place in the front matter. */
export interface Placed<T> {
  readonly value: T;
  readonly path: Path;
}

/** Reports joint limits and groups that share clauses although neither contains the other. */
export function checkOverlaps(
  clauses: readonly Placed<Clause>[],
  groups: readonly Placed<Group>[],
): Finding[] {
  const covers = [...clauses.flatMap(limitCovers), ...groups.map(groupCover)];
  const nested = covers.filter(({ items }) => items).flatMap((cover) => nestedIn(cover, covers));
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
    (other) => other !== cover && [...other.clauses].every((id) => cover.clauses.has(id)),
  );
  if (inside === undefined) return [];
  return [
    finding('limitItemsNested', { path: cover.path }, { other: inside.name }, [
      { path: inside.path, message: '另一个在这里' },
    ]),
  ];
}

function limitCovers({ value, path }: Placed<Clause>): Cover[] {
  return value.limits.flatMap((limit, index) =>
    typeof limit.over === 'string' || limit.apply === 'each' || limit.type === 'budget'
      ? []
      : [
          {
            name: value.title,
            path: [...path, 'limits', index],
            clauses: new Set(limit.over),
            items: limit.apply === 'items',
          },
        ],
  );
}

function groupCover({ value, path }: Placed<Group>): Cover {
  return { name: value.title, path, clauses: new Set(value.clauses), items: false };
}

/** The part of a full id behind `#`. */
function localName(id: string): string {
  return id.slice(id.indexOf('#') + 1);
}
