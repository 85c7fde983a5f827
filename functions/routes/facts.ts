import type { Dictionary } from '../../clauses/index.ts';
import type { ServedPlace } from '../data/places.ts';
import { refuse } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { factsReply, factsRequest } from '../schema/facts.schema.ts';
import { placeFindings } from './policies.ts';

/** `GET /api/facts`: what may be answered, all or what the clauses of one place and those above it read. */
export const facts = route({
  method: 'GET',
  path: '/api/facts',
  summary: '填报项（条件和金额用到的事项）',
  request: factsRequest,
  reply: factsReply,
  problems: ['invalid'],
  answer: async ({ value, raw, findings }, edge) => {
    refuse([...findings, ...(await placeFindings(raw['jurisdiction'], edge))]);
    const place = value?.jurisdiction === undefined ? undefined : await edge.findPlace(value.jurisdiction);
    const dictionary = place === undefined ? await edge.published.loadFacts() : readBy(place);
    return { body: { api: 1, subjects: [...dictionary.subjects], facts: [...dictionary.facts] } };
  },
});

/** The part of the dictionary that the clauses of a place and its ancestors read. */
function readBy({ dictionary, prepared }: ServedPlace): Dictionary {
  const named = new Set<string>();
  collect(prepared.policies, named);
  const facts = dictionary.facts.filter(({ id }) => named.has(id));
  const subjects = dictionary.subjects.filter(
    ({ id }) => named.has(id) || facts.some(({ subject }) => subject === id),
  );
  return { subjects, facts };
}

/** Every fact and list that any part of a catalogue names. */
function collect(part: unknown, named: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if ((key === 'fact' || key === 'list') && typeof value === 'string') named.add(value);
    else collect(value, named);
  }
}
