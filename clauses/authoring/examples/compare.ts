import { nearestSpelling } from '../../answers/spelling.ts';
import type { Amount, MoneyRange } from '../../check/money.ts';
import type { CheckResult, ClauseResult, Verdict } from '../../check/result.ts';
import type { ExampleOwner, FullExample } from '../compile/examples.ts';
import { type Finding, finding, type Path } from '../issues/finding.ts';
import type { AuthoredExpectation, AuthoredRange } from '../schema/examples.ts';
import { exactRange, readRange, sameRange, shownRange, writtenRange } from './amounts.ts';

/**
 * The computed values that an expectation is compared with: those of the result, or of its branch under one reading.
 */
interface ComputedValues {
  readonly verdict?: Verdict | undefined;
  readonly amount?: Amount | undefined;
  readonly ceiling?: MoneyRange | undefined;
  readonly granted?: MoneyRange | undefined;
  readonly atMost?: MoneyRange | undefined;
  readonly missing?: readonly string[];
  readonly authority?: readonly string[];
}

/** Reports every difference between what an example expects and the result. */
export function compareResult(example: FullExample, owner: ExampleOwner, result: CheckResult): Finding[] {
  const clause = result.clauses.find(({ id }) => id === owner.id);
  const expectation: Expectation = { example: example.authored.name, path: [...example.path, 'expect'] };
  const computed: ComputedValues = {
    verdict: clause?.verdict,
    amount: clause?.amount,
    ceiling: clause?.ceiling,
    ...result.totals,
    missing: clause?.missing ?? result.questions.map(({ fact }) => fact),
    authority: clause?.authority ?? [...new Set(result.clauses.flatMap((each) => each.authority))],
  };
  const { readings, ...expected } = example.authored.expect;
  return [
    ...compareValues(expected, computed, expectation),
    ...Object.entries(readings ?? {}).flatMap(([name, options]) =>
      compareReading(name, options, branchesOf(owner.id, name, clause, result), expectation),
    ),
  ];
}

/** The expectation of an example, or its part for one reading. */
interface Expectation {
  /** The name of the example. */
  readonly example: string;
  readonly path: Path;
}

function compareValues(
  expected: Omit<AuthoredExpectation, 'readings'>,
  actual: ComputedValues,
  expectation: Expectation,
): Finding[] {
  const { amount } = actual;
  const money = amount?.kind === 'money' ? amount : undefined;
  const ends = [
    ...compareRange(expected.least, money?.least, 'least', expectation),
    ...compareRange(expected.most, money?.most, 'most', expectation),
  ];
  return [
    ...compareWord(expected.verdict, actual.verdict, 'verdict', expectation),
    ...compareWord(expected.amount, amount?.kind === 'none' ? amount.why : undefined, 'amount', expectation),
    ...ends.map((end) => withBothFixes(end, ends)),
    ...compareRange(expected.ceiling, actual.ceiling, 'ceiling', expectation),
    ...compareRange(expected.granted, actual.granted, 'granted', expectation),
    ...compareRange(expected.atMost, actual.atMost, 'atMost', expectation),
    ...compareSet(expected.missing, actual.missing, 'missing', expectation),
    ...compareSet(expected.authority, actual.authority, 'authority', expectation),
  ];
}

/** Authors write `least` and `most` on one line: where both are wrong, the fix of either shows both lines. */
function withBothFixes(end: Finding, ends: readonly Finding[]): Finding {
  const fixes = ends.flatMap(({ fix }) => fix ?? []);
  return end.fix === undefined ? end : { ...end, fix: fixes.join('\n') };
}

const LABELS = {
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
type Key = keyof typeof LABELS;

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

function wrongValue(
  key: Key,
  shown: { expected: string; actual: string; line: string },
  expectation: Expectation,
): Finding {
  const given = { example: expectation.example, what: LABELS[key], ...shown };
  return finding('exampleWrong', { path: [...expectation.path, key] }, given);
}

function compareWord(
  expected: string | undefined,
  actual: string | undefined,
  key: Key,
  expectation: Expectation,
): Finding[] {
  if (expected === undefined || expected === actual) return [];
  const line = actual === undefined ? `删去 ${key}` : `${key}: ${actual}`;
  return [
    wrongValue(
      key,
      { expected: word(expected), actual: actual === undefined ? ABSENT : word(actual), line },
      expectation,
    ),
  ];
}

function word(code: string): string {
  return `${code}（${WORDS.get(code) ?? code}）`;
}

const ABSENT = '没有这一项';

function compareRange(
  authored: AuthoredRange | undefined,
  actual: MoneyRange | undefined,
  key: Key,
  expectation: Expectation,
): Finding[] {
  if (authored === undefined) return [];
  const expected = readRange(authored);
  if (typeof expected === 'string')
    return [finding('exampleAmount', { path: [...expectation.path, key] }, { given: expected })];
  if (actual === undefined)
    return [
      wrongValue(key, { expected: shownRange(expected), actual: ABSENT, line: `删去 ${key}` }, expectation),
    ];
  if (sameRange(expected, actual)) return [];
  const computed = exactRange(actual);
  const line = `${key}: ${writtenRange(computed)}`;
  return [
    wrongValue(key, { expected: shownRange(expected), actual: shownRange(computed), line }, expectation),
  ];
}

function compareSet(
  expected: readonly string[] | undefined,
  actual: readonly string[] | undefined,
  key: Key,
  expectation: Expectation,
): Finding[] {
  if (expected === undefined || actual === undefined) return [];
  const found = [...new Set(actual)];
  if (found.length === new Set(expected).size && found.every((each) => expected.includes(each))) return [];
  const show = (all: readonly string[]): string => (all.length === 0 ? '没有' : all.join('、'));
  const line = `${key}: [${found.join(', ')}]`;
  return [wrongValue(key, { expected: show(expected), actual: show(found), line }, expectation)];
}

/**
 * The branches of a reading by option: those of the clause's result together with those of the totals; `undefined`
 * where there are none.
 */
function branchesOf(
  owner: string,
  name: string,
  clause: ClauseResult | undefined,
  { totals }: CheckResult,
): ReadonlyMap<string, ComputedValues> | undefined {
  const id = name.includes(':') ? `${owner.slice(0, owner.indexOf('#'))}#${name}` : `${owner}:${name}`;
  const own = clause?.readings.find((reading) => reading.id === name);
  const total = totals.readings.find((reading) => reading.id === id);
  if (own?.kind !== 'computed' && total === undefined) return undefined;
  const merged = new Map<string, ComputedValues>();
  for (const option of own?.kind === 'computed' ? own.options : []) merged.set(option.name, option);
  for (const option of total?.options ?? [])
    merged.set(option.name, { ...merged.get(option.name), ...option });
  return merged;
}

function compareReading(
  name: string,
  expected: NonNullable<AuthoredExpectation['readings']>[string],
  actual: ReadonlyMap<string, ComputedValues> | undefined,
  expectation: Expectation,
): Finding[] {
  const path = [...expectation.path, 'readings', name];
  if (actual === undefined)
    return [finding('exampleReading', { path }, { id: name, known: [], nearest: undefined })];
  return Object.entries(expected).flatMap(([option, outcome]) => {
    const here = [...path, option];
    const branch = actual.get(option);
    if (branch !== undefined) return compareValues(outcome, branch, { ...expectation, path: here });
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
