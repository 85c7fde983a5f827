import type { CheckResult, ClauseResult, MoneyRange, Reason, Totals } from '../../clauses/index.ts';
import { isZero, sayRange } from './money.ts';
import type { Vocabulary } from './names.ts';
import { NEEDS_AUTHORITY, VERDICTS } from './terms.ts';

/** The first sentence of a result, as texts and amounts so that a view can emphasise the amounts. */
export function totalsParts({
  granted,
  atMost,
}: Pick<Totals, 'granted' | 'atMost'>): readonly (string | MoneyRange)[] {
  const same = granted.min === atMost.min && granted.max === atMost.max;
  if (same && granted.max === null && isZero(granted.min))
    return ['按您填写的情况：能得多少还定不了，有的数没有填，或者文件没有设上限。'];
  const first = ['按您填写的情况：文件明确给予 ', granted];
  const rest = granted.max === null ? '；连同“最高”类，也是这样。' : '；连同“最高”类，至多也是这么多。';
  return same ? [...first, rest] : [...first, '；连同“最高”类，至多 ', atMost, '。'];
}

/** The first sentence of a result as plain text. */
export function sayTotals(totals: Pick<Totals, 'granted' | 'atMost'>): string {
  return totalsParts(totals)
    .map((part) => (typeof part === 'string' ? part : sayRange(part)))
    .join('');
}

/** Why the two figures are ranges, where they are; `undefined` where both are decided. */
export function sayWhyRange({ granted, atMost, bound }: Totals, open: number): string | undefined {
  if (granted.min === granted.max && atMost.min === atMost.max && !bound) return undefined;
  const causes = open > 0 ? `还有 ${open} 个问题没有答` : '文件有的地方可作不同理解';
  const wider = bound ? '；实际的范围可能比这里更小' : '';
  const ends = granted.max === null ? '' : '“至”的两头是可能的最小数和最大数：';
  return `${ends}${causes}${wider}。`;
}

/** Why a verdict is `ineligible` although every condition is met, or `undetermined` although no answer is missing. */
export function sayReason(reason: Reason, words: Vocabulary): string | undefined {
  switch (reason.code) {
    case 'condition':
      return undefined;
    case 'reading':
      return '文件这一处可作不同理解，理解不同结果也不同，见下面的“不同理解”。';
    case 'undefined':
      return '按所填的数字，比例的分母是零，无法判断。';
    case 'emptyList':
      return `您答没有${words.subject(reason.list)}。`;
  }
}

/** The clauses that have the same verdict, and the word for it. */
export interface Outcomes {
  readonly name: string;
  readonly clauses: readonly ClauseResult[];
}

/** Clauses by verdict, in the order in which pages show them. Limits have no verdict and are left out. */
export function groupVerdicts(clauses: readonly ClauseResult[]): readonly Outcomes[] {
  const group = (name: string, holds: (clause: ClauseResult) => boolean): Outcomes => ({
    name,
    clauses: clauses.filter(holds),
  });
  return [
    group(VERDICTS.eligible, ({ verdict, authority }) => verdict === 'eligible' && authority.length === 0),
    group(NEEDS_AUTHORITY, ({ verdict, authority }) => verdict === 'eligible' && authority.length > 0),
    group(VERDICTS.undetermined, ({ verdict }) => verdict === 'undetermined'),
    group(VERDICTS.ineligible, ({ verdict }) => verdict === 'ineligible'),
  ].filter((each) => each.clauses.length > 0);
}

/** The number of clauses with each verdict: `可享受 2 条`. */
export function countVerdicts(clauses: readonly ClauseResult[]): readonly string[] {
  return groupVerdicts(clauses).map((each) => `${each.name} ${each.clauses.length} 条`);
}

/** Clauses with a verdict: those that can be had first, otherwise in the order of the text. */
export function byVerdict(clauses: readonly ClauseResult[]): readonly ClauseResult[] {
  return groupVerdicts(clauses).flatMap((each) => each.clauses);
}

/** The version of the data that a result rests on, short. */
export function sayVersion({ catalogue }: Pick<CheckResult, 'catalogue'>): string {
  return catalogue
    .split('+')
    .map((hash) => hash.replace('sha256-', '').slice(0, 12))
    .join('+');
}
