import { calendarDate } from '../../numbers/calendar.ts';
import { toNumber } from '../../numbers/exact.ts';
import type { DatePoint } from '../../text/dates.ts';
import { normalizedForm } from '../../text/normalize.ts';
import type { DateToken } from '../../text/token.ts';
import type { Claimant } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { comparedText } from '../schema/body.ts';
import { type AuditContext, passagesOf } from './context.ts';
import { isSame } from './figure-match.ts';
import {
  type FigureClaim,
  type FigureToken,
  figureClaims,
  isDate,
  isFigure,
  isQuoted,
  isUnused,
  type MarkedPassage,
  placeOf,
  readTokens,
  ruleNote,
  sentenceNote,
  type TextOptions,
} from './marked-passage.ts';

/** Compares the dates of rules and the deadlines and years of targets with the text, in both directions. */
export function checkDates(audit: AuditContext): Finding[] {
  const { claimants, passages } = audit;
  return [
    ...claimants.flatMap((claimant) => missingDates(claimant, audit)),
    ...claimants.flatMap((target) => checkDeadline(target, audit)),
    ...passages.flatMap((passage) => openDates(passage, audit)),
    ...claimants.flatMap((target) => checkYears(target, audit)),
    ...claimants.flatMap((target) => checkOrderOfCells(target, audit)),
    ...claimants.flatMap((target) => checkYearHeads(target, audit)),
  ];
}

/** The dates of a rule that its marks do not contain. */
function missingDates(claimant: Claimant, audit: AuditContext): Finding[] {
  const own = passagesOf(claimant, audit);
  if (own.length === 0) return [];
  const dates = own.flatMap(({ tokens }) => tokens.filter(isDate));
  return figureClaims(claimant)
    .filter((claim) => claim.dimension === 'date' && !dates.some((token) => includesDay(token, claim)))
    .map((claim) => finding('ruleNotInText', { path: claim.path }, { rule: claim.text }));
}

/** Whether a date of the text can mean the day of a literal. A year or month alone means its first or last day: 2021年以来. */
function includesDay({ from, to }: DateToken, claim: FigureClaim): boolean {
  const day = toNumber(claim.value);
  return [from, to].some((point) => point !== undefined && mayMeanDay(point, day));
}

function mayMeanDay(point: DatePoint, day: number): boolean {
  const { year, month, day: dayOfMonth } = calendarDate(day);
  const next = calendarDate(day + 1);
  if (point.year !== year) return false;
  if (point.month === undefined) return (month === 1 && dayOfMonth === 1) || next.year > year;
  if (point.month !== month) return false;
  return point.day === undefined ? dayOfMonth === 1 || next.month !== month : point.day === dayOfMonth;
}

/** The dates of a passage that are in no rule and in no deadline. */
function openDates(passage: MarkedPassage, audit: AuditContext): Finding[] {
  const claims = passage.claimants.flatMap(figureClaims).filter((claim) => claim.dimension === 'date');
  return passage.tokens.filter(isDate).flatMap((token) => {
    const explained =
      claims.some((claim) => includesDay(token, claim)) ||
      passage.claimants.some((claimant) => isYearOf(token, claimant, passage, audit)) ||
      isUnused(passage, token, passage.claimants) ||
      isQuoted(token, passage.claimants);
    if (explained) return [];
    const target = passage.claimants.find(({ deadline }) => deadline !== undefined);
    if (target?.deadline === undefined)
      return [
        finding('textNotInRule', placeOf(passage), { text: token.text }, passage.claimants.map(ruleNote)),
      ];
    return [deadlineFinding(target, target.deadline, passage)];
  });
}

function deadlineFinding(target: Claimant, deadline: string, passage: MarkedPassage): Finding {
  return finding('deadlineMismatch', { path: [...target.path, 'deadline'] }, { deadline }, [
    sentenceNote(passage),
  ]);
}

/**
 * Whether a date is the deadline of a target or a year that it has a value for; 2022年起 must be the first of them. Where the
 * target has a total, a span of years can only be its deadline.
 */
function isYearOf(token: DateToken, target: Claimant, passage: MarkedPassage, options: TextOptions): boolean {
  const { deadline, years = [] } = target;
  if (deadline !== undefined && datesOf(deadline, options).some((date) => isSameDate(date, token)))
    return true;
  if (token.to !== undefined && figureClaims(target).some(({ path }) => path.includes('total'))) return false;
  const { year, month } = token.from;
  if (year === undefined || month !== undefined) return false;
  const begins = normalizedForm(passage.mark.text.slice(token.end)).startsWith('起');
  if (begins) return String(year) === years[0];
  return years.includes(String(year)) && years.includes(String(token.to?.year ?? year));
}

function datesOf(text: string, options: TextOptions): DateToken[] {
  return readTokens({ text, blockStart: false }, options).filter(isDate);
}

function isSameDate(a: DateToken, b: DateToken): boolean {
  return isSamePoint(a.from, b.from) && isSamePoint(a.to ?? {}, b.to ?? {});
}

function isSamePoint(a: DatePoint, b: DatePoint): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

/** A deadline must occur in the marks, or be the last date before them (至2025年，……8个，……5家). */
function checkDeadline(target: Claimant, audit: AuditContext): Finding[] {
  const { deadline } = target;
  const own = passagesOf(target, audit);
  const [first] = own;
  if (deadline === undefined || first === undefined) return [];
  const text = normalizedForm(deadline);
  if (own.some((passage) => passage.normalized.text.includes(text))) return [];
  const dates = datesOf(deadline, audit);
  const before = lastDateBefore(first.mark.offset, audit);
  const found =
    dates.length === 0
      ? comparedText(audit.body).includes(text)
      : before !== undefined && dates.some((date) => isSameDate(date, before));
  return found ? [] : [deadlineFinding(target, deadline, first)];
}

function lastDateBefore(offset: number, audit: AuditContext): DateToken | undefined {
  const { body } = audit;
  const pieces = [...body.marks, ...body.unmarked].filter((piece) => piece.offset < offset);
  for (const piece of pieces.sort((a, b) => b.offset - a.offset)) {
    const date = readTokens(piece, audit).findLast(isDate);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** The value of a year must follow that year in the text. Values in a 分别 list are assigned by their order instead. */
function checkYears(target: Claimant, audit: AuditContext): Finding[] {
  const own = passagesOf(target, audit);
  return figureClaims(target).flatMap((claim) => {
    const year = yearOfClaim(claim);
    if (year === undefined) return [];
    const stated = own.flatMap((passage) => statedYears(passage, claim, audit));
    const others = stated.filter((each) => target.years?.includes(each) === true);
    if (others.length === 0 || others.length < stated.length || others.includes(year)) return [];
    const given = { rule: `${year}年 ${claim.text}`, text: `${others[0]}年 ${claim.text}` };
    return [finding('figureMismatch', { path: claim.path }, given, own.map(sentenceNote))];
  });
}

/** Yearly values alone in their cells must be in the order of the years, ascending or descending. */
function checkOrderOfCells(target: Claimant, audit: AuditContext): Finding[] {
  const own = passagesOf(target, audit).filter(({ mark }) => mark.cell === true);
  const claims = figureClaims(target).filter((claim) => yearOfClaim(claim) !== undefined);
  const cells = own
    .flatMap(({ tokens }) => (tokens.length === 1 ? tokens.filter(isFigure) : []))
    .filter((token) => claims.some((claim) => isSame(claim, token)));
  const isInOrder = (row: readonly FigureToken[]): boolean =>
    row.every((token, index) => claims.slice(index, index + 1).some((claim) => isSame(claim, token)));
  if (cells.length !== claims.length || isInOrder(cells) || isInOrder(cells.toReversed())) return [];
  const rule = claims.map(({ text }) => text).join('、');
  const text = cells.map((token) => token.text.trim()).join('、');
  return [
    finding('orderMismatch', { path: [...target.path, 'byYear'] }, { rule, text }, own.map(sentenceNote)),
  ];
}

/** Years alone in marked cells are the heads of a table. A target must have values for these years only. */
function checkYearHeads(target: Claimant, audit: AuditContext): Finding[] {
  const own = passagesOf(target, audit).filter(({ mark }) => mark.cell === true);
  const heads = own.flatMap(({ tokens, normalized }) => {
    const [date] = tokens;
    return tokens.length === 1 && date !== undefined && isDate(date) && /^\d{4}年?$/.test(normalized.text)
      ? [String(date.from.year)]
      : [];
  });
  if (heads.length === 0) return [];
  return (target.years ?? [])
    .filter((year) => !heads.includes(year))
    .map((year) =>
      finding('ruleNotInText', { path: [...target.path, 'byYear', year] }, { rule: `${year}年` }),
    );
}

function yearOfClaim({ path }: FigureClaim): string | undefined {
  const at = path.indexOf('byYear');
  return at < 0 ? undefined : String(path[at + 1]);
}

/**
 * The year that applies to each occurrence of a value in a passage: `分别` where its list or table assigns the year, `?` where
 * no date precedes it.
 */
function statedYears(passage: MarkedPassage, claim: FigureClaim, audit: AuditContext): string[] {
  return passage.tokens.flatMap((token) => {
    if (token.kind !== 'number' || !isSame(claim, token)) return [];
    const inside = passage.tokens.filter(isDate).findLast((date) => date.end <= token.start);
    if (token.group !== undefined || (passage.mark.cell === true && inside === undefined)) return ['分别'];
    const date = inside ?? lastDateBefore(passage.mark.offset, audit);
    return date?.from.year === undefined ? ['?'] : [String(date.from.year)];
  });
}
