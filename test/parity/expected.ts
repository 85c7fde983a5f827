import type {
  Amount,
  CheckResult,
  Clause,
  ClauseResult,
  MoneyRange,
  Standing,
  StandingTotals,
} from '../../clauses/index.ts';
import type { ShownClause, ShownPage } from './page.ts';

type Published = ReadonlyMap<string, Clause>;

/** The expected contents of the page of a result, computed without the views. */
export function expectedPage(result: CheckResult, published: Published): ShownPage {
  const { asOf, clauses, questions } = result;
  return {
    totals: headline(result),
    clauses: new Map(
      clauses.map((clause) => [
        `result-${clause.id.replace(/[/#]/g, '-')}`,
        expectedClause(clause, published),
      ]),
    ),
    open: questions.length,
    asOf,
  };
}

const COUNTED: readonly Standing[] = ['in-force', 'unknown-period'];

/** The figures of the first sentence: of what counts, or of the first standing where nothing does. */
function headline({ totals, clauses }: CheckResult): readonly string[] {
  const awards = clauses.filter(({ verdict }) => verdict !== undefined);
  const [first] = awards;
  if (first === undefined) return [];
  const counted = awards.filter(({ standing }) => COUNTED.includes(standing));
  if (counted.length > 0) return figures(totals, counted);
  const { standing } = first;
  const sums = totals.byStanding[standing];
  return sums === undefined
    ? []
    : figures(
        sums,
        awards.filter((each) => each.standing === standing),
      );
}

/** Complexity: one line for each state of two sums. */
function figures(
  { granted, atMost }: Pick<StandingTotals, 'granted' | 'atMost'>,
  awards: readonly ClauseResult[],
): readonly string[] {
  const live = awards.filter(({ verdict }) => verdict !== 'ineligible');
  if (live.length === 0) return [];
  const paying = live.filter(({ amount }) => amount.kind === 'money');
  const unstated = live.some(({ amount: each }) => each.kind === 'none' && UNSTATED.has(each.why));
  if (is(granted, 0) && is(atMost, 0)) return unstated || paying.length === 0 ? [] : ['0'];
  if (is(granted, 0) && atMost.max !== null) return [most(atMost)];
  if (granted.max !== null && granted.min === atMost.min && granted.max === atMost.max)
    return [rangeText(granted)];
  if (granted.max !== null && atMost.max !== null)
    return [rangeText(granted), atMost.min === granted.min ? shortest(atMost.max) : most(atMost)];
  const [only] = paying;
  if (paying.length === 1 && only?.amount.kind === 'money' && isRuleKnown(only.amount))
    return [figureOf({ ...only.amount, ...only.amount.perItem })];
  if (granted.max === null) {
    const least = Number(granted.min) === 0 ? atMost.min : granted.min;
    return Number(least) === 0 ? [] : [shortest(least)];
  }
  if (is(granted, 0)) return Number(atMost.min) === 0 ? [] : [shortest(atMost.min)];
  const more = granted.min === granted.max && atMost.min !== granted.min;
  return [rangeText(granted), ...(more ? [shortest(atMost.min)] : [])];
}

const UNSTATED: ReadonlySet<string> = new Set(['elsewhere', 'discretionary', 'notStated']);

function is({ min, max }: MoneyRange, value: number): boolean {
  return max !== null && Number(min) === value && Number(max) === value;
}

function expectedClause(clause: ClauseResult, published: Published): ShownClause {
  const { verdict = 'limit', amount, ceiling } = clause;
  return { kind: verdict, verdict: wordOf(clause), amounts: amountsOf(verdict, amount, ceiling, published) };
}

function wordOf({ verdict, authority, missing, standing }: ClauseResult): string {
  if (verdict === undefined) return '限额条款';
  if (verdict === 'ineligible') return '不符合';
  const open = missing.length === 0 ? '看怎样理解文件' : `还缺 ${missing.length} 项`;
  const pending = authority.length > 0;
  if (standing === 'not-yet')
    return `尚未施行，${verdict === 'undetermined' ? open : pending ? '需主管部门认定' : '条件符合'}`;
  const time = COUNTED.includes(standing) ? '' : standing === 'plan-ended' ? '规划期内' : '当时';
  if (verdict === 'eligible') return `${time}${pending ? '需主管部门认定' : '可享受'}`;
  return `${time}可能享受（${open}）`;
}

function amountsOf(
  verdict: string,
  amount: Amount,
  ceiling: MoneyRange | undefined,
  published: Published,
): readonly string[] {
  // A ceiling that is not known yet is shown in words.
  if (ceiling !== undefined) return ceiling.max === null ? [] : [rangeText(ceiling)];
  if (verdict === 'ineligible' || amount.kind === 'none') return [];
  const figure = figureOf({ ...amount, ...shownFigures(amount, published) });
  return figure === '' ? [] : [figure];
}

type Money = Extract<Amount, { kind: 'money' }>;

/** While the fact of a joint limit is missing the figures before it; of unknown items those of one. */
function shownFigures(amount: Money, published: Published): Pick<Money, 'least' | 'most'> {
  const { beforeLimits: before, missing, perItem } = amount;
  const read = JSON.stringify((before?.limits ?? []).map((id) => published.get(id)?.limits));
  const names = missing.map((name) => name.replace(/\.\d+\./, '.'));
  if (before !== undefined && names.some((name) => read.includes(`"fact":"${name}"`))) return before;
  return isRuleKnown(amount) && perItem !== undefined ? perItem : amount;
}

function isRuleKnown({ force, perItem }: Money): boolean {
  const side = force === 'upTo' ? perItem?.most : perItem?.least;
  return side !== undefined && side.max !== null;
}

function figureOf({ force, least, most: high }: Money): string {
  // “最高 0 至 5 万元” is shown as 最高 5 万元, and a range without an upper end by its lower one.
  const side = force === 'upTo' ? high : least;
  if (side.max === null) return Number(side.min) === 0 ? '' : shortest(side.min);
  return force === 'upTo' ? most(side) : rangeText(side);
}

function most(range: MoneyRange): string {
  return range.max !== null && Number(range.min) === 0 ? shortest(range.max) : rangeText(range);
}

function rangeText({ min, max }: MoneyRange): string {
  const end = max === null ? '' : shortest(max);
  return min === max ? end : `${shortest(min)}..${end}`;
}

function shortest(decimal: string): string {
  return decimal.replace(/\.00$/, '').replace(/(\.\d)0$/, '$1');
}
