import { readAnswers } from '../../clauses/answering.ts';
import { explained, traceOf } from '../../clauses/explain.ts';
import {
  type Catalogue,
  type Clause,
  type ClauseResult,
  check,
  type Dictionary,
  type Prepared,
  prepare,
  verdicts,
} from '../../clauses/index.ts';
import { applicantOf, firmOf, variants } from './compare/applicants.ts';
import { type ByHand, LONGNAN, writtenOut } from './compare/by-hand.ts';
import { catalogueOf, DICTIONARY, generatedFacts, shapes } from './compare/generated.ts';
import { type Flat, jsonRules, type Options, publicodes, type Said } from './compare/rivals.ts';
import { KNOWN, published } from './core.ts';
import { head, microseconds, row } from './measure.ts';

const AS_OF = '2023-06-01';
const GENERATED = 10_000;
/** Other engines take too long over all of them. */
const SAMPLE = 500;
/** Applicants in turn, so that nothing can be known beforehand. */
const IN_TURN = 64;

/** Our evaluator beside functions written by hand and beside two engines, with the same clauses and facts in one run. */
export async function benchCompare(): Promise<void> {
  await benchLongnan();
  console.log('');
  await benchGenerated();
}

async function benchLongnan(): Promise<void> {
  const dictionary = published<Dictionary>('facts.json');
  const catalogue = published<Catalogue>('catalogues/longnan.json');
  const prepared = prepare(dictionary, [catalogue]);
  const clauses = awardsOf(prepared);
  const names = clauses.map(({ id }) => id);
  const options: Options = new Map(
    dictionary.facts.flatMap(({ id, options }) =>
      options === undefined ? [] : [[id, options.map(({ value }) => value)] as const],
    ),
  );
  const half = { 'enterprise.aboveScale': true, projects: KNOWN['projects'] };
  head(`${names.length} supports of Longnan, µs for a clause`, 'all known', 'half known', 'nothing known');
  const cases = [KNOWN, half, {}].map((facts) => readAnswers(dictionary, facts).answers);
  const times = async (run: (answers: (typeof cases)[number]) => unknown): Promise<readonly number[]> => {
    const found: number[] = [];
    for (const answers of cases) found.push((await microseconds(() => run(answers))) / names.length);
    return found;
  };
  const applicants = new Map(cases.map((answers) => [answers, applicantOf(answers)]));
  const byHand = (answers: (typeof cases)[number]): readonly ByHand[] => {
    const applicant = applicants.get(answers) ?? applicantOf(answers);
    return LONGNAN.map((clause) => clause(applicant));
  };
  for (const answers of cases) sameAsByHand(verdicts(prepared, { answers, asOf: AS_OF }), byHand(answers));
  const flat = flatOf(KNOWN);
  const [known] = cases;
  const rivals = {
    'json-rules-engine': jsonRules(clauses, options),
    publicodes: publicodes(clauses, Object.keys(flat), options),
  };
  line('written by hand', await times(byHand));
  line('ours, verdict and amount', await times((answers) => verdicts(prepared, { answers, asOf: AS_OF })));
  line(
    'ours, verdict, amount and trace',
    await times((answers) => verdicts(prepared, { answers, asOf: AS_OF, trace: traceOf })),
  );
  line('ours, whole result', await times((answers) => whole(prepared, answers, names, false)));
  line('ours, whole result with trace', await times((answers) => whole(prepared, answers, names, true)));
  for (const [name, rival] of Object.entries(rivals)) {
    if (known !== undefined)
      sameAsRival(verdicts(prepared, { answers: known, asOf: AS_OF }), await rival(flat), name);
    line(name, [(await microseconds(() => rival(flat))) / names.length]);
  }
  console.log('');
  await benchInTurn(prepared, dictionary);
}

/** The same clauses for one applicant after another: neither side can settle on one of them. */
async function benchInTurn(prepared: Prepared, dictionary: Dictionary): Promise<void> {
  const all = variants(KNOWN, IN_TURN).map((facts) => readAnswers(dictionary, facts).answers);
  const applicants = all.map(applicantOf);
  for (const [index, answers] of all.entries()) {
    const applicant = applicants[index] ?? applicantOf(answers);
    sameAsByHand(
      verdicts(prepared, { answers, asOf: AS_OF }),
      LONGNAN.map((clause) => clause(applicant)),
    );
  }
  const eachOf = async (run: () => unknown): Promise<string> =>
    ((await microseconds(run)) / (IN_TURN * LONGNAN.length)).toFixed(2);
  head(`${LONGNAN.length} supports of Longnan, ${IN_TURN} applicants in turn`, 'µs for a clause');
  row(
    'written by hand',
    await eachOf(() => applicants.map((applicant) => LONGNAN.map((clause) => clause(applicant)))),
  );
  for (const trace of [undefined, traceOf])
    row(
      trace === undefined ? 'ours, verdict and amount' : 'ours, verdict, amount and trace',
      await eachOf(() => all.map((answers) => verdicts(prepared, { answers, asOf: AS_OF, trace }))),
    );
}

async function benchGenerated(): Promise<void> {
  const all = shapes(GENERATED);
  const facts = generatedFacts(7);
  const prepared = prepare(DICTIONARY, [catalogueOf(all)]);
  const sample = prepare(DICTIONARY, [catalogueOf(all.slice(0, SAMPLE))]);
  const { answers } = readAnswers(DICTIONARY, facts);
  const firm = firmOf(answers);
  const functions = all.map(writtenOut);
  const byHand = (): readonly ByHand[] => functions.map((clause) => clause(firm));
  const ours = (): readonly Verdict[] => verdicts(prepared, { answers, asOf: AS_OF });
  sameAsByHand(ours(), byHand());
  head(`${GENERATED} distinct clauses`, 'clauses', 'µs for a clause', 'ms for all of them');
  const measure = async (name: string, count: number, run: () => unknown): Promise<void> => {
    const time = await microseconds(run, 2000);
    row(name, count, (time / count).toFixed(2), ((time / count) * GENERATED * 1e-3).toFixed(0));
  };
  await measure('written by hand', GENERATED, byHand);
  await measure('ours, verdict and amount', GENERATED, ours);
  await measure('ours, verdict, amount and trace', GENERATED, () =>
    verdicts(prepared, { answers, asOf: AS_OF, trace: traceOf }),
  );
  await measure('ours, whole result', GENERATED, () => whole(prepared, answers, undefined, false));
  await measure('ours, whole result with trace', GENERATED, () => whole(prepared, answers, undefined, true));
  // What the engines get, for they are compared with these.
  await measure('ours, verdict and amount', SAMPLE, () => verdicts(sample, { answers, asOf: AS_OF }));
  await measure('ours, verdict, amount and trace', SAMPLE, () =>
    verdicts(sample, { answers, asOf: AS_OF, trace: traceOf }),
  );
  const flat = flatOf(facts);
  const clauses = awardsOf(sample);
  const rivals = {
    'json-rules-engine': jsonRules(clauses, new Map()),
    publicodes: publicodes(clauses, Object.keys(flat), new Map()),
  };
  for (const [name, rival] of Object.entries(rivals)) {
    sameAsRival(verdicts(sample, { answers, asOf: AS_OF }), await rival(flat), name);
    await measure(name, SAMPLE, () => rival(flat));
  }
}

type Verdict = Pick<ClauseResult, 'id' | 'verdict' | 'amount'>;

function whole(
  prepared: Prepared,
  answers: Parameters<typeof check>[1]['answers'],
  clauses: readonly string[] | undefined,
  trace: boolean,
): unknown {
  const only = clauses === undefined ? {} : { clauses };
  const extras = trace ? { ...explained, trace: traceOf } : explained;
  return check(prepared, { answers, asOf: AS_OF, jurisdiction: 'longnan', ...only, ...extras });
}

function line(name: string, times: readonly number[]): void {
  row(name, ...[0, 1, 2].map((place) => times[place]?.toFixed(2) ?? '–'));
}

function awardsOf(prepared: Prepared): readonly Clause[] {
  return [...prepared.clauses.values()].filter(({ kind }) => kind === 'award');
}

/** Answers side by side, the first item of a list in place of the list; money as a number. */
function flatOf(facts: Readonly<Record<string, unknown>>): Flat {
  const flat = Object.entries(facts).flatMap(([id, value]) =>
    Array.isArray(value)
      ? Object.entries((value[0] ?? {}) as object).map(([name, inner]) => [`${id}.${name}`, inner] as const)
      : [[id, value] as const],
  );
  return Object.fromEntries(
    flat.map(([id, value]) => [id, typeof value === 'string' && /^\d/.test(value) ? Number(value) : value]),
  ) as Flat;
}

/** Written by hand it says the same, and amounts are the same where ours are exact. */
function sameAsByHand(ours: readonly Verdict[], byHand: readonly ByHand[]): void {
  for (const [index, { id, verdict, amount }] of ours.entries()) {
    const { met, least, most } = byHand[index] ?? { met: false };
    agree(verdict === 'undetermined' ? 'unknown' : verdict === 'eligible', met, id);
    if (amount.kind === 'none') agree(least, undefined, id);
    else if (!amount.bound)
      for (const [range, own] of [[amount.least, least] as const, [amount.most, most] as const]) {
        agree(Number(range.min) * 100, own?.min, id);
        agree(range.max === null ? Number.POSITIVE_INFINITY : Number(range.max) * 100, own?.max, id);
      }
  }
}

function sameAsRival(ours: readonly Verdict[], said: readonly Said[], name: string): void {
  for (const [index, { id, verdict, amount }] of ours.entries()) {
    const { met, amount: sum } = said[index] ?? { met: undefined };
    agree(verdict === 'eligible', met, `${name}, ${id}`);
    if (amount.kind === 'money')
      agree(Number(amount.most.max), Math.floor((sum ?? 0) * 100 + 1e-6) / 100, `${name}, ${id}`);
  }
}

function agree(ours: unknown, other: unknown, where: string): void {
  if (ours !== other && !(typeof ours === 'number' && Math.round(ours) === other))
    throw new Error(`${where}: ours ${String(ours)}, the other ${String(other)}`);
}
