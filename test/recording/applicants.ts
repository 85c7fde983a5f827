import { Random } from '../oracle/random.ts';
import { toApi, toForm } from '../parity/encode-answers.ts';
import { type FactSet, randomFactSet } from '../parity/fact-set.ts';
import type { PublishedPlace } from '../parity/published-places.ts';
import { type Asked, replyText, type Send } from './edge.ts';
import type { Recording } from './recording.ts';

/** The part of a result that the API gives on request. */
const INCLUDED = ['trace', 'gaps', 'combination'] as const;

/** The buttons of the form that asks a few questions at a time. */
const ACTIONS = ['update', 'edit', 'next', 'back', 'again', 'all', 'few', 'check'] as const;

/** The number of applicants in one part of a group. */
const PART = 100;

const JSON_TYPE = { 'Content-Type': 'application/json' } as const;
const FORM_TYPE = { 'Content-Type': 'application/x-www-form-urlencoded' } as const;

/** The groups of a place: replies of the API, result pages, pages of a few questions. */
export function groupsOf(place: string): readonly [api: string, form: string, steps: string] {
  return [`api:${place}`, `form:${place}`, `steps:${place}`];
}

/** Records the replies to an applicant of a place by the API, by the form and by its question pages. */
export async function recordApplicant(
  place: PublishedPlace,
  seed: number,
  number: number,
  send: Send,
  recording: Recording,
): Promise<void> {
  const random = new Random(seed, number);
  const facts = randomFactSet(random, place);
  const asked = [apiRequest(random, facts), formRequest(random, facts), stepRequest(random, facts)];
  const part = String(Math.floor(number / PART) * PART).padStart(6, '0');
  for (const [index, group] of groupsOf(place.slug).entries()) {
    const each = asked[index];
    if (each === undefined || !recording.wants(group)) continue;
    recording.add(group, part, `applicant ${number}\n${replyText(await send(each))}`);
  }
}

function apiRequest(random: Random, facts: FactSet): Asked {
  const { place, asOf, clauses } = facts;
  const fields = Object.entries({
    jurisdiction: place.slug,
    asOf,
    facts: toApi(random, facts),
    ...(clauses === undefined ? {} : { clauses }),
    include: random.shuffled(INCLUDED),
  });
  const body = JSON.stringify(Object.fromEntries(random.shuffled(fields)));
  return { method: 'POST', path: '/api/check', headers: JSON_TYPE, body };
}

function formRequest(random: Random, facts: FactSet): Asked {
  return { method: 'POST', path: '/check/', headers: FORM_TYPE, body: toForm(random, facts) };
}

/** The form with a few questions at a time: up to three pages were shown, and a random button is pressed. */
function stepRequest(random: Random, facts: FactSet): Asked {
  const fields = new URLSearchParams(toForm(random, facts));
  fields.delete('mode');
  fields.set('action', random.pick([...ACTIONS, ...itemActions(facts)]));
  const names = [...facts.place.read.values()].flat().map(({ id }) => id);
  const shown = names.length === 0 ? [] : random.several(0, 3, () => pageOf(random, names));
  for (const page of shown) fields.append('page', page);
  return { method: 'POST', path: '/check/', headers: FORM_TYPE, body: fields.toString() };
}

/** The buttons that add and remove items, and the one that changes an answer. */
function itemActions({ lists, values }: FactSet): readonly string[] {
  const [changed] = values.keys();
  const ofLists = [...lists.keys()].flatMap((list) => [`add:${list}`, `remove:${list}:1`]);
  return changed === undefined ? ofLists : [...ofLists, `change:${changed}`];
}

function pageOf(random: Random, names: readonly string[]): string {
  return [...new Set(random.several(1, 4, () => random.pick(names)))].join(',');
}
