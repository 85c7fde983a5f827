import { parseDate } from '../../numbers/calendar.ts';
import { isoDay } from '../../text/dates.ts';
import { readPieces } from '../../text/pieces.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { comparedText, type MarkedBody } from '../schema/body.ts';
import type { AuthoredHead } from '../schema/policy.ts';

const DAY = '(\\d{4})年(\\d{1,2})月(\\d{1,2})日';
/** Where a text tells a date of its own: by itself on a line at the foot, or in the sentence on its validity. */
const DATES = {
  issuedOn: new RegExp(`^${DAY}$`, 'gm'),
  printedOn: new RegExp(`^${DAY}印发$`, 'gm'),
  effectiveFrom: new RegExp(`自${DAY}(?:起|开始)?(?:正式)?(?:施行|实施|执行|生效)`, 'g'),
  effectiveTo: new RegExp(`有效期(?:限)?(?:截)?(?:至|到)${DAY}`, 'g'),
} as const;
/** 自发布之日起施行; 自印发之日起30日后施行 is another day. */
const FROM_ISSUE = /(?:发布|公布|颁布|印发|下发|发文|签发|成文)之日起(?![\d一二三四五六七八九十满])/;

const SPAN = /(\d{4})年?\s*(?:[-–—―−~～]{1,2}|至|到)\s*(\d{4})年/;

/**
 * The dates of a policy are those that its text tells, and its plan years those of its title. A date that is told in
 * another way stands at least somewhere in the text; only the day of publication may be known from the page alone.
 */
export function checkStatedDates(head: AuthoredHead, body: MarkedBody): Finding[] {
  const lines = body.text.replace(/[^\S\n]+/g, '');
  const keys = Object.keys(DATES) as (keyof typeof DATES)[];
  return [
    ...keys.flatMap((key) => {
      const told = [...lines.matchAll(DATES[key])];
      return told.length > 0 ? checkDay(key, head[key], told) : checkStated(key, head, comparedText(body));
    }),
    ...checkPlan(head),
  ];
}

function checkDay(key: string, given: string | undefined, told: readonly RegExpExecArray[]): Finding[] {
  const days = told.map(
    ([, year, month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  const [first] = days;
  if (given === undefined || first === undefined || days.includes(given)) return [];
  const found = told[0]?.[0] ?? '';
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

function checkStated(key: keyof typeof DATES, head: AuthoredHead, text: string): Finding[] {
  const date = head[key];
  if (date === undefined || parseDate(date) === undefined) return [];
  const isIssued = [head.publishedOn, head.issuedOn, head.printedOn].includes(date);
  if (key === 'effectiveFrom' && isIssued && FROM_ISSUE.test(text)) return [];
  const stated = readPieces(text).some(
    (piece) => piece.kind === 'date' && [piece.from, piece.to].some((point) => isoDay(point) === date),
  );
  return stated ? [] : [finding('dateNotInText', { path: [key] }, { key, date })];
}
