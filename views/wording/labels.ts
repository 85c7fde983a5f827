import type {
  Amount,
  ClauseResult,
  Force,
  PolicyDates,
  Standing,
  Target,
  TargetComparator,
  Verdict,
} from '../../clauses/index.ts';
import { counts } from '../../clauses/language.ts';
import {
  FORCES,
  LIMIT_CLAUSE,
  NEEDS_AUTHORITY,
  NO_AMOUNTS,
  NOT_STATED,
  NOT_YET,
  READING_VERDICTS,
  STANDINGS,
  TARGET_COMPARATORS,
  VERDICT_SIGNS,
  VERDICT_TIMES,
  VERDICTS,
} from './terms.ts';

/**
 * The verdict on a clause; where it is open, how many answers are missing. A policy that does not count gives nothing now:
 * 规划期内可享受, 当时可享受, 尚未施行，条件符合.
 */
export function sayVerdict({
  verdict,
  authority,
  missing,
  standing,
}: Pick<ClauseResult, 'verdict' | 'authority' | 'missing' | 'standing'>): string {
  if (verdict === undefined) return LIMIT_CLAUSE;
  if (verdict === 'ineligible') return VERDICTS.ineligible;
  const time = VERDICT_TIMES[standing];
  const open = missing.length > 0 ? `还缺 ${missing.length} 项` : '看怎样理解文件';
  const pending = authority.length > 0 ? NEEDS_AUTHORITY : undefined;
  if (time === undefined) return `${NOT_YET}，${verdict === 'undetermined' ? open : (pending ?? '条件符合')}`;
  if (verdict === 'undetermined') return `${time}${VERDICTS.undetermined}（${open}）`;
  return `${time}${pending ?? VERDICTS.eligible}`;
}

/** A verdict under one reading of the text, whatever the standing of its policy. */
export function sayReadingVerdict(verdict: Verdict): string {
  return READING_VERDICTS[verdict];
}

/** The sign of a verdict. */
export function verdictSign({
  verdict,
  authority,
  standing,
}: Pick<ClauseResult, 'verdict' | 'authority' | 'standing'>): string {
  if (verdict === undefined) return VERDICT_SIGNS.limit;
  if (verdict !== 'ineligible' && !counts(standing))
    return VERDICT_SIGNS[standing === 'not-yet' ? 'future' : 'past'];
  return verdict === 'eligible' && authority.length > 0 ? VERDICT_SIGNS.authority : VERDICT_SIGNS[verdict];
}

/** The classes of a row or a card: what is not counted has no colour of its own. */
export function verdictClass({ verdict, standing }: Pick<ClauseResult, 'verdict' | 'standing'>): string {
  if (verdict === undefined) return 'verdict-limit';
  const isApart = !counts(standing) && verdict !== 'ineligible';
  return `verdict-${verdict}${isApart ? ' is-uncounted' : ''}`;
}

/** Whether a document is in force. */
export function sayStanding(standing: Standing): string {
  return STANDINGS[standing];
}

/** The standing of a document; where only the first day of its period is unknown, the length of the period. */
export function sayPeriod(standing: Standing, { validFor }: PolicyDates): string {
  if (standing !== 'unknown-period' || validFor === undefined) return sayStanding(standing);
  return `有效期${validFor}，从哪一天算起文件${NOT_STATED}`;
}

/** How binding a computed amount is. */
export function sayForce(force: Force): string {
  return FORCES[force];
}

/** Why a result has no amount. */
export function sayNoAmount(why: Extract<Amount, { kind: 'none' }>['why']): string {
  return NO_AMOUNTS[why];
}

/** A target's value with its comparator in words: `不少于 110 家`, `25.5 万元/人左右`. An exact value has no comparator. */
export function sayTarget(value: string, unit: string, comparator: TargetComparator): string {
  const figure = unit === '%' ? `${value}%` : `${value} ${unit}`;
  if (comparator === 'equals') return figure;
  const bound = TARGET_COMPARATORS[comparator];
  return comparator === 'about' ? `${figure}${bound}` : `${bound} ${figure}`;
}

/** The values of a target year by year: `2024年 不少于 110 家`; a dash where it has none. */
export function sayTargetYears({ byYear = {}, unit }: Pick<Target, 'byYear' | 'unit'>): string {
  const years = Object.entries(byYear).map(
    ([year, { value, comparator }]) => `${year}年 ${sayTarget(value, unit, comparator)}`,
  );
  return years.join('，') || '—';
}

/** The value of a target, or the task where it has none. */
export function sayTargetTotal({ total, task, unit, comparator }: Target): string {
  return total === undefined ? (task ?? NOT_STATED) : sayTarget(total, unit, comparator);
}

/** The number of a document, or that it states none. */
export function sayDocumentNumber(number: string | null): string {
  return number ?? `发文字号${NOT_STATED}`;
}

/** The year of a document, or that it states none. */
export function sayDocumentYear(year: string | undefined): string {
  return year === undefined ? `年份${NOT_STATED}` : `${year} 年`;
}

/** The names of a list, or that the document states none. */
export function sayNames(names: readonly string[]): string {
  return names.join('、') || NOT_STATED;
}

/** A date as printed in a document: 2022年8月15日. */
export function sayDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** The years of the plan, where the document has any. */
export function sayPlanYears({ planYears }: PolicyDates): string {
  return planYears === undefined ? NOT_STATED : `${planYears.from}—${planYears.to}年`;
}
