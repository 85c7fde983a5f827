import { type AnswerProblem, readAnswers } from '../answers.ts';
import { type Prepared, prepare } from '../chain.ts';
import { check } from '../check.ts';
import type { Dictionary } from '../fact.ts';
import type { Policy } from '../policy.ts';
import type { CheckResult } from '../result.ts';
import { buildCatalogue } from './catalogue.ts';
import { compareResult } from './compare.ts';
import type { FullExample } from './example.ts';
import { type Finding, finding } from './finding.ts';
import type { ExampleSet } from './rules.ts';

/**
 * Runs every worked example through the evaluator: one of an award clause against that clause and those
 * that it limits together with it, one of a limit or group against all clauses of the policy. What comes out differently is a
 * finding; the findings of each example come as it is run. Never throws.
 */
export function* runExamples(
  sets: readonly ExampleSet[],
  policy: Policy,
  dictionary: Dictionary,
): Generator<readonly Finding[]> {
  let prepared: Prepared;
  try {
    prepared = prepare(dictionary, [buildCatalogue(policy.jurisdiction, [policy], () => '')]);
  } catch (problem) {
    yield [finding('exampleCrash', { path: ['clauses'] }, { reason: String(problem) })];
    return;
  }
  for (const { owner, examples } of sets)
    for (const example of examples) yield runExample(example, owner, policy, prepared);
}

function runExample(
  example: FullExample,
  owner: ExampleSet['owner'],
  policy: Policy,
  prepared: Prepared,
): Finding[] {
  const { answers, problems } = readAnswers(prepared.dictionary, example.facts);
  if (problems.length > 0) return problems.map((problem) => answerFinding(example, problem));
  const request = {
    answers,
    asOf: example.authored.asOf ?? dayOf(policy),
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

function withLimited({ states }: Prepared, clause: string): readonly string[] {
  return [clause, ...(states.get(clause) ?? []).flatMap(({ members }) => [...members])];
}

/** The day on which examples without `asOf` are run, so that the same file always gives the same result. */
function dayOf({ dates, enteredOn }: Policy): string {
  return dates.printedOn ?? dates.issuedOn ?? dates.publishedOn ?? dates.effectiveFrom ?? enteredOn;
}

function answerFinding({ path, authored }: FullExample, problem: AnswerProblem): Finding {
  const key = Object.keys(authored.facts).find(
    (name) => name === problem.name || problem.name.startsWith(`${name}.`),
  );
  const place = { path: key === undefined ? [...path, 'facts'] : [...path, 'facts', key] };
  return finding('exampleAnswer', place, { name: problem.name, reason: reasonOf(problem) });
}

function reasonOf({ code, fact, given = '', nearest }: AnswerProblem): string {
  switch (code) {
    case 'unknownFact':
      return `facts.yaml 里没有这一项${nearest === undefined ? '' : `，是不是“${nearest}”`}`;
    case 'badValue':
      return `看不懂“${given}”${fact === undefined ? '' : `，${FORMS[fact.type]}`}`;
    case 'outOfRange':
      return `“${given}”超出了填写范围`;
    case 'tooManyItems':
      return '项数太多';
    case 'emptyText':
      return '不能为空，不清楚请写 null';
    case 'duplicate':
      return '同一项写了两次';
    case 'wrongShape':
      return '形式不对，列表从1数起，如 projects.1.completed';
    case 'tooPrecise':
      return `“${given}”的小数位数太多`;
  }
}

const FORMS = {
  yesNo: '请写 true 或 false',
  choice: '请写选项值',
  money: '请写金额，如 500万元',
  number: '请写数',
  count: '请写整数',
  area: '请写面积，如 1000',
  percent: '请写百分比，如 6%',
  date: '请写日期，如 2022-08-15',
  series: '请按年份写数值',
} as const;
