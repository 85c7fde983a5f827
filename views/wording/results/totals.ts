import type {
  CheckResult,
  ClauseResult,
  MoneyRange,
  NoAmount,
  Standing,
  StandingTotals,
} from '../../../clauses/index.ts';
import { counts } from '../../../clauses/language.ts';
import { isPoint, sayRange } from '../money.ts';
import { FORCES, NOT_YET, OPEN_CAUSES } from '../terms.ts';
import { itemRule, saidAmount, sayUnanswered } from './amount.ts';
import type { ResultContext, Said } from './result.ts';
import { sayStandingFully } from './standings.ts';
import { TOTALS_STATES, type TotalsCase, zeroLimitOf } from './totals-states.ts';

/** What a result comes to, in sentences. */
export interface SaidTotals {
  /** The first sentence of the result. */
  readonly headline: Said;
  /** One for each standing that does not count, where other clauses do. */
  readonly others: readonly Said[];
}

/** The sentences about the totals of a result: those that count first, then each standing that does not, apart. */
export function saidTotals(result: CheckResult, context: ResultContext): SaidTotals {
  const awards = result.clauses.filter(({ verdict }) => verdict !== undefined);
  if (awards.length === 0) return { headline: [sayNoAwards(result)], others: [] };
  const counted = awards.filter(({ standing }) => counts(standing));
  const rest = [...new Set(awards.map(({ standing }) => standing).filter((each) => !counts(each)))];
  const others = rest.map((standing) => ({
    standing,
    clauses: awards.filter((clause) => clause.standing === standing),
  }));
  if (counted.length > 0) {
    const named = others.filter(({ clauses }) => clauses.some(({ verdict }) => verdict !== 'ineligible'));
    return {
      headline: sayCounted(result, counted, others.length > 0, context),
      others: named.map((each) => sayUncounted(result, each.standing, each.clauses, true, context)),
    };
  }
  const [headline = [], ...more] = others.map(({ standing, clauses }) =>
    sayUncounted(result, standing, clauses, others.length > 1, context),
  );
  return { headline, others: more };
}

/** A sentence as plain text. */
export function sayPlainly(said: Said): string {
  return said.map((part) => (typeof part === 'string' ? part : sayRange(part))).join('');
}

function sayNoAwards({ clauses }: CheckResult): string {
  return clauses.length === 0 ? '这个地方还没有收录可以自查的条款。' : '选的条款只限制金额，本身不给予资金。';
}

function sayCounted(
  result: CheckResult,
  awards: readonly ClauseResult[],
  mixed: boolean,
  context: ResultContext,
): Said {
  const none = mixed && awards.every(({ verdict }) => verdict === 'ineligible');
  const lead = none ? '按您填写的情况，计入合计的条款' : '按您填写的情况，';
  const sums = totalsCase(result, result.totals, awards, { lead, grants: FORCES.fixed }, context);
  return [...saySums(sums), '。', ...sayPeriods(awards, context)];
}

/** The note that the text states no period; short, because it is part of the first sentence. */
function sayPeriods(awards: readonly ClauseResult[], context: ResultContext): readonly string[] {
  const open = awards.filter(({ standing }) => standing === 'unknown-period');
  if (open.length === 0) return [];
  const said = sayAgreed('unknown-period', open, context) ?? '文件未载明有效期';
  return [open.length < awards.length ? `其中有的${said}。` : `${said}。`];
}

/** The sums of one standing that does not count: first why, then what the text gave or will give. */
function sayUncounted(
  result: CheckResult,
  standing: Standing,
  awards: readonly ClauseResult[],
  named: boolean,
  context: ResultContext,
): Said {
  const why = sayAgreed(standing, awards, context) ?? GENERAL[standing] ?? '';
  const future = standing === 'not-yet';
  const lead = future ? '施行以后，按您填写的情况，' : '按文件当时的规定和您填写的情况，';
  const subject = named ? `不计入合计：${sayDocuments(awards, context)}，` : '';
  const start = `${subject}${future ? `${NOT_YET}，` : ''}${why}。`;
  const totals = result.totals.byStanding[standing];
  if (totals === undefined) return [start];
  const sums = totalsCase(result, totals, awards, { lead, grants: '给予' }, context);
  return [start, ...saySums(sums), '。'];
}

/** Said where the documents of one standing have different dates. */
const GENERAL: Readonly<Partial<Record<Standing, string>>> = {
  'not-yet': '这些文件还没有施行',
  expired: '这些文件都已失效',
  repealed: '这些文件都已废止',
  superseded: '这些文件都已被替代',
  'plan-ended': '这些文件的规划期都已结束，未载明有效期，是否仍执行请向主管部门确认',
};

/** Why the clauses have their standing, where their documents say the same. */
function sayAgreed(
  standing: Standing,
  clauses: readonly ClauseResult[],
  { datesOf }: ResultContext,
): string | undefined {
  const said = new Set(clauses.map(({ policy }) => sayStandingFully(standing, datesOf(policy))));
  const [first] = said;
  return said.size === 1 ? first : undefined;
}

function sayDocuments(clauses: readonly ClauseResult[], { policies }: ResultContext): string {
  const ids = new Set(clauses.map(({ policy }) => policy));
  const titles = policies.filter(({ id }) => ids.has(id)).map(({ title }) => `《${title}》`);
  return titles.length > 2 ? `${titles.slice(0, 2).join('、')}等 ${titles.length} 份文件` : titles.join('、');
}

/** The sentence of the first state that applies, with the clauses that are in no sum. */
function saySums(sums: TotalsCase): Said {
  const state = TOTALS_STATES.find(({ holds }) => holds(sums));
  const said = state?.say(sums) ?? [];
  const apart = state?.name === 'no amount is stated' ? 0 : sums.unstated.length;
  return apart === 0 ? said : [...said, `；另有 ${apart} 条没有写明金额，不在内`];
}

function totalsCase(
  result: CheckResult,
  { granted, atMost }: Pick<StandingTotals, 'granted' | 'atMost'>,
  awards: readonly ClauseResult[],
  { lead, grants }: Pick<TotalsCase, 'lead' | 'grants'>,
  context: ResultContext,
): TotalsCase {
  const { totals } = result;
  const lowering = new Set(
    awards.flatMap(({ amount }) => (amount.kind === 'money' ? (amount.beforeLimits?.limits ?? []) : [])),
  );
  return {
    granted,
    atMost,
    awards,
    lead,
    grants,
    range: isPoint(granted) && isPoint(atMost) ? '' : sayRangeCause(result, awards),
    cause: {
      granted: sayOpenCause(granted, awards, context),
      atMost: sayOpenCause(atMost, awards, context),
    },
    unstated: awards.filter(isUnstated),
    zeroLimit: zeroLimitOf(
      totals.limitedBy.filter(({ clause }) => lowering.has(clause)),
      context.titleOf,
    ),
    eachItem: eachItemOf(awards, context),
  };
}

/** Whether money may be paid for which the text gives no figure. */
function isUnstated({ verdict, amount }: ClauseResult): boolean {
  return verdict !== 'ineligible' && amount.kind === 'none' && UNSTATED.has(amount.why);
}

const UNSTATED: ReadonlySet<NoAmount> = new Set(['elsewhere', 'discretionary', 'notStated']);

/** `，看还没有答的 3 题`: the questions that these clauses still need, and the readings of the text. */
function sayRangeCause(result: CheckResult, awards: readonly ClauseResult[]): string {
  const { questions, totals } = result;
  const limiting = new Set(awards.flatMap(({ limitedBy }) => limitedBy));
  const limits = result.clauses.filter(({ id, verdict }) => verdict === undefined && limiting.has(id));
  const wanted = new Set([...awards, ...limits].flatMap(missingOf));
  const count = questions.filter(({ fact }) => wanted.has(fact)).length;
  const causes = [
    ...(count > 0 ? [`还没有答的 ${count} 题`] : []),
    ...(totals.readings.length > 0 && isCounting(awards) ? ['怎样理解文件'] : []),
  ];
  return causes.length === 0 ? '' : `，看${causes.join('和')}`;
}

/** The readings of the totals are those of the clauses that count. */
function isCounting(awards: readonly ClauseResult[]): boolean {
  return awards.some(({ standing }) => counts(standing));
}

function missingOf({ missing, amount }: ClauseResult): readonly string[] {
  return amount.kind === 'none' ? missing : [...missing, ...amount.missing];
}

/** Why a sum has no upper end, as the rest of 因为……; empty where the only cause is that the text sets none. */
function sayOpenCause(
  { open = [] }: MoneyRange,
  awards: readonly ClauseResult[],
  context: ResultContext,
): string {
  const causes = open.filter((cause) => cause !== 'noLimit');
  if (causes.length === 0) return '';
  const paying = awards.filter(({ amount }) => amount.kind === 'money');
  const said = [
    ...(causes.includes('unanswered')
      ? [sayUnansweredBy(paying, context)]
      : causes.includes('items')
        ? [sayItems(paying, context)]
        : []),
    ...(causes.includes('external') ? [OPEN_CAUSES.external] : []),
    ...(open.includes('noLimit') ? ['有的文件没有写上限'] : []),
  ];
  return said.join('，');
}

/** The answers that leave the sums open, the lists of unknown length among them: each is said once. */
function sayUnansweredBy(paying: readonly ClauseResult[], context: ResultContext): string {
  const open = paying.filter((clause) => isOpenBy(clause, 'unanswered'));
  const names = new Set([...open.flatMap(missingOf), ...openLists(paying, context)]);
  return names.size === 0 ? OPEN_CAUSES.unanswered : sayUnanswered([...names], context.words);
}

/** `有几个“技术改造项目”没有填`. */
function sayItems(paying: readonly ClauseResult[], context: ResultContext): string {
  const lists = openLists(paying, context);
  if (lists.length === 0) return OPEN_CAUSES.items;
  if (lists.length > 2) return sayUnanswered(lists, context.words);
  return `有几个${lists.map((list) => `“${context.words.subject(list)}”`).join('、')}没有填`;
}

function openLists(paying: readonly ClauseResult[], { clauseOf }: ResultContext): readonly string[] {
  const open = paying.filter((clause) => isOpenBy(clause, 'items'));
  return [...new Set(open.flatMap(({ id }) => clauseOf(id)?.list ?? []))];
}

function isOpenBy({ amount }: ClauseResult, cause: 'items' | 'unanswered'): boolean {
  return amount.kind === 'money' && [amount.least, amount.most].some(({ open }) => open?.includes(cause));
}

/** The rule of the only clause that may pay, where it is known only for one item. */
function eachItemOf(awards: readonly ClauseResult[], context: ResultContext): Said | undefined {
  const paying = awards.filter(({ verdict, amount }) => verdict !== 'ineligible' && amount.kind === 'money');
  const [only] = paying;
  if (paying.length !== 1 || only === undefined || only.amount.kind === 'none') return undefined;
  return itemRule(only.amount) === undefined ? undefined : saidAmount(only, context)?.figure;
}
