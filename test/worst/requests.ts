import type { Random } from '../oracle/random.ts';
import { FORM_TYPE, type HttpRequest, JSON_TYPE } from '../parity/client.ts';
import type { PublishedPlace } from '../parity/published-places.ts';

/** A request that is to take as much work as possible, before it is written down. */
export interface Candidate {
  readonly place: PublishedPlace;
  readonly form: boolean;
  /** Of the form. */
  readonly action: string;
  readonly all: boolean;
  readonly asOf: string;
  readonly include: readonly string[];
  /** How many items each list has. */
  readonly items: ReadonlyMap<string, number>;
  /** How many of ten answers are given, of items and of the applicant. */
  readonly known: number;
  /** Chooses the answers. */
  readonly salt: number;
  /** Whether all items have the same answers. */
  readonly alike: boolean;
  /** How many clauses are named; 0 for all. */
  readonly clauses: number;
  /** How many names nobody knows are sent along. */
  readonly unknown: number;
}

const PARTS = ['trace', 'gaps', 'combination'] as const;
const ACTIONS = ['check', 'check', 'next', 'update', 'edit', 'back', 'few', 'all'] as const;
const SIZES = [0, 1, 2, 3, 5, 8, 12, 20, 30, 50, 80, 120, 200] as const;

/** Any candidate. */
export function randomCandidate(random: Random, places: readonly PublishedPlace[]): Candidate {
  const place = random.pick(places);
  const lists = listsOf(place);
  return {
    place,
    form: random.once(2),
    action: random.pick(ACTIONS),
    all: random.once(2),
    asOf: random.pick(['2014-01-01', '2020-06-01', '2026-12-01']),
    include: PARTS.filter(() => random.once(2)),
    items: new Map(lists.map(({ id, maxItems }) => [id, Math.min(maxItems, random.pick(SIZES))])),
    known: random.below(11),
    salt: random.below(1_000),
    alike: random.once(2),
    clauses: random.pick([0, 0, 1, 3, 10]),
    unknown: random.pick([0, 0, 0, 20, 500]),
  };
}

/** A candidate that differs in one or two respects. */
export function mutated(random: Random, candidate: Candidate, places: readonly PublishedPlace[]): Candidate {
  const other = randomCandidate(random, random.once(6) ? places : [candidate.place]);
  if (other.place !== candidate.place) return { ...candidate, place: other.place, items: other.items };
  const [list = ''] = random.shuffled([...candidate.items.keys()]);
  const changes: readonly Partial<Candidate>[] = [
    { form: other.form, action: other.action, all: other.all },
    { include: other.include },
    { items: new Map(candidate.items).set(list, other.items.get(list) ?? 0) },
    { items: scaled(random, candidate) },
    { known: other.known },
    { salt: other.salt, alike: other.alike },
    { asOf: other.asOf, clauses: other.clauses },
    { unknown: other.unknown },
  ];
  const once = { ...candidate, ...random.pick(changes) };
  return random.once(3) ? { ...once, ...random.pick(changes) } : once;
}

/** All lists longer or shorter by a fifth: the worst request stands just below what is refused. */
function scaled(random: Random, { items, place }: Candidate): Candidate['items'] {
  const factor = random.pick([0.8, 0.9, 1.1, 1.25]);
  const most = new Map(listsOf(place).map(({ id, maxItems }) => [id, maxItems]));
  return new Map(
    [...items].map(([id, count]) => [id, Math.min(most.get(id) ?? 1, Math.round(count * factor))]),
  );
}

function listsOf({ dictionary }: PublishedPlace): PublishedPlace['dictionary']['subjects'] {
  return dictionary.subjects.filter(({ list }) => list);
}

/** Writes a candidate as a request. */
export function requestOf(candidate: Candidate): HttpRequest {
  return candidate.form ? formOf(candidate) : documentOf(candidate);
}

type Fact = PublishedPlace['dictionary']['facts'][number];

/** The answer to a fact of an item (0 for the applicant), or `undefined` where none is given. */
function answerTo({ salt, known, alike }: Candidate, fact: Fact, item: number): string | undefined {
  const number = alike ? 1 : item;
  const seed = hash(`${salt} ${fact.id} ${number}`);
  if (seed % 10 >= known) return undefined;
  if (fact.type === 'yesNo') return seed % 3 === 0 ? 'false' : 'true';
  if (fact.type === 'choice') return fact.options?.[seed % (fact.options.length || 1)]?.value;
  if (fact.type === 'date') return `20${10 + (seed % 15)}-01-01`;
  if (fact.type === 'percent') return String(seed % 100);
  return String(fact.type === 'count' ? seed % 50 : (seed % 5_000) * 10_000);
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return value;
}

function scopeOf({ place, clauses, salt }: Candidate): readonly string[] {
  const ids = [...place.prepared.published.keys()];
  return ids.slice(salt % Math.max(1, ids.length)).slice(0, clauses);
}

function documentOf(candidate: Candidate): HttpRequest {
  const { place, asOf, include, items, unknown } = candidate;
  const facts: Record<string, unknown> = {};
  for (const fact of place.dictionary.facts) {
    const answer =
      items.has(fact.subject) || fact.type === 'series' ? undefined : answerTo(candidate, fact, 0);
    if (answer !== undefined) facts[fact.id] = answer;
  }
  for (const [list, count] of items) {
    const own = place.dictionary.facts.filter(({ subject }) => subject === list);
    facts[list] = Array.from({ length: count }, (_, index) =>
      Object.fromEntries(own.map((fact) => [fact.name, answerTo(candidate, fact, index + 1)])),
    );
  }
  for (let number = 0; number < unknown; number += 1) facts[`enterprise.unknownFact${number}`] = 1;
  const clauses = scopeOf(candidate);
  const body = JSON.stringify({
    jurisdiction: place.slug,
    asOf,
    ...(include.length > 0 ? { include } : {}),
    ...(clauses.length > 0 ? { clauses } : {}),
    facts,
  });
  return { method: 'POST', path: '/api/check', headers: JSON_TYPE, body };
}

function formOf(candidate: Candidate): HttpRequest {
  const { place, asOf, items, all, action, unknown } = candidate;
  const fields = new URLSearchParams({ place: place.slug, asOf, action, ...(all ? { mode: 'all' } : {}) });
  for (const id of scopeOf(candidate)) fields.append('clause', id);
  for (const fact of place.dictionary.facts) {
    const answer =
      items.has(fact.subject) || fact.type === 'series' ? undefined : answerTo(candidate, fact, 0);
    if (answer !== undefined) fields.set(fact.id, answer);
  }
  for (const [list, count] of items) {
    const own = place.dictionary.facts.filter(({ subject }) => subject === list);
    fields.set(list, count === 0 ? 'none' : 'given');
    for (let item = 1; item <= count; item += 1)
      for (const [index, fact] of own.entries()) {
        const answer = answerTo(candidate, fact, item) ?? (index === 0 ? '' : undefined);
        if (answer !== undefined) fields.set(`${list}.${item}.${fact.name}`, answer);
      }
  }
  for (let number = 0; number < unknown; number += 1) fields.set(`enterprise.unknownFact${number}`, '1');
  return { method: 'POST', path: '/check/', headers: FORM_TYPE, body: fields.toString() };
}
