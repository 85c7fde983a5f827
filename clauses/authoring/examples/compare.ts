import { nearestSpelling } from '../../answers/spelling.ts';
import type { Amount, CheckResult, ClauseResult, MoneyRange, Verdict } from '../../check/result.ts';
import type { ExampleOwner, FullExample } from '../compile/examples.ts';
import { type Finding, finding, type Path } from '../issues/finding.ts';
import type { AuthoredExpectation, AuthoredRange } from '../schema/examples.ts';
import { exactRange, readRange, sameRange, shownRange, writtenRange } from './amounts.ts';

/** What can be compared with an expectation: the result itself, or its branch under one reading. */
interface Outcome {
  readonly verdict?: Verdict | undefined;
  readonly amount?: Amount | undefined;
  readonly ceiling?: MoneyRange | undefined;
  readonly granted?: MoneyRange | undefined;
  readonly atMost?: MoneyRange | undefined;
  readonly missing?: readonly string[];
  readonly authority?: readonly string[];
}

/** Every difference between what an example expects and what came out. */
export function compareResult(example: FullExample, owner: ExampleOwner, result: CheckResult): Finding[] {
  const clause = result.clauses.find(({ id }) => id === owner.id);
  const bench: Expectation = { name: example.authored.name, path: [...example.path, 'expect'] };
  const outcome: Outcome = {
    verdict: clause?.verdict,
    amount: clause?.amount,
    ceiling: clause?.ceiling,
    ...result.totals,
    missing: clause?.missing ?? result.questions.map(({ fact }) => fact),
    authority: clause?.authority ?? [...new Set(result.clauses.flatMap((each) => each.authority))],
  };
  const { readings, ...expected } = example.authored.expect;
  return [
    ...compareOutcome(expected, outcome, bench),
    ...Object.entries(readings ?? {}).flatMap(([name, options]) =>
      compareReading(name, options, branches(owner.id, name, clause, result), bench),
    ),
  ];
}

interface Expectation {
  readonly name: string;
  readonly path: Path;
}

function compareOutcome(
  expected: Omit<AuthoredExpectation, 'readings'>,
  actual: Outcome,
  bench: Expectation,
): Finding[] {
  const { amount } = actual;
  const money = amount?.kind === 'money' ? amount : undefined;
  const ends = [
    ...compareRange(expected.least, money?.least, 'least', bench),
    ...compareRange(expected.most, money?.most, 'most', bench),
  ];
  return [
    ...compareWord(expected.verdict, actual.verdict, 'verdict', bench),
    ...compareWord(expected.amount, amount?.kind === 'none' ? amount.why : undefined, 'amount', bench),
    ...ends.map((end) => withBoth(end, ends)),
    ...compareRange(expected.ceiling, actual.ceiling, 'ceiling', bench),
    ...compareRange(expected.granted, actual.granted, 'granted', bench),
    ...compareRange(expected.atMost, actual.atMost, 'atMost', bench),
    ...compareSet(expected.missing, actual.missing, 'missing', bench),
    ...compareSet(expected.authority, actual.authority, 'authority', bench),
  ];
}

/** `least` and `most` stand on one line: where both are wrong, the repair of either is that of both. */
function withBoth(end: Finding, ends: readonly Finding[]): Finding {
  const fixes = ends.flatMap(({ fix }) => fix ?? []);
  return end.fix === undefined ? end : { ...end, fix: fixes.join('\n') };
}

const WHAT = {
  verdict: '结果',
  amount: '没有金额的原因',
  least: '确定给予的金额',
  most: '最多可能给予的金额',
  ceiling: '上限',
  granted: '合计确定给予的金额',
  atMost: '合计最多可能给予的金额',
  missing: '还缺的填报项',
  authority: '要由主管部门判断的',
} as const;
type Key = keyof typeof WHAT;

const WORDS: ReadonlyMap<string, string> = new Map([
  ['eligible', '符合'],
  ['ineligible', '不符合'],
  ['undetermined', '暂无法判断'],
  ['nonMonetary', '不是资金'],
  ['elsewhere', '由别的文件规定'],
  ['discretionary', '由主管部门决定'],
  ['notStated', '文件未写明'],
  ['limit', '只规定限额'],
  ['undefined', '无法计算'],
]);

function wrong(
  key: Key,
  shown: { expected: string; actual: string; line: string },
  bench: Expectation,
): Finding {
  const given = { example: bench.name, what: WHAT[key], ...shown };
  return finding('exampleWrong', { path: [...bench.path, key] }, given);
}

function compareWord(
  expected: string | undefined,
  actual: string | undefined,
  key: Key,
  bench: Expectation,
): Finding[] {
  if (expected === undefined || expected === actual) return [];
  const line = actual === undefined ? `删去 ${key}` : `${key}: ${actual}`;
  return [
    wrong(
      key,
      { expected: word(expected), actual: actual === undefined ? NOTHING : word(actual), line },
      bench,
    ),
  ];
}

function word(code: string): string {
  return `${code}（${WORDS.get(code) ?? code}）`;
}

const NOTHING = '没有这一项';

function compareRange(
  authored: AuthoredRange | undefined,
  actual: MoneyRange | undefined,
  key: Key,
  bench: Expectation,
): Finding[] {
  if (authored === undefined) return [];
  const expected = readRange(authored);
  if (typeof expected === 'string')
    return [finding('exampleAmount', { path: [...bench.path, key] }, { given: expected })];
  if (actual === undefined)
    return [wrong(key, { expected: shownRange(expected), actual: NOTHING, line: `删去 ${key}` }, bench)];
  if (sameRange(expected, actual)) return [];
  const computed = exactRange(actual);
  const line = `${key}: ${writtenRange(computed)}`;
  return [wrong(key, { expected: shownRange(expected), actual: shownRange(computed), line }, bench)];
}

function compareSet(
  expected: readonly string[] | undefined,
  actual: readonly string[] | undefined,
  key: Key,
  bench: Expectation,
): Finding[] {
  if (expected === undefined || actual === undefined) return [];
  const found = [...new Set(actual)];
  if (found.length === new Set(expected).size && found.every((each) => expected.includes(each))) return [];
  const show = (all: readonly string[]): string => (all.length === 0 ? '没有' : all.join('、'));
  const line = `${key}: [${found.join(', ')}]`;
  return [wrong(key, { expected: show(expected), actual: show(found), line }, bench)];
}

/** The branches of a reading by option: those of the clause's own result, and those of the totals. */
function branches(
  owner: string,
  name: string,
  clause: ClauseResult | undefined,
  { totals }: CheckResult,
): ReadonlyMap<string, Outcome> | undefined {
  const id = name.includes(':') ? `${owner.slice(0, owner.indexOf('#'))}#${name}` : `${owner}:${name}`;
  const own = clause?.readings.find((reading) => reading.id === name);
  const total = totals.readings.find((reading) => reading.id === id);
  if (own?.kind !== 'computed' && total === undefined) return undefined;
  const merged = new Map<string, Outcome>();
  for (const option of own?.kind === 'computed' ? own.options : []) merged.set(option.name, option);
  for (const option of total?.options ?? [])
    merged.set(option.name, { ...merged.get(option.name), ...option });
  return merged;
}

function compareReading(
  name: string,
  expected: NonNullable<AuthoredExpectation['readings']>[string],
  actual: ReadonlyMap<string, Outcome> | undefined,
  bench: Expectation,
): Finding[] {
  const path = [...bench.path, 'readings', name];
  if (actual === undefined)
    return [finding('exampleReading', { path }, { id: name, known: [], nearest: undefined })];
  return Object.entries(expected).flatMap(([option, outcome]) => {
    const here = [...path, option];
    const branch = actual.get(option);
    if (branch !== undefined) return compareOutcome(outcome, branch, { name: bench.name, path: here });
    const known = [...actual.keys()];
    return [
      finding(
        'exampleReading',
        { path: here },
        { id: option, known, nearest: nearestSpelling(option, known) },
      ),
    ];
  });
}
