import { readAnswers } from '../clauses/answering.ts';
import { defaultExplainers, traceOf } from '../clauses/explain.ts';
import { check, prepareCatalogues, verdicts } from '../clauses/index.ts';
import { assertSameAsByHand, assertSameAsEngine } from './compare/agreement.ts';
import { firmOf, writtenOut } from './compare/by-hand/generated.ts';
import type { ByHand } from './compare/by-hand/ranges.ts';
import {
  AS_OF,
  type ComparedApplicant,
  type ComparedPlace,
  comparedPlaces,
} from './compare/compared-places.ts';
import { flatFacts } from './compare/engine.ts';
import { jsonRules } from './compare/json-rules.ts';
import { publicodes } from './compare/publicodes.ts';
import { catalogueOf, DICTIONARY, generatedFacts, shapes } from './generated/clauses.ts';
import { microseconds } from './measure/measure.ts';
import { head, row } from './measure/table.ts';

const GENERATED = 10_000;
/** The number of generated clauses for the other engines, which are too slow for all of them. */
const SAMPLE = 500;
/** The number of applicants that take turns, so that no side can cache a result. */
const IN_TURN = 64;

/** Compares our evaluator with functions written by hand and with two other engines, on the same clauses and answers. */
export async function benchCompare(): Promise<void> {
  const places = await comparedPlaces();
  await benchReal(places);
  console.log('');
  await benchPlaces(places);
  console.log('');
  await benchRivals(places);
  console.log('');
  await benchGenerated();
}

/** A place with the applicants to check. */
interface Round {
  readonly place: ComparedPlace;
  readonly applicants: readonly ComparedApplicant[];
}

type Run = (round: Round) => unknown;

const byHand: Run = ({ applicants }) => applicants.map(({ byHand: run }) => run());
/** Runs our evaluator over all clauses of a place, or over those that the other engines can express. */
function ours(which: 'prepared' | 'reduced', trace?: typeof traceOf): Run {
  return ({ place, applicants }) =>
    applicants.map(({ answers }) => verdicts(place[which], { answers, asOf: AS_OF, trace }));
}

/** Measures the clauses of all places, one applicant after another, so that no side can optimise for one of them. */
async function benchReal(places: readonly ComparedPlace[]): Promise<void> {
  const known = [1, 0.5, 0].map((share) =>
    places.map(
      (place): Round => ({
        place,
        applicants: Array.from({ length: IN_TURN }, () => place.draw(share, 'one')),
      }),
    ),
  );
  const count = sumOf(places.map(({ byHand: { names } }) => names.length));
  head(
    `${count} supports of ${places.length} places, µs for a clause`,
    'all known',
    'half known',
    'nothing known',
  );
  const line = async (name: string, run: Run): Promise<void> => {
    const cells: string[] = [];
    for (const all of known)
      cells.push(((await microseconds(() => inTurn(all, run))) / (IN_TURN * count)).toFixed(2));
    row(name, ...cells);
  };
  await line('written by hand', byHand);
  await line('ours, verdict and amount', ours('prepared'));
  await line('ours, verdict, amount and trace', ours('prepared', traceOf));
  await line('ours, whole result', ({ place, applicants }) =>
    applicants.map(({ answers }) => whole(place, answers, false)),
  );
  await line('ours, whole result with trace', ({ place, applicants }) =>
    applicants.map(({ answers }) => whole(place, answers, true)),
  );
}

/** Measures the clauses that the other engines can express: everything known, one item, the first reading. */
async function benchRivals(places: readonly ComparedPlace[]): Promise<void> {
  const all = places.map(
    (place): Round => ({
      place,
      applicants: Array.from({ length: IN_TURN }, () => place.draw(1, 'one')),
    }),
  );
  const count = sumOf(places.map(({ reduced }) => reduced.published.size));
  head(`${count} clauses that the other engines can express, everything known`, 'µs for a clause');
  const line = async (name: string, run: Run): Promise<void> =>
    row(name, ((await microseconds(() => inTurn(all, run))) / (IN_TURN * count)).toFixed(2));
  await line('ours, verdict and amount', ours('reduced'));
  await line('ours, verdict, amount and trace', ours('reduced', traceOf));
  for (const name of ['json-rules-engine', 'publicodes'] as const)
    await line(name, async ({ place, applicants }) => {
      for (const { flat } of applicants) await place.engines[name]?.(flat);
    });
}

/** Measures each place by itself, everything known. */
async function benchPlaces(places: readonly ComparedPlace[]): Promise<void> {
  head(
    'everything known, µs for a clause',
    'supports',
    'written by hand',
    'verdict and amount',
    'with trace',
  );
  for (const place of places) {
    const applicants = Array.from({ length: IN_TURN }, () => place.draw(1, 'any'));
    const { length } = place.byHand.names;
    const cells: string[] = [];
    for (const run of [byHand, ours('prepared'), ours('prepared', traceOf)])
      cells.push(((await microseconds(() => run({ place, applicants }))) / (IN_TURN * length)).toFixed(2));
    row(place.slug, length, ...cells);
  }
}

/** Runs all places one after the other and waits for asynchronous engines. */
function inTurn(all: readonly Round[], run: Run): unknown {
  const done = all.map(run);
  return done.some((each) => each instanceof Promise) ? Promise.all(done) : done;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, each) => sum + each, 0);
}

function whole(
  { prepared, slug }: ComparedPlace,
  answers: ComparedApplicant['answers'],
  trace: boolean,
): unknown {
  const extras = trace ? { ...defaultExplainers, trace: traceOf } : defaultExplainers;
  return check(prepared, { answers, asOf: AS_OF, jurisdiction: slug, ...extras });
}

async function benchGenerated(): Promise<void> {
  const all = shapes(GENERATED);
  const prepared = prepareCatalogues(DICTIONARY, [catalogueOf(all)]);
  const sample = prepareCatalogues(DICTIONARY, [catalogueOf(all.slice(0, SAMPLE))]);
  const { answers } = readAnswers(DICTIONARY, generatedFacts(7));
  const firm = firmOf(answers);
  const functions = all.map(writtenOut);
  const run = (): readonly ByHand[] => functions.map((clause) => clause(firm));
  const asked = { answers, asOf: AS_OF };
  const traced = { ...asked, trace: traceOf };
  const request = { ...defaultExplainers, ...asked, jurisdiction: 'town' };
  assertSameAsByHand(verdicts(prepared, asked), run());
  head(`${GENERATED} distinct clauses`, 'clauses', 'µs for a clause', 'ms for all of them');
  const measure = async (name: string, count: number, run: () => unknown): Promise<void> => {
    const time = await microseconds(run, 2000);
    row(name, count, (time / count).toFixed(2), ((time / count) * GENERATED * 1e-3).toFixed(0));
  };
  await measure('written by hand', GENERATED, run);
  await measure('ours, verdict and amount', GENERATED, () => verdicts(prepared, asked));
  await measure('ours, verdict, amount and trace', GENERATED, () => verdicts(prepared, traced));
  await measure('ours, whole result', GENERATED, () => check(prepared, request));
  await measure('ours, whole result with trace', GENERATED, () =>
    check(prepared, { ...request, trace: traceOf }),
  );
  // The sample that the other engines run as well.
  await measure('ours, verdict and amount', SAMPLE, () => verdicts(sample, asked));
  await measure('ours, verdict, amount and trace', SAMPLE, () => verdicts(sample, traced));
  const flat = flatFacts(DICTIONARY, answers);
  const clauses = [...sample.published.values()];
  const engines = {
    'json-rules-engine': jsonRules(clauses, new Set()),
    publicodes: publicodes(clauses, Object.keys(flat), new Set()),
  };
  for (const [name, engine] of Object.entries(engines)) {
    assertSameAsEngine(verdicts(sample, asked), await engine(flat), name);
    await measure(name, SAMPLE, () => engine(flat));
  }
}
