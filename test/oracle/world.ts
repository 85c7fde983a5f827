import type { CataloguePolicy } from '../../clauses/language/catalogue.ts';
import type { Dictionary, FactDefinition } from '../../clauses/language/fact.ts';
import type { Row } from './evaluator.ts';
import type { Fraction } from './fraction.ts';

/** A law, the answers of an applicant, and a day. Absent answers are unknown; a row may be incomplete. */
export interface World {
  readonly dictionary: Dictionary;
  readonly policy: CataloguePolicy;
  /** Another policy, with the clauses whose ids begin with its id; `policy` has all clauses and groups. */
  readonly other?: Pick<CataloguePolicy, 'id' | 'dates'>;
  /** A day number. */
  readonly asOf: number;
  readonly values: ReadonlyMap<string, Fraction>;
  readonly lists: ReadonlyMap<string, readonly Row[]>;
  /** The ids of the requested clauses; absent means all. */
  readonly scope?: readonly string[];
}

/** The facts and lists that a law reads. */
export interface Reads {
  /** Facts of the applicant as a whole, a year of a series as `<id>.<year>`. */
  readonly values: ReadonlyMap<string, FactDefinition>;
  /** Lists with the facts of an item that are read. */
  readonly lists: ReadonlyMap<string, readonly FactDefinition[]>;
}

/** A node of a law, as JSON. */
export type LawNode = Readonly<Record<string, unknown>>;

/** Every part of a law, at any depth, that is written `{ op: … }`. */
export function nodesOf(law: object): readonly LawNode[] {
  const known = partsBefore.get(law);
  if (known !== undefined) return known;
  const parts: LawNode[] = [];
  gather(law, parts);
  partsBefore.set(law, parts);
  return parts;
}

const partsBefore = new WeakMap<object, readonly LawNode[]>();

function gather(law: unknown, into: LawNode[]): void {
  if (typeof law !== 'object' || law === null) return;
  if ('op' in law) into.push(law);
  for (const inner of Object.values(law)) gather(inner, into);
}

/** What the clauses and groups of a world read, in the order of the dictionary. */
export function readsOf({ dictionary, policy }: Pick<World, 'dictionary' | 'policy'>, year: number): Reads {
  const parts = nodesOf(policy);
  const named = new Set(parts.map((part) => part['fact']));
  const facts = dictionary.facts.filter(({ id }) => named.has(id));
  const subjects = new Map(dictionary.subjects.map((subject) => [subject.id, subject]));
  const isListed = ({ subject }: FactDefinition): boolean => subjects.get(subject)?.list === true;
  const years = (fact: FactDefinition): string[] => {
    const which = new Set(parts.flatMap((part) => (part['fact'] === fact.id ? [part['which']] : [])));
    const best = which.has('best');
    return [
      ...(which.has('current') ? [String(year)] : []),
      ...(which.has('previous') || best ? [String(year - 1)] : []),
      ...(which.has('beforeLast') ? [String(year - 2)] : []),
      ...(best ? ['earlier'] : []),
    ];
  };
  const values = facts
    .filter((fact) => !isListed(fact))
    .flatMap((fact): [string, FactDefinition][] =>
      fact.type === 'series' ? years(fact).map((each) => [`${fact.id}.${each}`, fact]) : [[fact.id, fact]],
    );
  const used = new Set([
    ...parts.map((part) => part['list']),
    ...policy.clauses.map(({ list }) => list),
    ...facts.filter(isListed).map(({ subject }) => subject),
  ]);
  const lists = dictionary.subjects.filter(({ id, list }) => list && used.has(id));
  return {
    values: new Map(values),
    lists: new Map(lists.map(({ id }) => [id, facts.filter(({ subject }) => subject === id)])),
  };
}
