import type { JointCap } from '../evaluate/limits.ts';
import { createPreparer } from '../evaluate/prepare.ts';
import { heldClause, type PreparedClause, prepareClause } from '../evaluate/prepared-clause.ts';
import { type Layout, layOut } from '../evaluate/situation.ts';
import type { Catalogue, CataloguePolicy } from '../language/catalogue.ts';
import type { Clause } from '../language/clause.ts';
import { concerningReadings } from '../language/concerning-readings.ts';
import type { Dictionary, FactDefinition } from '../language/fact.ts';
import type { Reading } from '../language/reading.ts';
import { type Standing, standing } from '../language/standing.ts';
import { type Constraint, isCap, prepareGroup, prepareJointLimit, sortForNesting } from './constraints.ts';

/** The clauses that apply in a place, its own and those of the places above it, ready for any number of checks. */
export interface PreparedCatalogue {
  readonly dictionary: Dictionary;
  readonly layout: Layout;
  /** The hashes of the catalogues, joined by `+`. */
  readonly hash: string;
  readonly policies: readonly CataloguePolicy[];
  /** The clauses as published, by full id: catalogue by catalogue, in the order of each text. */
  readonly published: ReadonlyMap<string, Clause>;
  /** The same clauses prepared for evaluation, by full id and in the same order. */
  readonly clauses: ReadonlyMap<string, PreparedClause>;
  /** Clauses under caps over several clauses, or over their own items, each as it is by itself, by full id. */
  readonly held: ReadonlyMap<string, PreparedClause>;
  /** Joint limits and groups, in the order in which they nest. */
  readonly constraints: readonly Constraint[];
  /** The constraints by the id of the clause or group that states them. */
  readonly statedConstraints: ReadonlyMap<string, readonly Constraint[]>;
  /** The ids of the clauses that limit a clause, by its id. */
  readonly limitedBy: ReadonlyMap<string, readonly string[]>;
  /** The readings that can be computed, by full id. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** The readings that concern a clause, its own first, by the id of the clause. */
  readonly concerning: ReadonlyMap<string, readonly Reading[]>;
  /** Fact definitions by id. */
  readonly facts: ReadonlyMap<string, FactDefinition>;
  /** The positions of facts in the dictionary, by id, and of the first fact of a subject, by the subject. */
  readonly factRanks: ReadonlyMap<string, number>;
}

/**
 * Prepares the catalogues that apply in a place: its own first, then those of the places above it. Throws where a
 * catalogue names a fact, list or reading that does not exist.
 */
export function prepareCatalogues(
  dictionary: Dictionary,
  catalogues: readonly Catalogue[],
): PreparedCatalogue {
  const policies = catalogues.flatMap((catalogue) => catalogue.policies);
  const clauses = policies.flatMap((policy) => policy.clauses);
  const groups = policies.flatMap((policy) => policy.groups);
  const readings = computedReadings([...clauses, ...groups]);
  const layout = layOut(dictionary, [...readings.values()]);
  const preparer = createPreparer(layout);
  const published = new Map(clauses.map((clause) => [clause.id, clause]));
  const joint = clauses.flatMap((clause) =>
    clause.limits.flatMap((limit) =>
      Array.isArray(limit.over) && limit.type !== 'budget'
        ? [prepareJointLimit(clause.id, limit, published.get(limit.over[0] ?? '')?.list, preparer)]
        : [],
    ),
  );
  const constraints = sortForNesting([...joint, ...groups.map((group) => prepareGroup(group, preparer))]);
  const preparedClauses = new Map(clauses.map((clause) => [clause.id, prepareClause(clause, preparer)]));
  return {
    dictionary,
    layout,
    hash: catalogues.map((catalogue) => catalogue.hash).join('+'),
    policies,
    published,
    clauses: preparedClauses,
    held: heldClauses(preparedClauses, constraints.filter(isCap)),
    constraints,
    statedConstraints: distinctByKey(constraints.map((constraint) => [constraint.owner, constraint])),
    limitedBy: distinctByKey(
      joint.flatMap(({ owner, members }) => [...members].map((id) => [id, owner] as const)),
    ),
    readings,
    concerning: concerningReadings({
      clauses: policies.flatMap((policy) => policy.clauses),
      groups: policies.flatMap((policy) => policy.groups),
    }),
    facts: new Map(dictionary.facts.map((fact) => [fact.id, fact])),
    factRanks: ranksOf(dictionary),
  };
}

/** The standing of each policy at a day (a day number), by id. */
export function standingsAt(
  { policies }: Pick<PreparedCatalogue, 'policies'>,
  day: number,
): ReadonlyMap<string, Standing> {
  return new Map(policies.map(({ id, dates }) => [id, standing(dates, day)]));
}

/** The standing of a clause, by its full id. */
export function standingOf(clause: string, standings: ReadonlyMap<string, Standing>): Standing {
  return standings.get(clause.slice(0, clause.indexOf('#'))) ?? 'unknown-period';
}

function heldClauses(
  clauses: PreparedCatalogue['clauses'],
  caps: readonly (Constraint & JointCap)[],
): PreparedCatalogue['held'] {
  const held = new Map<string, PreparedClause>();
  for (const [id, clause] of clauses) {
    const over = caps.filter(({ members }) => members.has(id));
    const capsItems = clause.list && clause.sumLimits.some(({ source }) => source.type === 'cap');
    if (clause.pair && (capsItems || over.length > 0)) held.set(id, heldClause(clause, over));
  }
  return held;
}

/** The readings with options, each once: several clauses carry the reading of a general requirement. */
function computedReadings(
  owners: readonly { readonly readings: readonly Reading[] }[],
): ReadonlyMap<string, Reading> {
  const all = owners.flatMap(({ readings }) => readings).filter(({ options }) => options.length > 0);
  return new Map(all.map((reading) => [reading.id, reading]));
}

/** The distinct items of each key. */
function distinctByKey<Item>(
  pairs: readonly (readonly [string, Item])[],
): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const [key, item] of pairs) {
    const items = found.get(key) ?? [];
    if (!items.includes(item)) items.push(item);
    found.set(key, items);
  }
  return found;
}

function ranksOf({ facts }: Dictionary): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const [index, { id, subject }] of facts.entries()) {
    ranks.set(id, index);
    if (!ranks.has(subject)) ranks.set(subject, index);
  }
  return ranks;
}
