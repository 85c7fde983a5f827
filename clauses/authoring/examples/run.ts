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
import { buildCatalogue } from '../compile/catalogue.ts';
import type { ExampleOwner, ExampleSet, FullExample } from '../compile/examples.ts';
import { type Finding, finding, type Path } from '../issues/finding.ts';
import { compareResult } from './compare.ts';

/**
 * Runs every worked example through the evaluator: one of an award clause against that clause and those
 * that it limits together with it, one of a requirement so with every clause that it concerns, one of a limit or group against
 * all clauses of the policy. What comes out differently is a finding; the findings of each example come as it is run. Never throws.
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
  for (const { owner, examples } of sets) {
    const read = examples.map((example) => ({ example, ...readAnswers(prepared.dictionary, example.facts) }));
    yield answerFindings(read);
    let wrong = 0;
    for (const { example, answers, problems } of read) {
      if (problems.length > 0) continue;
      const found = once(
        owners(owner).flatMap((each) => runExample(example, answers, each, policy, prepared)),
      );
      if (found.length > 0) wrong += 1;
      yield wrong > SHOWN ? [] : found;
    }
    if (wrong > SHOWN) yield [moreFinding(examples, wrong - SHOWN)];
  }
}

/** One wrong condition makes many examples wrong; of each clause so many are told. */
const SHOWN = 3;

function moreFinding(examples: readonly FullExample[], n: number): Finding {
  return finding('exampleMore', { path: examples[0]?.path.slice(0, -1) ?? [] }, { n });
}

/** What an example is checked against: one of a requirement, against each clause concerned. */
function owners(owner: ExampleOwner): readonly ExampleOwner[] {
  return owner.kind === 'requirement' ? owner.clauses.map((id) => ({ kind: 'award' as const, id })) : [owner];
}

/** Each finding once, although many clauses may lead to it. */
function once(findings: readonly Finding[]): readonly Finding[] {
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
    asOf: example.asOf ?? dayOf(policy),
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

function withLimited({ statedConstraints: states }: PreparedCatalogue, clause: string): readonly string[] {
  return [clause, ...(states.get(clause) ?? []).flatMap(({ members }) => [...members])];
}

/** The day on which examples without `asOf` are run, so that the same file always gives the same result. */
function dayOf({ dates, enteredOn }: Policy): string {
  return dates.printedOn ?? dates.issuedOn ?? dates.publishedOn ?? dates.effectiveFrom ?? enteredOn;
}

interface ReadExample {
  readonly example: FullExample;
  readonly problems: readonly AnswerProblem[];
}

/** A wrong answer is told where it is written, with the number of examples that take it over, not at each of those. */
function answerFindings(read: readonly ReadExample[]): readonly Finding[] {
  const told = new Map<string, { readonly place: Path; readonly problem: AnswerProblem; heirs: number }>();
  for (const { example, problems } of read)
    for (const problem of problems) {
      const place = placeOf(example, problem);
      const same = [...place, problem.name, problem.code].join('\0');
      const before = told.get(same);
      if (before === undefined) told.set(same, { place, problem, heirs: 0 });
      else before.heirs += 1;
    }
  return [...told.values()].map(({ place, problem, heirs }) =>
    finding(
      'exampleAnswer',
      { path: place },
      { name: problem.name, reason: sayAnswerProblem(problem, 'yaml'), heirs },
    ),
  );
}

/** Where an answer is written: in the example itself, or in the one that it takes it over from. */
function placeOf({ authored, base, path }: FullExample, problem: AnswerProblem): Path {
  const { name } = problem;
  const key = Object.keys(authored.facts).find((each) => name === each || name.startsWith(`${each}.`));
  if (key !== undefined) return [...path, 'facts', key];
  return base === undefined ? [...path, 'facts'] : placeOf(base, problem);
}
