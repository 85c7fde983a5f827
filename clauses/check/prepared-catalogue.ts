import { createPreparer } from '../evaluate/prepare.ts';
import { type PreparedClause, prepareClause } from '../evaluate/prepared-clause.ts';
import { type Layout, layOut } from '../evaluate/situation.ts';
import type { Catalogue, CataloguePolicy } from '../language/catalogue.ts';
import type { Clause } from '../language/clause.ts';
import type { Dictionary, FactDefinition } from '../language/fact.ts';
import type { Reading } from '../language/reading.ts';
import { type Constraint, prepareGroup, prepareJointLimit, sortForNesting } from './constraints.ts';

/** The clauses of a place's chain, ready to be checked any number of times. */
export interface PreparedCatalogue {
  readonly dictionary: Dictionary;
  readonly layout: Layout;
  /** Hash of the chain's catalogues. */
  readonly hash: string;
  readonly policies: readonly CataloguePolicy[];
  /** In the order of the chain and of each text. */
  readonly published: ReadonlyMap<string, Clause>;
  readonly clauses: ReadonlyMap<string, PreparedClause>;
  readonly constraints: readonly Constraint[];
  /** By clause: the constraints that it states, and the clauses that limit it. */
  readonly statedConstraints: ReadonlyMap<string, readonly Constraint[]>;
  readonly limitedBy: ReadonlyMap<string, readonly string[]>;
  /** By full id: the readings that can be computed. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** By clause: the readings of the groups that it stands in. */
  readonly groupReadings: ReadonlyMap<string, readonly Reading[]>;
  readonly facts: ReadonlyMap<string, FactDefinition>;
  /** Where the dictionary asks for a fact, and where it first asks about a subject. */
  readonly factRanks: ReadonlyMap<string, number>;
}

/** Prepares the catalogues of a chain (from the place itself upwards). Throws on a broken catalogue. */
export function prepareCatalogues(dictionary: Dictionary, chain: readonly Catalogue[]): PreparedCatalogue {
  const policies = chain.flatMap((catalogue) => catalogue.policies);
  const clauses = policies.flatMap((policy) => policy.clauses);
  const groups = policies.flatMap((policy) => policy.groups);
  const readings = computedReadings([...clauses, ...groups]);
  const layout = layOut(dictionary, [...readings.values()]);
  const shop = createPreparer(layout);
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const joint = clauses.flatMap((clause) =>
    clause.limits.flatMap((limit) =>
      Array.isArray(limit.over) && limit.type !== 'budget'
        ? [prepareJointLimit(clause.id, limit, byId.get(limit.over[0] ?? '')?.list, shop)]
        : [],
    ),
  );
  const constraints = sortForNesting([...joint, ...groups.map((group) => prepareGroup(group, shop))]);
  return {
    dictionary,
    layout,
    hash: chain.map((catalogue) => catalogue.hash).join('+'),
    policies,
    published: byId,
    clauses: new Map(clauses.map((clause) => [clause.id, prepareClause(clause, shop)])),
    constraints,
    statedConstraints: gathered(constraints.map((constraint) => [constraint.owner, constraint])),
    limitedBy: gathered(
      joint.flatMap(({ owner, members }) => [...members].map((id) => [id, owner] as const)),
    ),
    readings,
    groupReadings: gathered(
      groups.flatMap(({ clauses: members, readings: open }) =>
        members.flatMap((id) => open.map((reading) => [id, reading] as const)),
      ),
    ),
    facts: new Map(dictionary.facts.map((fact) => [fact.id, fact])),
    factRanks: ranksOf(dictionary),
  };
}

/** The readings with branches, each once: that of a general requirement is carried by several clauses. */
function computedReadings(
  owners: readonly { readonly readings: readonly Reading[] }[],
): ReadonlyMap<string, Reading> {
  const all = owners.flatMap(({ readings }) => readings).filter(({ options }) => options.length > 0);
  return new Map(all.map((reading) => [reading.id, reading]));
}

/** By key: its items, each once. */
function gathered<Item>(pairs: readonly (readonly [string, Item])[]): ReadonlyMap<string, readonly Item[]> {
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
