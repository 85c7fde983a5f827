import type { Answers } from '../../answers/answers.ts';
import { sayAnswerProblem } from '../../answers/problem-words.ts';
import { type AnswerProblem, readAnswers } from '../../answers/read-answers.ts';
import { check } from '../../check/check.ts';
import { type PreparedCatalogue, prepareCatalogues } from '../../check/prepared-catalogue.ts';
import type { CheckResult } from '../../check/result.ts';
import { defaultExplainers } from '../../explain/default-explainers.ts';
import type { Dictionary } from '../../language/fact.ts';
import type { Policy } from '../../language/policy.ts';
import { sameData } from '../../language/same.ts';
import { counts, standing } from '../../language/standing.ts';
import { dayOf } from '../../numbers/calendar.ts';
import { buildCatalogue } from '../compile/catalogue.ts';
import type { ExampleOwner, ExampleSet, FullExample } from '../compile/examples.ts';
import { type Finding, finding, type Path } from '../issues/finding.ts';
import { compareResult } from './compare.ts';

/**
 * Runs every worked example and reports results that differ from the expectation. An example of an award clause runs against
 * that clause and the clauses that are limited together with it, one of a requirement against each of its clauses in
 * the same way, one of a limit or group against all clauses of the policy. Yields the findings of each example after it
 * has run. Never throws.
 */
export function* runExamples(
  sets: readonly ExampleSet[],
  policy: Policy,
  dictionary: Dictionary,
): Generator<readonly Finding[]> {
  let prepared: PreparedCatalogue;
  try {
    prepared = prepareCatalogues(dictionary, [buildCatalogue(policy.jurisdiction, [policy], () => '')]);
  } catch (problem) {
    yield [finding('exampleCrash', { path: ['clauses'] }, { reason: String(problem) })];
    return;
  }
  for (const set of sets) yield* runSet(set, policy, prepared);
}

function* runSet(
  { owner, examples }: ExampleSet,
  policy: Policy,
  prepared: PreparedCatalogue,
): Generator<readonly Finding[]> {
  const read = examples.map((example) => ({ example, ...readAnswers(prepared.dictionary, example.facts) }));
  yield answerFindings(read);
  let wrong = 0;
  for (const { example, answers, problems } of read) {
    if (problems.length > 0) continue;
    const found = withoutDuplicates(
      ownersOf(owner).flatMap((each) => runExample(example, answers, each, policy, prepared)),
    );
    if (found.length > 0) wrong += 1;
    yield wrong > SHOWN ? [] : found;
  }
  if (wrong > SHOWN) yield [moreFinding(examples, wrong - SHOWN)];
}

/**
 * The number of wrong examples of each owner that are reported one by one: one wrong condition makes many of them
 * wrong.
 */
const SHOWN = 3;

function moreFinding(examples: readonly FullExample[], n: number): Finding {
  return finding('exampleMore', { path: examples[0]?.path.slice(0, -1) ?? [] }, { n });
}

/** The owners that an example runs against: for a requirement, each clause that it applies to. */
function ownersOf(owner: ExampleOwner): readonly ExampleOwner[] {
  return owner.kind === 'requirement' ? owner.clauses.map((id) => ({ kind: 'award' as const, id })) : [owner];
}

/** Several clauses of a requirement can give the same finding. */
function withoutDuplicates(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((each, index) => findings.findIndex((other) => sameData(other, each)) === index);
}

function runExample(
  example: FullExample,
  answers: Answers,
  owner: ExampleOwner,
  policy: Policy,
  prepared: PreparedCatalogue,
): Finding[] {
  const request = {
    ...defaultExplainers,
    answers,
    asOf: example.asOf ?? defaultDay(policy),
    jurisdiction: policy.jurisdiction,
    ...(owner.kind === 'award' ? { clauses: withLimited(prepared, owner.id) } : {}),
  };
  let result: CheckResult;
  try {
    result = check(prepared, request);
  } catch (problem) {
    return [finding('exampleCrash', { path: example.path }, { reason: String(problem) })];
  }
  return compareResult(example, owner, result);
}

/** The clause and the clauses that are limited together with it. */
function withLimited({ statedConstraints: states }: PreparedCatalogue, clause: string): readonly string[] {
  return [clause, ...(states.get(clause) ?? []).flatMap(({ members }) => [...members])];
}

/**
 * The as-of date of examples without one: the first date of the file on which its clauses count, or its first date where
 * there is none. It depends on the file only, so that the same file always gives the same result.
 */
function defaultDay({ dates, enteredOn }: Policy): string {
  const { printedOn, issuedOn, publishedOn, effectiveFrom, planYears } = dates;
  const planned = planYears && `${planYears.from}-01-01`;
  const days = [printedOn, issuedOn, publishedOn, effectiveFrom, planned].flatMap((day) => day ?? []);
  return days.find((day) => counts(standing(dates, dayOf(day)))) ?? days[0] ?? enteredOn;
}

interface ReadExample {
  readonly example: FullExample;
  readonly problems: readonly AnswerProblem[];
}

/** Reports a wrong answer once, at the example that states it, with the number of examples that take it over. */
function answerFindings(read: readonly ReadExample[]): readonly Finding[] {
  const reported = new Map<
    string,
    { readonly place: Path; readonly problem: AnswerProblem; heirs: number }
  >();
  for (const { example, problems } of read)
    for (const problem of problems) {
      const place = placeOf(example, problem);
      const key = [...place, problem.name, problem.code].join('\0');
      const before = reported.get(key);
      if (before === undefined) reported.set(key, { place, problem, heirs: 0 });
      else before.heirs += 1;
    }
  return [...reported.values()].map(({ place, problem, heirs }) =>
    finding(
      'exampleAnswer',
      { path: place },
      { name: problem.name, reason: sayAnswerProblem(problem, 'yaml'), heirs },
    ),
  );
}

/** The path of an answer: in the example itself, or in the example that it takes the answer over from. */
function placeOf({ authored, base, path }: FullExample, problem: AnswerProblem): Path {
  const { name } = problem;
  const key = Object.keys(authored.facts).find((each) => name === each || name.startsWith(`${each}.`));
  if (key !== undefined) return [...path, 'facts', key];
  return base === undefined ? [...path, 'facts'] : placeOf(base, problem);
}
