import { unjudged } from '../evaluate/conditions.ts';
import type { Evaluated } from '../evaluate/evaluate.ts';
import { NOTHING_OPEN, type OpenParts, OpenPartsCollector } from '../evaluate/open-parts.ts';
import { isOpen, type Outcome } from '../evaluate/outcome.ts';
import { amountParts, limitParts } from '../evaluate/prepared-clause.ts';
import { forEachItem, type Situation } from '../evaluate/situation.ts';
import { counts, type Standing } from '../language/standing.ts';
import { add, compare, type Rational, subtract, ZERO } from '../numbers/exact.ts';
import { isPoint } from '../numbers/interval.ts';
import type { Constraint } from './constraints.ts';
import type { OwnFigure } from './open-causes.ts';
import type { PreparedCatalogue } from './prepared-catalogue.ts';
import type { Question } from './result.ts';

/** An evaluated clause with its open parts. */
export interface ClauseWithOpenParts extends OwnFigure {
  readonly open: OpenParts;
  /** The standing of its policy. */
  readonly standing: Standing;
}

/**
 * What is open in the undecided branches of a clause: in its conditions, and in its amount where that is not one figure.
 * `items` are the outcomes whose amounts have to be known one by one.
 */
export function openPartsOf(
  state: Situation,
  { clause, outcome }: Evaluated,
  items: readonly Outcome[] = [],
): OpenParts {
  const { met, amount, partial, flaw } = outcome;
  const isAmountOpen = amount
    ? partial || isOpen(amount) || items.some(({ share }) => isOpen(share))
    : flaw !== undefined;
  if (met !== 'unknown' && !isAmountOpen) return NOTHING_OPEN;
  const open = new OpenPartsCollector();
  const collect = (): void => {
    const { when } = clause;
    if (when) open.at(state, when);
    // What is granted for certain may depend on whether the authority still has to judge.
    if (when && clause.needsAuthority && amount && !isPoint(amount.least))
      unjudged(state, () => open.at(state, when));
    if (isAmountOpen && when?.holds(state) !== false)
      for (const part of amountParts(state, clause)) open.at(state, part);
  };
  const { list } = clause;
  if (list && !state.known[list.index]) open.facts.add(list.id);
  else forEachItem(state, list, collect);
  return open;
}

/**
 * Every missing fact with the number of clauses in scope that it can still change; a fact that can change nothing is not
 * asked for. Sorted by that number, then by how many yuan are open in those clauses (unlimited first), then in the order
 * of the dictionary.
 */
export function collectQuestions(
  state: Situation,
  prepared: PreparedCatalogue,
  scope: readonly ClauseWithOpenParts[],
): readonly Question[] {
  const asked = new Map<string, Set<Evaluated>>();
  const ask = (facts: Iterable<string>, each: Evaluated): void => {
    for (const fact of facts) asked.set(fact, (asked.get(fact) ?? new Set()).add(each));
  };
  for (const each of scope) ask(each.open.facts, each);
  const paying = new Map(
    scope.filter(({ outcome }) => outcome.amount).map((each) => [each.clause.clause.id, each]),
  );
  for (const constraint of prepared.constraints) {
    const facts = openFactsOfConstraint(state, constraint, paying);
    const limited = [...constraint.members].flatMap((id) => paying.get(id) ?? []);
    for (const each of limited) {
      // A group joins only clauses that count together.
      if (!constraint.limit && limited.filter((other) => isSameClass(each, other)).length < 2) continue;
      ask(facts, each);
      // A limit of each item reads the amounts of the items before the clause's own limits are applied to their sum.
      if (constraint.items) ask(openPartsOf(state, each, each.outcome.items).facts, each);
    }
  }
  return sortByDictionary(prepared, asked.keys())
    .map((fact) => {
      const open = asked.get(fact) ?? new Set();
      return [{ fact, clauses: open.size }, openWidth(open)] as const;
    })
    .sort(([a, width], [b, other]) => b.clauses - a.clauses || widerFirst(width, other))
    .map(([question]) => question);
}

/** Whether the amounts of two clauses are added to the same totals. */
function isSameClass({ standing: a }: ClauseWithOpenParts, { standing: b }: ClauseWithOpenParts): boolean {
  return a === b || (counts(a) && counts(b));
}

/** How many yuan are still open in these clauses together; `null` where there is no limit. */
function openWidth(scope: Iterable<Evaluated>): Rational | null {
  let width = ZERO;
  for (const { outcome } of scope) {
    const { min, max } = outcome.share.most;
    if (max === null) return null;
    width = add(width, subtract(max, min ?? ZERO));
  }
  return width;
}

function widerFirst(a: Rational | null, b: Rational | null): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  return compare(b, a);
}

/**
 * The facts that are missing for deciding whether a constraint applies and what it allows. With `paying`, the clauses
 * that may pay by id, a limit of each item needs no facts of an item for which all its clauses fail.
 */
export function openFactsOfConstraint(
  state: Situation,
  { limit, when, items, members }: Constraint,
  paying?: ReadonlyMap<string, Evaluated>,
): readonly string[] {
  const open = new OpenPartsCollector();
  forEachItem(state, items, (item) => {
    if (items && paying && ![...members].some((id) => paying.get(id)?.outcome.items[item]?.met)) return;
    const parts = limit ? limitParts(state, limit) : when ? [when] : [];
    for (const part of parts) open.at(state, part);
  });
  return [...open.facts];
}

/** Distinct flat names of facts in the order of the dictionary: by subject, then by item, then by fact. */
export function sortByDictionary(
  { factRanks }: PreparedCatalogue,
  names: Iterable<string>,
): readonly string[] {
  const keyed = [...new Set(names)].map((name) => ({ name, key: sortKeyOf(factRanks, name) }));
  return keyed.sort((a, b) => a.key - b.key || (a.name < b.name ? -1 : 1)).map(({ name }) => name);
}

/** A number to sort by: subject (or the applicant's own fact), item, fact, with fewer than 100,000 of each. */
function sortKeyOf(ranks: ReadonlyMap<string, number>, name: string): number {
  const [subject, second, third] = name.split('.');
  const item = Number(second) || 0;
  const first = ranks.get(`${subject}`) ?? 0;
  const rank = ranks.get(`${subject}.${item ? third : second}`);
  const own = item ? first : (rank ?? first);
  return (own * 1e5 + item) * 1e5 + (rank ?? 0);
}
