import { h } from 'hastscript';
import type { Clause, Dictionary, Policy, Target } from '../../clauses/index.ts';
import { chainOf, type PlaceNode, placeName } from '../../views/places.ts';
import { sayDocumentNumber, sayPeriod, sayStanding, sayTargetTotal } from '../../views/wording/labels.ts';
import { type Vocabulary, vocabulary } from '../../views/wording/names.ts';
import { summary } from '../../views/wording/rules/summary.ts';
import { AWARD_FORMS, NOT_STATED, RECORD_KINDS } from '../../views/wording/terms.ts';
import type { LoadedPolicy } from '../content/load/load-content.ts';
import { standingToday } from '../standing.ts';
import { yearOf } from '../year.ts';
import { numberKeys } from './number.ts';
import { newLine, recordHtml } from './record-html.ts';

/**
 * The index has one record for each address: the record of a document has this anchor, that of its text the address of
 * the page.
 */
const TOP = 'top';

/** A record of the index: the whole text of a page, or a document, clause or target, which is small to load. */
export interface SearchRecord {
  readonly url: string;
  /** HTML for Pagefind, without the spaces between Han characters. */
  readonly html: string;
}

/** The data that all records of a document share: filters, date, place and standing. */
interface Facets {
  readonly filters: readonly (readonly [name: string, value: string])[];
  /** `YYYY-MM-DD`, or `0000` when the document states no date. */
  readonly date: string;
  readonly place: string;
  readonly standing: string;
}

/**
 * The facets of a document. The filter `place` has its own place and the places above it, so that a province shows its
 * cities; `of` has its own place alone, so that a city can also show the documents of its province.
 */
function facetsOf(policy: Policy, places: readonly PlaceNode[]): Facets {
  const standing = standingToday(policy);
  const { publishedOn, issuedOn, printedOn } = policy.dates;
  return {
    place: placeName(places, policy.jurisdiction),
    standing: sayPeriod(standing, policy.dates),
    date: issuedOn ?? publishedOn ?? printedOn ?? yearOf(policy) ?? '0000',
    filters: [
      ...chainOf(places, policy.jurisdiction).map(({ slug }) => ['place', slug] as const),
      ['of', policy.jurisdiction],
      ['year', yearOf(policy) ?? NOT_STATED],
      ['standing', sayStanding(standing)],
      ...policy.issuers.map((issuer) => ['issuer', issuer] as const),
      ...numberKeys(policy.documentNumber ?? '').map((key) => ['number', key] as const),
    ],
  };
}

/** The kinds of support that some documents give, in a fixed order. */
export function supportKinds(policies: readonly Policy[]): readonly string[] {
  const given = new Set(
    policies.flatMap(({ clauses }) => clauses.map(({ award }) => award?.form ?? 'limit')),
  );
  return Object.entries(AWARD_FORMS).flatMap(([form, label]) =>
    given.has(form as keyof typeof AWARD_FORMS) ? [label] : [],
  );
}

/** The filters of the record of a text: the facets, the topics and the kinds of support of the document. */
function pageFilters(policy: Policy, facets: Facets): Facets['filters'] {
  const supports = new Set(policy.clauses.map(({ award }) => AWARD_FORMS[award?.form ?? 'limit']));
  return [
    ['record', RECORD_KINDS.text],
    ...policy.topics.map((topic) => ['topic', topic] as const),
    ...[...supports].map((support) => ['support', support] as const),
    ...facets.filters,
  ];
}

/**
 * Yields the records of some documents: first all texts, which makes the index smaller, then documents, clauses and
 * targets.
 */
export function* searchRecords(
  documents: readonly LoadedPolicy[],
  places: readonly PlaceNode[],
  dictionary: Dictionary,
): Iterable<SearchRecord> {
  for (const { policy, body } of documents) yield textRecord(policy, body.blocks, facetsOf(policy, places));
  const words = vocabulary(dictionary);
  for (const { policy } of documents) {
    const facets = facetsOf(policy, places);
    yield documentRecord(policy, facets);
    for (const clause of policy.clauses) yield clauseRecord(clause, policy, facets, words);
    for (const target of policy.targets) yield targetRecord(target, policy, facets);
  }
}

/**
 * The record of the whole text. Passages of clauses and targets have records of their own and are left out, so that no
 * sentence is indexed twice.
 */
function textRecord(policy: Policy, blocks: LoadedPolicy['body']['blocks'], facets: Facets): SearchRecord {
  const { id, title, issuers, documentNumber } = policy;
  const text = blocks.map(({ html }) => html).join('\n');
  return {
    url: `/policies/${id}/`,
    html: recordHtml({
      title: h('h1', { dataPagefindMeta: 'title' }, title),
      text: [{ type: 'raw', value: withoutMarks(text) }],
      filters: pageFilters(policy, facets),
      meta: {
        kind: RECORD_KINDS.text,
        gives: issuers.join('、'),
        where: [facets.place, sayDocumentNumber(documentNumber)].join(' '),
        standing: facets.standing,
      },
      date: facets.date,
    }),
  };
}

/** The HTML of a text whose marked passages the index ignores. */
function withoutMarks(html: string): string {
  return html.replace(/<mark class="(?=clause|target)/g, '<mark data-pagefind-ignore class="');
}

function documentRecord(policy: Policy, facets: Facets): SearchRecord {
  const { id, title, issuers, documentNumber, topics } = policy;
  return record({
    id,
    kind: 'policy',
    title,
    gives: [sayDocumentNumber(documentNumber), ...issuers].join(' · '),
    topics,
    sentences: [policy.noticeTitle ?? '', policy.audience ?? '', ...issuers],
    citation: '',
    policy,
    facets,
    filters: pageFilters(policy, facets).filter(([name]) => name === 'support'),
  });
}

function clauseRecord(clause: Clause, policy: Policy, facets: Facets, words: Vocabulary): SearchRecord {
  return record({
    id: clause.id,
    kind: 'clause',
    title: clause.title,
    gives: summary(clause, policy, words),
    topics: clause.topics,
    sentences: clause.sentences,
    citation: clause.citation,
    policy,
    facets,
    filters: [['support', AWARD_FORMS[clause.award?.form ?? 'limit']]],
  });
}

function targetRecord(target: Target, policy: Policy, facets: Facets): SearchRecord {
  const { total, task, deadline } = target;
  const value = total === undefined ? task : sayTargetTotal(target);
  return record({
    id: target.id,
    kind: 'target',
    title: target.label,
    gives: [deadline, value].filter((part) => part !== undefined).join('：'),
    topics: [RECORD_KINDS.target],
    sentences: target.sentences,
    citation: target.citation,
    policy,
    facets,
    filters: [],
  });
}

interface Entry {
  readonly id: string;
  readonly kind: keyof typeof RECORD_KINDS;
  readonly title: string;
  readonly gives: string;
  readonly topics: readonly string[];
  readonly sentences: readonly string[];
  readonly citation: string;
  readonly policy: Policy;
  readonly facets: Facets;
  readonly filters: Facets['filters'];
}

function record(entry: Entry): SearchRecord {
  const { id, kind, title, gives, topics, sentences, citation, policy, facets } = entry;
  const [document, anchor] = id.split('#');
  const filters = [
    ['record', RECORD_KINDS[kind]] as const,
    ...(kind === 'target' ? [] : topics.map((topic) => ['topic', topic] as const)),
    ...entry.filters,
    ...facets.filters,
  ];
  const meta = {
    kind: RECORD_KINDS[kind],
    gives,
    where: kind === 'policy' ? facets.place : `${facets.place}《${policy.title}》${citation}`,
    standing: facets.standing,
    document: policy.title,
  };
  return {
    url: `/policies/${document}/#${anchor ?? TOP}`,
    html: recordHtml({
      title: h('h1', { dataPagefindMeta: 'title', dataPagefindWeight: '8' }, title),
      text: [
        ...sentences.flatMap((sentence) => [h('p', sentence), newLine]),
        h('p', { dataPagefindWeight: '2' }, `${topics.join('。')}。${facets.place}。`),
      ],
      filters,
      meta,
      date: facets.date,
    }),
  };
}
