import type { Clause, Policy } from '../clauses/index.ts';
import { concerningReadings } from '../clauses/language.ts';
import { chainOf, type PlaceNode } from '../views/places.ts';
import type { AmendmentKind } from '../views/wording/documents.ts';
import { limitsOver } from '../views/wording/rules/limits.ts';
import type { ClauseOfPolicy } from './clauses.ts';
import type { LoadedPolicy } from './content/load/load-content.ts';
import { normalizedTitle } from './content/load/quoted-titles.ts';
import { byYear } from './year.ts';

/** The other documents and clauses that the page of a document shows. */
export interface Related {
  /**
   * Documents of the same place and of the places above and below it; only the nearest and newest when there are many.
   */
  readonly near: readonly Policy[];
  /** The number of such documents, including those that are not shown. */
  readonly nearInAll: number;
  /** Documents whose titles its text quotes. */
  readonly named: readonly Policy[];
  /** Clauses of other places on the same topics. */
  readonly alike: readonly ClauseOfPolicy[];
  /** Documents that repeal, replace or amend it, and documents that it amends, in the order of the page. */
  readonly amendments: readonly Amendment[];
}

/** A document that changes this one, or that this one changes. */
export interface Amendment {
  readonly kind: AmendmentKind;
  /** Its id and title when it is published on this site; otherwise only a title. */
  readonly id?: string;
  readonly title: string;
}

/** Finds the related documents and clauses of a document without visiting all documents. */
export type Relations = (loaded: LoadedPolicy) => Related;

/** The maximum numbers of documents of near places, and of clauses of other places, on a page. */
const MOST_NEAR = 20;
const MOST_ALIKE = 8;

interface Award extends ClauseOfPolicy {
  readonly order: number;
}

/** The data that a page shows and therefore depends on. */
export function shownOf({ near, nearInAll, named, alike, amendments }: Related): unknown {
  const titles = [near, named].map((listed) => listed.map(({ id, title }) => [id, title]));
  const clauses = alike.map(({ clause, policy }) => [
    clause,
    limitsOver(clause, policy),
    concerningReadings(policy).get(clause.id),
  ]);
  return [...titles, nearInAll, clauses, amendments];
}

/** Indexes all documents once. `policies` are sorted by id. */
export function relationsOf(policies: readonly LoadedPolicy[], places: readonly PlaceNode[]): Relations {
  const all = policies.map(({ policy }) => policy);
  const chain = (slug: string): readonly string[] => chainOf(places, slug).map((place) => place.slug);
  const own = Map.groupBy(all, ({ jurisdiction }) => jurisdiction);
  const below = new Map<string, Policy[]>();
  for (const policy of all)
    for (const slug of chain(policy.jurisdiction).slice(1))
      below
        .set(slug, below.get(slug) ?? [])
        .get(slug)
        ?.push(policy);
  const titled = Map.groupBy(all, ({ title }) => normalizedTitle(title));
  const awards = awardsByTopic(all);
  const amendments = amendmentsOf(all);

  return ({ policy, quotedTitles: quoted }) => {
    const { jurisdiction } = policy;
    const above = chain(jurisdiction);
    const others = (listed: readonly Policy[]): Policy[] => listed.filter(({ id }) => id !== policy.id);
    const near = [
      others(own.get(jurisdiction) ?? []),
      above.slice(1).flatMap((slug) => own.get(slug) ?? []),
      below.get(jurisdiction) ?? [],
    ];
    const nearInAll = near.reduce((count, each) => count + each.length, 0);
    const isNear = (place: string): boolean => above.includes(place) || chain(place).includes(jurisdiction);
    return {
      near:
        nearInAll > MOST_NEAR
          ? near.flatMap((each) => each.toSorted(byYear)).slice(0, MOST_NEAR)
          : near.flat().sort((a, b) => (a.id < b.id ? -1 : 1)),
      nearInAll,
      named: others(quoted.flatMap((title) => titled.get(title) ?? [])),
      alike: alikeOf(policy, awards, isNear),
      amendments: amendments(policy),
    };
  };
}

function awardsByTopic(policies: readonly Policy[]): ReadonlyMap<string | undefined, readonly Award[]> {
  const awards = policies.flatMap((policy) =>
    policy.clauses.filter(({ kind }) => kind === 'award').map((clause: Clause) => ({ policy, clause })),
  );
  return Map.groupBy(
    awards.map((award, order) => ({ ...award, order })),
    ({ clause }) => clause.topics[0],
  );
}

/** The first awards of other places that share a topic with a document, sorted by id. */
function alikeOf(
  policy: Policy,
  awards: ReadonlyMap<string | undefined, readonly Award[]>,
  isNear: (place: string) => boolean,
): readonly ClauseOfPolicy[] {
  const topics = new Set(policy.clauses.map(({ topics: [first] }) => first));
  const found = [...topics].flatMap((topic) => {
    const first: Award[] = [];
    for (const award of awards.get(topic) ?? []) {
      if (first.length === MOST_ALIKE) break;
      if (!isNear(award.policy.jurisdiction)) first.push(award);
    }
    return first;
  });
  return found.sort((a, b) => a.order - b.order).slice(0, MOST_ALIKE);
}

function amendmentsOf(policies: readonly Policy[]): (policy: Policy) => readonly Amendment[] {
  const known = new Map(policies.map((policy) => [policy.id, policy]));
  const amended = new Map<string, Policy[]>();
  const ended = new Map<string, Policy[]>();
  const note = (into: Map<string, Policy[]>, id: string, policy: Policy): void => {
    into.set(id, [...(into.get(id) ?? []), policy]);
  };
  for (const policy of policies) {
    for (const id of policy.amends ?? []) note(amended, id, policy);
    for (const id of new Set([policy.replacedBy, policy.repealedBy]))
      if (id !== undefined) note(ended, id, policy);
  }
  /** A document with its id and title when it is published on this site, otherwise with its title alone. */
  const named = (kind: Amendment['kind'], idOrTitle: string): Amendment => {
    const found = known.get(idOrTitle);
    return found === undefined ? { kind, title: idOrTitle } : { kind, id: found.id, title: found.title };
  };
  return (policy) => [
    ...(policy.repealedBy === undefined ? [] : [named('repealedBy', policy.repealedBy)]),
    ...(policy.replacedBy === undefined ? [] : [named('replacedBy', policy.replacedBy)]),
    ...(policy.amends ?? []).map((document) => named('amends', document)),
    ...(amended.get(policy.id) ?? []).map(({ id }) => named('amendedBy', id)),
    ...(ended.get(policy.id) ?? []).map(({ id }) => named('endsOther', id)),
  ];
}
