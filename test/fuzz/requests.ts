import type { Random } from '../oracle/random.ts';
import { FORM_TYPE, type HttpRequest, JSON_TYPE } from '../parity/client.ts';
import { toApi, toForm } from '../parity/encode-answers.ts';
import { type FactSet, randomFactSet } from '../parity/fact-set.ts';
import type { PublishedPlace } from '../parity/published-places.ts';
import { hostileJson, hostileText } from './hostile-values.ts';

/** A well-formed request of any route with arbitrary content. */
export function randomRequest(random: Random, places: readonly PublishedPlace[]): HttpRequest {
  const place = random.pick(places);
  const kind = random.below(20);
  if (kind < 10) return checkRequest(random, place);
  return kind < 16 ? formRequest(random, place) : plainRequest(random, place);
}

type Json = Record<string, unknown>;

function checkRequest(random: Random, place: PublishedPlace): HttpRequest {
  const facts = randomFactSet(random, place);
  const document: Json = {
    jurisdiction: place.slug,
    asOf: facts.asOf,
    facts: hostileFacts(random, facts),
    ...(facts.clauses === undefined ? {} : { clauses: facts.clauses }),
    ...(random.once(6) ? { include: ['trace', 'gaps', 'combination'].filter(() => random.once(2)) } : {}),
  };
  for (const key of ['jurisdiction', 'asOf', 'clauses', 'include', 'facts'])
    if (random.once(12)) document[key] = hostileJson(random);
  if (random.once(12)) document[hostileText(random)] = hostileJson(random);
  const whole = random.once(40) ? hostileJson(random) : document;
  return { method: 'POST', path: '/api/check', headers: JSON_TYPE, body: written(random, whole) };
}

/** JSON text; sometimes with a duplicate key or a number that no double represents. */
function written(random: Random, value: unknown): string {
  const text = JSON.stringify(value);
  if (!text.startsWith('{') || !random.once(15)) return text;
  const more = random.pick([
    '"facts":{}',
    '"asOf":"2020-01-01"',
    '"x":1e999',
    '"x":0.1234567890123456789',
    '"x":-0',
  ]);
  return `${text.slice(0, -1)}${text === '{}' ? '' : ','}${more}}`;
}

/** Valid answers, some of them replaced by arbitrary values. */
function hostileFacts(random: Random, facts: FactSet): unknown {
  const told = toApi(random, facts);
  const changes = random.pick([0, 0, 0, 1, 1, 2, 5]);
  for (let change = 0; change < changes; change += 1) {
    const name = random.once(3) ? hostileName(random, facts.place) : random.pick([...Object.keys(told), 'x']);
    told[name] = random.once(8) ? manyItems(random) : hostileJson(random);
  }
  return told;
}

function manyItems(random: Random): unknown {
  const item = random.once(2)
    ? {}
    : { completed: true, equipmentCost: '5000000', amount: '1000000', price: 1 };
  return Array.from({ length: random.pick([1, 50, 199, 200, 201, 2000]) }, () => item);
}

function hostileName(random: Random, { dictionary }: PublishedPlace): string {
  const { id, subject, name } = random.pick(dictionary.facts);
  const number = random.pick(['0', '1', '01', '200', '201', '9999', '99999', '-1', hostileText(random)]);
  return random.pick([
    id,
    subject,
    `${subject}.${number}.${name}`,
    `${id}.${random.pick(['2023', '1800', '99999', 'earlier', hostileText(random)])}`,
    `${id.slice(0, -1)}`,
    hostileText(random),
  ]);
}

const ACTIONS = [
  'check',
  'update',
  'edit',
  'next',
  'back',
  'again',
  'all',
  'few',
  'add:',
  'remove:',
  'change:',
];

function formRequest(random: Random, place: PublishedPlace): HttpRequest {
  const facts = randomFactSet(random, place);
  const fields = new URLSearchParams(toForm(random, facts));
  if (random.once(2)) fields.delete('mode');
  if (random.once(2)) fields.set('action', randomAction(random, facts));
  const changes = random.pick([0, 0, 1, 1, 2, 5]);
  for (let change = 0; change < changes; change += 1)
    fields.append(fieldNameOf(random, facts, fields), wellFormed(hostileText(random)));
  const pages = random.several(0, 3, () => random.several(0, 6, () => hostileName(random, place)).join(','));
  if (random.once(3)) for (const page of pages) fields.append('page', wellFormed(page));
  if (random.once(15))
    fields.append(random.pick(['place', 'asOf', 'topic', 'clause', 'mode']), wellFormed(hostileText(random)));
  if (random.once(20))
    for (let item = 1; item <= 200; item += 1) fields.set(`projects.${item}.completed`, 'true');
  return { method: 'POST', path: '/check/', headers: FORM_TYPE, body: fields.toString() };
}

function randomAction(random: Random, { place }: FactSet): string {
  const action = random.pick(ACTIONS);
  if (!action.endsWith(':')) return action;
  const subject = random.pick([...place.dictionary.subjects.map(({ id }) => id), 'x']);
  const item = action === 'remove:' ? `:${random.below(5)}` : '';
  return action === 'change:' ? `${action}${hostileName(random, place)}` : `${action}${subject}${item}`;
}

/** The name of a field of the form, whose text is usually removed, or any other name. */
function fieldNameOf(random: Random, facts: FactSet, fields: URLSearchParams): string {
  const name = random.once(2)
    ? random.pick([...fields.keys()])
    : wellFormed(hostileName(random, facts.place));
  if (!random.once(6)) fields.delete(name);
  return name;
}

/** Replaces lone surrogates, which addresses and forms cannot contain. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

function plainRequest(random: Random, { slug, prepared }: PublishedPlace): HttpRequest {
  const word = encodeURIComponent(wellFormed(hostileText(random)).slice(0, 900));
  const policy = random.pick([
    ...prepared.policies.map(({ id }) => id),
    'longnan/2022-40',
    `${slug}/${word || 'x'}`,
  ]);
  const path = random.pick([
    `/api/policies?${random.pick(['cursor', 'limit', 'jurisdiction', word])}=${random.pick([word, slug, '1', '0', '999999'])}`,
    `/api/policies/${policy}`,
    `/api/facts?${word}=${word}`,
    '/api/openapi.json',
    `/api/${word}`,
    `/api/check/${word}`,
    `/check?place=${slug}&asOf=${word}`,
    `/check/?place=${random.pick([slug, word])}&${random.pick(['topic', 'clause', 'asOf', 'mode', 'action', 'page'])}=${word}`,
    `/check/${word}`,
  ]);
  const method = random.pick(['GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'POST']);
  const headers = random.once(4)
    ? {
        'If-None-Match': random.pick(['*', '"x"', 'W/"huice-mark"', '<huice-mark']),
        Origin: 'https://x.example',
      }
    : {};
  return { method, path, headers };
}
