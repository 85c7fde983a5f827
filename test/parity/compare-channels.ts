import { isDeepStrictEqual } from 'node:util';
import { combinationOf, defaultExplainers, gapsOf, groundsOf, traceOf } from '../../clauses/explain.ts';
import { type Answers, type CheckResult, check } from '../../clauses/index.ts';
import { API_BUDGET } from '../../functions/data/budget.ts';
import { Random } from '../oracle/random.ts';
import { FORM_TYPE, JSON_TYPE, send } from './client.ts';
import { toApi, toCore, toForm } from './encode-answers.ts';
import { expectedPage } from './expected.ts';
import { type FactSet, randomFactSet } from './fact-set.ts';
import { readResultPage } from './page.ts';
import type { PublishedPlace } from './published-places.ts';

/** One applicant checked by the core, the API and the form. */
export interface ComparedChannels {
  /** The replies in order. */
  readonly bytes: readonly string[];
  /** The differences between two channels, each with the request. */
  readonly disagreements: readonly string[];
}

/** Checks applicant `number` of a seed: twice in the core, in different orders, then by the API and the form of a server. */
export async function compareChannels(
  places: readonly PublishedPlace[],
  seed: number,
  number: number,
  port: number,
): Promise<ComparedChannels> {
  const random = new Random(seed, number);
  const facts = randomFactSet(random, places[number % places.length] as PublishedPlace);
  const result = inCore(facts, toCore(random, facts));
  const core = JSON.stringify(result);
  const again = JSON.stringify(inCore(facts, toCore(random, facts)));
  const document = JSON.stringify(
    Object.fromEntries(random.shuffled(Object.entries(requestOf(random, facts)))),
  );
  const form = toForm(random, facts);
  const [api, page] = await Promise.all([
    send(port, { method: 'POST', path: '/api/check', headers: JSON_TYPE, body: document }),
    send(port, { method: 'POST', path: '/check/', headers: FORM_TYPE, body: form }),
  ]);
  const disagreements = [
    ...(again === core ? [] : [`the core in another order ${firstDifference(again, core)}: ${form}`]),
    ...(api.status === 200 && api.text === core
      ? []
      : [`the API (${api.status}) ${firstDifference(api.text, core)}: ${document}`]),
    ...(page.status === 200
      ? pageDiffers(page.text, result, facts.place)
      : [`the form (${page.status})`]
    ).map((what) => `${what}: ${form}`),
  ];
  return { bytes: [core, api.text, page.text], disagreements };
}

function firstDifference(actual: string, expected: string): string {
  const at = [...actual].findIndex((each, index) => each !== expected[index]);
  const around = (text: string): string => text.slice(Math.max(0, at - 120), at + 60);
  return `says ${around(actual)} for ${around(expected)}`;
}

function inCore({ place, asOf, include, clauses }: FactSet, answers: Answers): CheckResult {
  const all = include.length > 0;
  return check(place.prepared, {
    ...defaultExplainers,
    answers,
    asOf,
    jurisdiction: place.slug,
    // What is tried for explanations ends with the budget of the edge.
    mostWork: API_BUDGET.evaluated,
    ...(clauses === undefined ? {} : { clauses }),
    ...(all ? { trace: traceOf, grounds: groundsOf, gaps: gapsOf, combination: combinationOf } : {}),
  });
}

function requestOf(random: Random, facts: FactSet): Record<string, unknown> {
  const { place, asOf, include, clauses } = facts;
  return {
    jurisdiction: place.slug,
    asOf,
    facts: toApi(random, facts),
    ...(clauses === undefined ? {} : { clauses }),
    ...(include.length === 0 ? {} : { include: random.shuffled(include) }),
  };
}

function pageDiffers(html: string, result: CheckResult, { prepared }: PublishedPlace): string[] {
  const [actual, expected] = [readResultPage(html), expectedPage(result, prepared.published)];
  if (isDeepStrictEqual(actual, expected)) return [];
  const parts = (['totals', 'open', 'asOf'] as const).filter(
    (part) => !isDeepStrictEqual(actual[part], expected[part]),
  );
  const ids = new Set([...actual.clauses.keys(), ...expected.clauses.keys()]);
  const clauses = [...ids].filter(
    (id) => !isDeepStrictEqual(actual.clauses.get(id), expected.clauses.get(id)),
  );
  const shown = [
    ...parts.map((part) => `${part} ${JSON.stringify(actual[part])} for ${JSON.stringify(expected[part])}`),
    ...clauses.map(
      (id) =>
        `${id} ${JSON.stringify(actual.clauses.get(id))} for ${JSON.stringify(expected.clauses.get(id))}`,
    ),
  ];
  return [`the page says ${shown.join('; ') || 'the clauses in another order'}`];
}
