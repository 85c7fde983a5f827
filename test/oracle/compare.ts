import type { Amount, MoneyRange, OpenCause } from '../../clauses/check/money.ts';
import type {
  CheckResult,
  ClauseResult,
  StandingTotals,
  Totals,
  Verdict,
} from '../../clauses/check/result.ts';
import type { NoAmount } from '../../clauses/language/award.ts';
import type { Clause } from '../../clauses/language/clause.ts';
import { type End, type EndRange, orderOfEnds } from './awards.ts';
import { readingsOf } from './completions.ts';
import { promisesExactVerdict } from './exactness.ts';
import { read } from './fraction.ts';
import { branchOf, causesOf, moneyOf, type OracleResult, type Tally } from './oracle.ts';
import { standingOfClause } from './standing.ts';
import { nodesOf, type World } from './world.ts';

/** A disagreement between a result and the completions. */
export interface Disagreement {
  readonly kind:
    | 'verdict'
    | 'outside'
    | 'wider'
    | 'none'
    | 'open'
    | 'standing'
    | 'notAsked'
    | 'limitedBy'
    | 'causes';
  readonly where: string;
  readonly result: string;
  readonly completions: string;
}

/** All disagreements between a result and the completions. */
export function disagreements(
  world: World,
  result: CheckResult,
  oracle: OracleResult,
): readonly Disagreement[] {
  const clauses = result.clauses.flatMap((judged) => {
    const { id, verdict, amount, items } = judged;
    const tally = oracle.own.get(id);
    const clause = world.policy.clauses.find((each) => each.id === id);
    if (verdict === undefined || tally === undefined || clause === undefined) return [];
    const exact = promisesExactVerdict(clause, world);
    const own = compareOne(id, verdict, amount, tally, exact);
    const each = (oracle.items.get(id) ?? []).flatMap((item, index) => {
      const one = items[index];
      return one === undefined ? [] : compareOne(`${id}.${index + 1}`, one.verdict, one.amount, item, exact);
    });
    return [
      ...own,
      ...each,
      ...compareBefore(world, id, amount, oracle),
      ...compareReadings(clause, judged, oracle, world, exact),
    ];
  });
  const totals = compareSums('totals', result.totals, oracle.totals);
  return [
    ...clauses,
    ...totals,
    ...compareOtherStandings(result.totals, oracle),
    ...compareTotalsReadings(result.totals, oracle, world),
    ...compareStandings(result, world),
    ...compareQuestions(result, oracle, world),
    ...compareCeilings(result.totals, oracle),
  ].filter(({ kind }) => kind !== 'wider' || oracle.whole);
}

/** The figures before joint limits, where one of these lowers them, and the clauses that state these. */
function compareBefore(
  world: World,
  id: string,
  amount: Amount,
  oracle: OracleResult,
): readonly Disagreement[] {
  const [before, own] = [oracle.clauses.get(id), oracle.own.get(id)];
  if (amount.kind === 'none' || before === undefined || own === undefined) return [];
  const where = `${id} before limits`;
  const { least, most, limits } = { ...amount, limits: [], ...amount.beforeLimits };
  // Nothing is said of whether the figures before limits are exact.
  const bound = amount.bound || amount.beforeLimits !== undefined;
  const found = comparePair(where, { least, most, bound }, before);
  const exact =
    !amount.bound &&
    before.least !== undefined &&
    before.most !== undefined &&
    isSame(before.least, least) &&
    isSame(before.most, most) &&
    !sharesUnknown(id, limits, world);
  const extra = limits.filter((owner) => !own.lowering.has(owner));
  const missing = [...own.lowering].filter((owner) => !limits.includes(owner));
  if (missing.length + (exact ? extra.length : 0) === 0) return found;
  const completions = [...own.lowering].join();
  return [...found, { kind: 'limitedBy', where, result: limits.join(), completions }];
}

/**
 * Whether a clause and a limit read the same unanswered fact, or the limit applies to each item: then a limit that never
 * lowers may be named.
 */
function sharesUnknown(clause: string, limits: readonly string[], world: World): boolean {
  const { policy, values, lists } = world;
  const isOpenList = (id: unknown): boolean => typeof id === 'string' && !lists.has(id);
  const readsOpenList = policy.clauses
    .filter(({ id }) => limits.includes(id))
    .some((each) => nodesOf(each).some(({ list }) => isOpenList(list)));
  const holdsItems = policy.clauses
    .filter(({ id }) => limits.includes(id))
    .some((each) => each.limits.some(({ apply }) => apply === 'items'));
  if (readsOpenList || holdsItems) return true;
  const factsOf = (ids: readonly string[]): readonly unknown[] =>
    policy.clauses
      .filter(({ id }) => ids.includes(id))
      .flatMap((each) => nodesOf(each).map(({ fact }) => fact));
  const ofLimits = factsOf(limits);
  const isKnown = (fact: string): boolean =>
    values.has(fact) ||
    [...lists.values()].some((rows) => rows.length > 0 && rows.every((row) => row.has(fact)));
  return factsOf([clause]).some(
    (fact) => typeof fact === 'string' && ofLimits.includes(fact) && !isKnown(fact),
  );
}

/** The sums of the clauses that do not count: of each standing that one has, and of no other. */
function compareOtherStandings(
  { byStanding }: Totals,
  { byStanding: tallies }: OracleResult,
): readonly Disagreement[] {
  const [told, have] = [Object.keys(byStanding), [...tallies.keys()]].map((each) => [...each].sort().join());
  if (told !== have)
    return [{ kind: 'standing', where: 'totals', result: `${told}`, completions: `${have}` }];
  return Array.from(tallies, ([standing, tally]) => {
    const sums = byStanding[standing];
    return sums === undefined ? [] : compareSums(`totals ${standing}`, sums, tally);
  }).flat();
}

function compareSums(
  where: string,
  { granted, atMost, bound }: StandingTotals,
  tally: Tally,
): readonly Disagreement[] {
  return comparePair(where, { least: granted, most: atMost, bound }, tally);
}

/** Compares each option of a reading; a reading that is not listed has the clause's own result in every option. */
function compareReadings(
  clause: Clause,
  judged: ClauseResult,
  { branches }: OracleResult,
  world: World,
  exact: boolean,
): readonly Disagreement[] {
  return readingsOf(world).flatMap(({ id, options }) => {
    const name = clause.readings.find((own) => own.id === id)?.name ?? id.slice(id.indexOf('#') + 1);
    const listed = judged.readings.find((each) => each.id === name);
    return options.flatMap((_, option) => {
      const told = listed?.kind === 'computed' ? listed.options[option] : undefined;
      const { verdict = judged.verdict, amount = judged.amount } = told ?? {};
      const tally = branches.get(branchOf(id, option))?.own.get(clause.id);
      if (verdict === undefined || tally === undefined) return [];
      return compareOne(`${clause.id} ${branchOf(name, option)}`, verdict, amount, tally, exact);
    });
  });
}

function compareTotalsReadings(
  totals: Totals,
  { branches }: OracleResult,
  world: World,
): readonly Disagreement[] {
  return readingsOf(world).flatMap(({ id, options }) => {
    const listed = totals.readings.find((each) => each.id === id);
    return options.flatMap((_, option) => {
      const { granted, atMost } = listed?.options[option] ?? totals;
      const tally = branches.get(branchOf(id, option))?.totals;
      if (tally === undefined) return [];
      const sums = { granted, atMost, bound: totals.bound };
      return compareSums(`totals ${branchOf(id, option)}`, sums, tally);
    });
  });
}

function compareStandings({ clauses }: CheckResult, world: World): readonly Disagreement[] {
  return clauses
    .map(({ id, standing }) => ({ id, standing, completions: standingOfClause(id, world) }))
    .filter(({ standing, completions }) => standing !== completions)
    .map(({ id, standing, completions }) => ({
      kind: 'standing',
      where: id,
      result: standing,
      completions,
    }));
}

/** Every cap that may apply is listed in `limitedBy` with its range. */
function compareCeilings({ limitedBy }: Totals, { ceilings }: OracleResult): readonly Disagreement[] {
  return ceilings.flatMap(({ owner, allowed }): readonly Disagreement[] => {
    const isTold = limitedBy.some(
      ({ clause, ceiling, range }) =>
        clause === owner &&
        allowed !== undefined &&
        isWithin(allowed, range) &&
        ceiling === (range.min === range.max ? range.min : null),
    );
    if (allowed === undefined || isTold) return [];
    const completions = `[${moneyOf(allowed.min)}, ${moneyOf(allowed.max)}]`;
    return [{ kind: 'limitedBy', where: owner, result: JSON.stringify(limitedBy), completions }];
  });
}

/**
 * Every fact that alone changes the outcome in some completion is asked. For a clause over an unknown list the list is asked
 * first. Laws with a floor that raises the sum of other clauses are not compared.
 */
function compareQuestions(
  { questions }: CheckResult,
  { matters }: OracleResult,
  { policy }: World,
): readonly Disagreement[] {
  const limits = policy.clauses.flatMap((clause) => clause.limits);
  if (limits.some(({ over, type, below }) => Array.isArray(over) && type === 'floor' && below !== 'refuse'))
    return [];
  const asked = questions.map(({ fact }) => fact);
  const later = policy.clauses.filter(({ list }) => list !== undefined && asked.includes(list));
  const put = new Set(later.flatMap((clause) => nodesOf(clause).flatMap(({ fact, list }) => [fact, list])));
  /** A fact of an item and a year of a series are named in a law without their number. */
  const isPut = (name: string): boolean =>
    [name, name.replace(/\.\w+$/, ''), name.replace(/\.\d+\./, '.')].some((each) => put.has(each));
  /** A year that is not listed is one of the earlier ones. */
  const isAsked = (name: string): boolean =>
    [name, name.replace(/\.\d{4}$/, '.earlier')].some((each) => asked.includes(each));
  return matters
    .filter((name) => !isAsked(name) && !isPut(name))
    .map((name) => ({ kind: 'notAsked', where: name, result: asked.join(), completions: 'matters' }));
}

function compareOne(
  where: string,
  verdict: Verdict,
  amount: Amount,
  tally: Tally,
  exact: boolean,
): readonly Disagreement[] {
  const agreed = verdictOf(tally);
  const found: Disagreement[] = [];
  if (verdict !== 'undetermined' && verdict !== agreed)
    found.push({ kind: 'verdict', where, result: verdict, completions: agreed });
  if (exact && verdict === 'undetermined' && verdict !== agreed)
    found.push({ kind: 'open', where, result: verdict, completions: agreed });
  // If it is never met, only the verdict is wider than the completions.
  if (agreed === 'ineligible') return found;
  if (amount.kind === 'money') return [...found, ...comparePair(where, amount, tally)];
  if (verdict !== 'ineligible' && (tally.least !== undefined || !isGiven(amount.why, tally)))
    found.push({ kind: 'none', where, result: amount.why, completions: show(tally) });
  return found;
}

/** Where a quantity is undefined in one branch and not stated in another, either reason may be named. */
function isGiven(why: NoAmount, { none }: Tally): boolean {
  const flawed = none.has('undefined') || none.has('notStated');
  return none.has(why) || (flawed && (why === 'undefined' || why === 'notStated'));
}

function verdictOf({ truths }: Tally): Verdict {
  const [first, ...others] = truths;
  if (first === undefined || others.length > 0 || first === 'undefined') return 'undetermined';
  return first ? 'eligible' : 'ineligible';
}

interface Pair {
  readonly least: MoneyRange;
  readonly most: MoneyRange;
  readonly bound: boolean;
}

function comparePair(where: string, pair: Pair, tally: Tally): readonly Disagreement[] {
  const { least, most } = tally;
  const given = `${JSON.stringify(pair.least)} ${JSON.stringify(pair.most)}`;
  if (least === undefined || most === undefined)
    return pair.bound || isSingle(pair)
      ? []
      : [{ kind: 'none', where, result: given, completions: show(tally) }];
  const causes = [
    ...compareCauses(where, pair.least, causesOf(tally.open.least), pair.bound),
    ...compareCauses(where, pair.most, causesOf(tally.open.most), pair.bound),
  ];
  const contains = isWithin(least, pair.least) && isWithin(most, pair.most);
  const same = isSame(least, pair.least) && isSame(most, pair.most);
  if (contains && (same || pair.bound || tally.none.has('undefined'))) return causes;
  return [
    ...causes,
    { kind: contains ? 'wider' : 'outside', where, result: given, completions: show(tally) },
  ];
}

/**
 * Every figure without an upper end says why: where the text sets none nothing else needs to be said, and no cause is
 * named that no completion has, unless the figure is a bound.
 */
function compareCauses(
  where: string,
  { max, open }: MoneyRange,
  { must, may }: ReturnType<typeof causesOf>,
  bound: boolean,
): readonly Disagreement[] {
  const told = new Set(open);
  const isSaid = (cause: OpenCause): boolean =>
    told.has(cause) || (cause !== 'noLimit' && told.has('noLimit'));
  const fits =
    max !== null
      ? open === undefined
      : told.size > 0 &&
        [...must].every(isSaid) &&
        (bound || told.has('noLimit') || [...told].every((cause) => may.has(cause)));
  if (fits) return [];
  return [{ kind: 'causes', where, result: `${open?.join()}`, completions: [...may].join() }];
}

/** A single figure is never marked as a bound, also where other completions have no figure. */
function isSingle({ least, most }: Pair): boolean {
  return least.min === least.max && most.min === most.max;
}

function isSame({ min, max }: EndRange, range: MoneyRange): boolean {
  return moneyOf(min) === range.min && moneyOf(max) === range.max;
}

function isWithin({ min, max }: EndRange, range: MoneyRange): boolean {
  return (
    orderOfEnds(endOf(range.min), endOf(moneyOf(min))) <= 0 &&
    orderOfEnds(endOf(moneyOf(max)), endOf(range.max)) <= 0
  );
}

function endOf(text: string | null): End {
  return text === null ? 'unlimited' : read(text);
}

function show({ least, most, none, truths }: Tally): string {
  const span = (each: EndRange | undefined): string =>
    each === undefined ? '–' : `[${moneyOf(each.min)}, ${moneyOf(each.max)}]`;
  return `${span(least)} ${span(most)} ${[...none].join(' ')} (${[...truths].join(' ')})`;
}
