import { parseDate } from '../calendar.ts';
import type { AuthoredHead } from '../policy.schema.ts';
import type { Policy } from '../policy.ts';
import type { PolicyDates } from '../standing.ts';
import type { MarkedBody } from './body.ts';
import { type Finding, finding, type Path } from './finding.ts';
import { lastDay } from './period.ts';

/** Everything of a policy but its targets, clauses and groups. */
export type Head = Omit<Policy, 'targets' | 'clauses' | 'groups'>;

/** Compiles identity, dates and topics; what the text does not state becomes `null`. */
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

/** A document number that is a line by itself: 龙办发〔2022〕40号, whatever its brackets. */
const NUMBER_LINE = /^\p{Script=Han}{2,}[〔［[（(【]\d{4}[〕］\])）】]第?\d+号$/u;

/** Holds the document number against the text, where the text has one as a line of its own. */
export function checkNumber({ documentNumber }: AuthoredHead, { text }: MarkedBody): Finding[] {
  const [found, ...others] = text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ''))
    .filter((line) => NUMBER_LINE.test(line));
  const findings: Finding[] = [];
  const given = documentNumber?.replace(/\s+/g, '');
  if (found !== undefined && given !== found && !others.includes(given ?? '')) {
    const path = documentNumber === undefined ? [] : ['documentNumber'];
    findings.push(finding('numberDiffers', { path }, { given: documentNumber, found }));
  }
  if (given !== undefined && !/〔\d{4}〕/.test(given))
    findings.push(finding('numberBrackets', { path: ['documentNumber'] }, { given }));
  return findings;
}

const NAMES = {
  issuedOn: '成文日期',
  printedOn: '印发日期',
  publishedOn: '发布日期',
  effectiveFrom: '施行日期',
  effectiveTo: '失效日期',
} as const;

/** What can not be: days that the calendar lacks, and dates in an impossible order. */
export function checkDates(authored: AuthoredHead): Finding[] {
  const places: readonly { path: Path; date: string | undefined }[] = [
    ...[...STATED, 'enteredOn' as const].map((key) => ({ path: [key], date: authored[key] })),
    { path: ['repealedBy', 'on'], date: authored.repealedBy?.on },
    { path: ['replacedBy', 'on'], date: authored.replacedBy?.on },
  ];
  const bad = places.flatMap(({ path, date }) =>
    date === undefined || parseDate(date) !== undefined
      ? []
      : [finding('badDate', { path }, { given: date })],
  );
  return [...bad, ...checkOrder(authored)];
}

function checkOrder(authored: AuthoredHead): Finding[] {
  const { planYears } = authored;
  const order = [
    ...before(authored, 'issuedOn', 'printedOn'),
    ...before(authored, 'issuedOn', 'publishedOn'),
    ...before(authored, 'effectiveFrom', 'effectiveTo'),
    ...before(authored, 'issuedOn', 'effectiveTo'),
  ];
  if (planYears !== undefined && planYears.to < planYears.from)
    order.push(finding('dateOrder', { path: ['planYears'] }, { first: '起始年份', later: '终止年份' }));
  return order;
}

function before(authored: AuthoredHead, first: keyof typeof NAMES, then: keyof typeof NAMES): Finding[] {
  const [a, b] = [authored[first], authored[then]];
  if (a === undefined || b === undefined || b >= a) return [];
  return [
    finding('dateOrder', { path: [then] }, { first: NAMES[first], later: NAMES[then] }, [
      { path: [first], message: NAMES[first] },
    ]),
  ];
}
