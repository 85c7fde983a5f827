import type { AuthoredHead } from '../policy.schema.ts';
import type { MarkedBody } from './body.ts';
import { type Finding, finding } from './finding.ts';

const DAY = '(\\d{4})年(\\d{1,2})月(\\d{1,2})日';
/** Where a text tells a date of its own: by itself on a line at the foot, or in the sentence on its validity. */
const DATES = {
  issuedOn: new RegExp(`^${DAY}$`, 'gm'),
  printedOn: new RegExp(`^${DAY}印发$`, 'gm'),
  effectiveFrom: new RegExp(`自${DAY}(?:起|开始)?(?:正式)?(?:施行|实施|执行|生效)`, 'g'),
  effectiveTo: new RegExp(`有效期(?:限)?(?:截)?(?:至|到)${DAY}`, 'g'),
} as const;
const SPAN = /(\d{4})年?\s*(?:[-–—―−~～]{1,2}|至|到)\s*(\d{4})年/;

/** The dates of a policy are those that its text tells, and its plan years those of its title. */
export function checkSigned(head: AuthoredHead, { text }: MarkedBody): Finding[] {
  const lines = text.replace(/[^\S\n]+/g, '');
  const keys = Object.keys(DATES) as (keyof typeof DATES)[];
  return [
    ...keys.flatMap((key) => checkDay(key, head[key], [...lines.matchAll(DATES[key])])),
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
