import type { Policy } from '../../language/policy.ts';
import type { PolicyDates } from '../../language/standing.ts';
import { formatDate, monthsLater, parseDate } from '../../numbers/calendar.ts';
import { toNumber } from '../../numbers/exact.ts';
import { parseLiteral } from '../../text/literal.ts';
import { type Finding, finding, type Path } from '../issues/finding.ts';
import type { AuthoredHead } from '../schema/policy.ts';
import { inMonths } from './scope/dimension.ts';

/** Everything of a policy but its targets, clauses and groups. */
export type Head = Omit<Policy, 'targets' | 'clauses' | 'groups'>;

/** Compiles identity, dates and topics. What the text does not state is `null`, or absent where the key is optional. */
export function compileHead(authored: AuthoredHead, id: string, jurisdiction: string): Head {
  return {
    id,
    jurisdiction,
    title: authored.title,
    ...(authored.noticeTitle === undefined ? {} : { noticeTitle: authored.noticeTitle }),
    documentNumber: authored.documentNumber ?? null,
    issuers: authored.issuers,
    indexNumber: authored.indexNumber ?? null,
    category: authored.category ?? null,
    documentKind: authored.documentKind ?? null,
    publicity: authored.publicity ?? null,
    sourceUrl: authored.sourceUrl ?? null,
    dates: compileDates(authored),
    ...(authored.repealedBy === undefined ? {} : { repealedBy: authored.repealedBy.document }),
    ...(authored.replacedBy === undefined ? {} : { replacedBy: authored.replacedBy.document }),
    ...(authored.amends === undefined ? {} : { amends: authored.amends }),
    topics: authored.topics,
    audience: authored.audience ?? null,
    enteredOn: authored.enteredOn,
    textDigest: authored.textDigest,
    ...(authored.articles === undefined ? {} : { articles: authored.articles }),
  };
}

const STATED = ['issuedOn', 'printedOn', 'publishedOn', 'effectiveFrom', 'effectiveTo'] as const;

function compileDates(authored: AuthoredHead): PolicyDates {
  const dates = { ...authored, effectiveTo: lastDay(authored) };
  const stated = STATED.flatMap((key) => (dates[key] === undefined ? [] : [[key, dates[key]]]));
  const { planYears, repealedBy, replacedBy, validFor } = authored;
  return {
    ...Object.fromEntries(stated),
    ...(validFor === undefined || dates.effectiveTo !== undefined ? {} : { validFor }),
    ...(planYears === undefined ? {} : { planYears }),
    ...(repealedBy === undefined ? {} : { repealedOn: repealedBy.on }),
    ...(replacedBy === undefined ? {} : { replacedOn: replacedBy.on }),
  };
}

/**
 * The last day in force as `YYYY-MM-DD`: as stated, or computed from `effectiveFrom` and `validFor`; `undefined` where
 * neither is possible. The first day does not count, and a period of years or months ends on the corresponding day of the
 * last month (《民法典》第二百零一条、第二百零二条).
 */
export function lastDay({ effectiveFrom, effectiveTo, validFor }: AuthoredHead): string | undefined {
  const from = effectiveFrom === undefined ? undefined : parseDate(effectiveFrom);
  const months = validFor === undefined ? undefined : monthsOf(validFor);
  if (effectiveTo !== undefined || from === undefined || months === undefined) return effectiveTo;
  return formatDate(monthsLater(from, months));
}

/** The months of a duration as written (3年, 18个月); `undefined` where it is not a whole number of months. */
export function monthsOf(duration: string): number | undefined {
  const literal = parseLiteral(duration);
  const converted = literal && inMonths(literal.value, literal.dimension);
  const months = converted?.dimension === 'month' ? toNumber(converted.value) : undefined;
  return Number.isInteger(months) ? months : undefined;
}

const NAMES = {
  issuedOn: '成文日期',
  printedOn: '印发日期',
  publishedOn: '发布日期',
  effectiveFrom: '施行日期',
  effectiveTo: '失效日期',
} as const;

/** Reports days that the calendar does not have, and dates in an impossible order. */
export function checkDates(authored: AuthoredHead): Finding[] {
  const given: readonly { path: Path; date: string | undefined }[] = [
    ...[...STATED, 'enteredOn' as const].map((key) => ({ path: [key], date: authored[key] })),
    { path: ['repealedBy', 'on'], date: authored.repealedBy?.on },
    { path: ['replacedBy', 'on'], date: authored.replacedBy?.on },
  ];
  const invalid = given.flatMap(({ path, date }) =>
    date === undefined || parseDate(date) !== undefined
      ? []
      : [finding('badDate', { path }, { given: date })],
  );
  return [...invalid, ...checkOrder(authored)];
}

function checkOrder(authored: AuthoredHead): Finding[] {
  const { planYears } = authored;
  const order = [
    ...checkBefore(authored, 'issuedOn', 'printedOn'),
    ...checkBefore(authored, 'issuedOn', 'publishedOn'),
    ...checkBefore(authored, 'effectiveFrom', 'effectiveTo'),
    ...checkBefore(authored, 'issuedOn', 'effectiveTo'),
  ];
  if (planYears !== undefined && planYears.to < planYears.from)
    order.push(finding('dateOrder', { path: ['planYears'] }, { first: '起始年份', later: '终止年份' }));
  return order;
}

function checkBefore(authored: AuthoredHead, first: keyof typeof NAMES, then: keyof typeof NAMES): Finding[] {
  const [a, b] = [authored[first], authored[then]];
  if (a === undefined || b === undefined || b >= a) return [];
  return [
    finding('dateOrder', { path: [then] }, { first: NAMES[first], later: NAMES[then] }, [
      { path: [first], message: NAMES[first] },
    ]),
  ];
}
