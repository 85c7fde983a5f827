import { calendarDate } from '../../numbers/calendar.ts';
import { toNumber } from '../../numbers/exact.ts';
import type { DatePoint } from '../../text/dates.ts';
import { comparedForm } from '../../text/normalize.ts';
import type { DateToken } from '../../text/token.ts';
import type { Claimant } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { comparedText, type MarkedBody } from '../schema/body.ts';
import { isSame } from './figure-match.ts';
import {
  claimantNote,
  type FigureClaim,
  type FigureToken,
  figureClaims,
  isDate,
  isFigure,
  isQuoted,
  isUnused,
  type Line,
  placeOf,
  readTokens,
  sentenceNote,
} from './lines.ts';

/** Dates of rules and deadlines of targets stand in the text, and dates of the text in rules and deadlines. */
export function checkDates(
  lines: readonly Line[],
  claimants: readonly Claimant[],
  body: MarkedBody,
  words: readonly string[],
): Finding[] {
  return [
    ...claimants.flatMap((claimant) => missingDates(claimant, lines)),
    ...claimants.flatMap((claimant) => checkDeadline(claimant, lines, body, words)),
    ...lines.flatMap((line) => openDates(line, words)),
    ...claimants.flatMap((claimant) => checkYears(claimant, lines, body, words)),
    ...claimants.flatMap((claimant) => checkRow(claimant, lines)),
    ...claimants.flatMap((claimant) => checkHeads(claimant, lines)),
  ];
}

function missingDates(claimant: Claimant, lines: readonly Line[]): Finding[] {
  const dates = lines
    .filter((line) => line.claimants.includes(claimant))
    .flatMap(({ tokens }) => tokens.filter(isDate));
  if (!lines.some((line) => line.claimants.includes(claimant))) return [];
  return figureClaims(claimant)
    .filter((claim) => claim.dimension === 'date' && !dates.some((token) => names(token, claim)))
    .map((claim) => finding('ruleNotInText', { path: claim.path }, { rule: claim.text }));
}

/** 2021年以来 is 2021-01-01; of a year or month alone the first and the last day count. */
function names({ from, to }: DateToken, claim: FigureClaim): boolean {
  const day = toNumber(claim.value);
  return [from, to].some((point) => point !== undefined && isDay(point, day));
}

function isDay(point: DatePoint, day: number): boolean {
  const { year, month, day: ofMonth } = calendarDate(day);
  const next = calendarDate(day + 1);
  if (point.year !== year) return false;
  if (point.month === undefined) return (month === 1 && ofMonth === 1) || next.year > year;
  if (point.month !== month) return false;
  return point.day === undefined ? ofMonth === 1 || next.month !== month : point.day === ofMonth;
}

function openDates(line: Line, words: readonly string[]): Finding[] {
  const claims = line.claimants.flatMap(figureClaims).filter((claim) => claim.dimension === 'date');
  return line.tokens.filter(isDate).flatMap((token) => {
    const explained =
      claims.some((claim) => names(token, claim)) ||
      line.claimants.some((claimant) => isDue(token, claimant, line, words)) ||
      isUnused(line, token, line.claimants) ||
      isQuoted(token, line.claimants);
    if (explained) return [];
    const target = line.claimants.find(({ deadline }) => deadline !== undefined);
    if (target?.deadline === undefined)
      return [
        finding('textNotInRule', placeOf(line), { text: token.text }, line.claimants.map(claimantNote)),
      ];
    return [deadlineFinding(target, target.deadline, line)];
  });
}

function deadlineFinding(target: Claimant, deadline: string, line: Line): Finding {
  return finding('deadlineMismatch', { path: [...target.path, 'deadline'] }, { deadline }, [
    sentenceNote(line),
  ]);
}

/**
 * Whether a date is the deadline of a target, or one of the years that it has values for; 2022年起 is the first. A span
 * of years is the deadline of a total.
 */
function isDue(token: DateToken, target: Claimant, line: Line, words: readonly string[]): boolean {
  const { deadline, years = [] } = target;
  if (deadline !== undefined && datesOf(deadline, words).some((date) => isEqual(date, token))) return true;
  if (token.to !== undefined && figureClaims(target).some(({ path }) => path.includes('total'))) return false;
  const { year, month } = token.from;
  if (year === undefined || month !== undefined) return false;
  const begins = comparedForm(line.mark.text.slice(token.end)).startsWith('起');
  if (begins) return String(year) === years[0];
  return years.includes(String(year)) && years.includes(String(token.to?.year ?? year));
}

function datesOf(text: string, words: readonly string[]): DateToken[] {
  return readTokens({ text, blockStart: false }, words).filter(isDate);
}

function isEqual(a: DateToken, b: DateToken): boolean {
  return isPoint(a.from, b.from) && isPoint(a.to ?? {}, b.to ?? {});
}

function isPoint(a: DatePoint, b: DatePoint): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

/** A deadline stands in the marks, or is the last date before them (至2025年，……8个，……5家). */
function checkDeadline(
  target: Claimant,
  lines: readonly Line[],
  body: MarkedBody,
  words: readonly string[],
): Finding[] {
  const { deadline } = target;
  const own = lines.filter((line) => line.claimants.includes(target));
  const [first] = own;
  if (deadline === undefined || first === undefined) return [];
  const text = comparedForm(deadline);
  if (own.some((line) => line.squeezed.text.includes(text))) return [];
  const dates = datesOf(deadline, words);
  const before = lastDateBefore(first.mark.offset, body, words);
  const found =
    dates.length === 0
      ? comparedText(body).includes(text)
      : before !== undefined && dates.some((date) => isEqual(date, before));
  return found ? [] : [deadlineFinding(target, deadline, first)];
}

function lastDateBefore(offset: number, body: MarkedBody, words: readonly string[]): DateToken | undefined {
  const pieces = [...body.marks, ...body.unmarked].filter((piece) => piece.offset < offset);
  for (const piece of pieces.sort((a, b) => b.offset - a.offset)) {
    const date = readTokens(piece, words).findLast(isDate);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** A value of one year stands behind that year in the text; behind 分别 the order says which year is meant. */
function checkYears(
  target: Claimant,
  lines: readonly Line[],
  body: MarkedBody,
  words: readonly string[],
): Finding[] {
  const own = lines.filter((line) => line.claimants.includes(target));
  return figureClaims(target).flatMap((claim) => {
    const year = yearOfClaim(claim);
    if (year === undefined) return [];
    const stated = own.flatMap((line) => statedYears(line, claim, body, words));
    const others = stated.filter((each) => target.years?.includes(each) === true);
    if (others.length === 0 || others.length < stated.length || others.includes(year)) return [];
    const given = { rule: `${year}年 ${claim.text}`, text: `${others[0]}年 ${claim.text}` };
    return [finding('figureMismatch', { path: claim.path }, given, own.map(sentenceNote))];
  });
}

/** Values of the years that stand alone in cells are in the order of the years, from either side. */
function checkRow(target: Claimant, lines: readonly Line[]): Finding[] {
  const own = lines.filter(({ mark, claimants }) => mark.cell === true && claimants.includes(target));
  const claims = figureClaims(target).filter((claim) => yearOfClaim(claim) !== undefined);
  const cells = own
    .flatMap(({ tokens }) => (tokens.length === 1 ? tokens.filter(isFigure) : []))
    .filter((token) => claims.some((claim) => isSame(claim, token)));
  const follow = (row: readonly FigureToken[]): boolean =>
    row.every((token, index) => claims.slice(index, index + 1).some((claim) => isSame(claim, token)));
  if (cells.length !== claims.length || follow(cells) || follow(cells.toReversed())) return [];
  const rule = claims.map(({ text }) => text).join('、');
  const text = cells.map((token) => token.text.trim()).join('、');
  return [
    finding('orderMismatch', { path: [...target.path, 'byYear'] }, { rule, text }, own.map(sentenceNote)),
  ];
}

/** Years that stand alone in marked cells are the heads of a table: the values are those of these years. */
function checkHeads(target: Claimant, lines: readonly Line[]): Finding[] {
  const own = lines.filter(({ mark, claimants }) => mark.cell === true && claimants.includes(target));
  const heads = own.flatMap(({ tokens, squeezed }) => {
    const [date] = tokens;
    return tokens.length === 1 && date !== undefined && isDate(date) && /^\d{4}年?$/.test(squeezed.text)
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

/** The years that govern the places of a value in a passage; a place in a list of 分别 has none of its own. */
function statedYears(line: Line, claim: FigureClaim, body: MarkedBody, words: readonly string[]): string[] {
  return line.tokens.flatMap((token) => {
    if (token.kind !== 'number' || !isSame(claim, token)) return [];
    const inside = line.tokens.filter(isDate).findLast((date) => date.end <= token.start);
    if (token.group !== undefined || (line.mark.cell === true && inside === undefined)) return ['分别'];
    const date = inside ?? lastDateBefore(line.mark.offset, body, words);
    return date?.from.year === undefined ? ['?'] : [String(date.from.year)];
  });
}
