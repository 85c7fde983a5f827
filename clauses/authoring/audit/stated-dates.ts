import { parseDate } from '../../numbers/calendar.ts';
import { isoDay } from '../../text/dates.ts';
import { readNumericExpressions } from '../../text/numeric-expressions.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { comparedText, type MarkedBody } from '../schema/body.ts';
import type { AuthoredHead } from '../schema/policy.ts';

const DAY = '(\\d{4})年(\\d{1,2})月(\\d{1,2})日';
/** Where a text states each date: on a line of its own at the end, or in the sentence on its validity. */
const DATES = {
  issuedOn: new RegExp(`^${DAY}$`, 'gm'),
  printedOn: new RegExp(`^${DAY}印发$`, 'gm'),
  effectiveFrom: new RegExp(`自${DAY}(?:起|开始)?(?:正式)?(?:施行|实施|执行|生效)`, 'g'),
  effectiveTo: new RegExp(`有效期(?:限)?(?:截)?(?:至|到)${DAY}`, 'g'),
} as const;
/** 自发布之日起施行. In 自印发之日起30日后施行 the document takes effect on a later day. */
const FROM_ISSUE = /(?:发布|公布|颁布|印发|下发|发文|签发|成文)之日起(?![\d一二三四五六七八九十满])/;

const SPAN = /(\d{4})年?\s*(?:[-–—―−~～]{1,2}|至|到)\s*(\d{4})年/;

/**
 * Compares the dates of a policy with its text, and its plan years with its title. A date that the text does not state in
 * one of the known forms must occur somewhere in it. `publishedOn` is not checked: only the web page may state it.
 */
export function checkStatedDates(head: AuthoredHead, body: MarkedBody): Finding[] {
  const lines = body.text.replace(/[^\S\n]+/g, '');
  const keys = Object.keys(DATES) as (keyof typeof DATES)[];
  return [
    ...keys.flatMap((key) => {
      const found = [...lines.matchAll(DATES[key])];
      return found.length > 0 ? checkDay(key, head[key], found) : checkOccurs(key, head, comparedText(body));
    }),
    ...checkPlan(head),
  ];
}

function checkDay(key: string, given: string | undefined, matches: readonly RegExpExecArray[]): Finding[] {
  const days = matches.map(
    ([, year, month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  const [first] = days;
  if (given === undefined || first === undefined || days.includes(given)) return [];
  const found = matches[0]?.[0] ?? '';
  return [finding('dateDiffers', { path: [key] }, { given, found, line: `${key}: ${first}` })];
}

function checkPlan({ title, planYears }: AuthoredHead): Finding[] {
  const [found, from, to] = SPAN.exec(title) ?? [];
  if (found === undefined || planYears === undefined) return [];
  if (String(planYears.from) === from && String(planYears.to) === to) return [];
  const given = `${planYears.from}至${planYears.to}年`;
  const line = `planYears: { from: ${from}, to: ${to} }`;
  return [finding('dateDiffers', { path: ['planYears'] }, { given, found, line })];
}

function checkOccurs(key: keyof typeof DATES, head: AuthoredHead, text: string): Finding[] {
  const date = head[key];
  if (date === undefined || parseDate(date) === undefined) return [];
  const isIssued = [head.publishedOn, head.issuedOn, head.printedOn].includes(date);
  if (key === 'effectiveFrom' && isIssued && FROM_ISSUE.test(text)) return [];
  const stated = readNumericExpressions(text).some(
    (piece) => piece.kind === 'date' && [piece.from, piece.to].some((point) => isoDay(point) === date),
  );
  return stated ? [] : [finding('dateNotInText', { path: [key] }, { key, date })];
}
