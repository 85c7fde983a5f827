import { nearestSpelling } from '../../answers/spelling.ts';
import type { Target, TargetComparator } from '../../language/policy.ts';
import {
  add,
  compare,
  divide,
  formatRational,
  parseRational,
  type Rational,
  ZERO,
} from '../../numbers/exact.ts';
import { verbatimForm } from '../../text/normalize.ts';
import { type Finding, finding, type Path } from '../issues/finding.ts';
import type { AuthoredTarget, AuthoredTargetValue } from '../schema/targets.ts';
import type { Claim } from './scope/claims.ts';
import { type ReadUnit, readFactUnit, readLiteral } from './scope/measure.ts';

/** One line of `indicators.yaml`. */
export interface Indicator {
  readonly id: string;
  readonly label: string;
  /** As shown: 家, %, 万元/人. */
  readonly unit: string;
}

/** A target with what its marks must say. */
export interface CompiledTarget {
  readonly target: Target | undefined;
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
}

interface TargetCompilation {
  readonly unit: ReadUnit;
  readonly name: string;
  readonly claims: Claim[];
  readonly findings: Finding[];
}

/** Compiles one target: values in the unit of its indicator, comparators kept apart. */
export function compileTarget(
  authored: AuthoredTarget,
  context: { id: string; path: Path; indicators: readonly Indicator[]; sentences: readonly string[] },
): CompiledTarget {
  const { path, indicators } = context;
  const indicator = indicators.find((each) => each.id === authored.indicator);
  if (indicator === undefined) {
    const given = {
      id: authored.indicator,
      nearest: nearestSpelling(
        authored.indicator,
        indicators.map(({ id }) => id),
      ),
    };
    return {
      target: undefined,
      claims: [],
      findings: [finding('unknownIndicator', { path: [...path, 'indicator'] }, given)],
    };
  }
  const label: Claim = {
    kind: 'quote',
    only: 'levels',
    verbatim: false,
    text: indicator.label,
    path: [...path, 'indicator'],
  };
  const bench: TargetCompilation = {
    unit: readFactUnit(indicator.unit),
    name: indicator.unit,
    claims: [label],
    findings: [],
  };
  const total =
    authored.total === undefined ? undefined : compileValue(authored.total, [...path, 'total'], bench);
  const years = Object.entries(authored.byYear ?? {}).map(([year, value]) => ({
    year,
    ...compileValue(value, [...path, 'byYear', year], bench),
  }));
  if (authored.task !== undefined) checkTask(authored.task, context, bench);
  else if (total === undefined && years.length === 0)
    bench.findings.push(finding('targetEmpty', { path }, {}));
  if (total !== undefined && years.length > 0 && authored.levels !== true && authored.growth !== true)
    checkSum(total, years, path, bench);
  const target = assemble(
    authored,
    { id: context.id, indicator, sentences: context.sentences },
    total,
    years,
  );
  return { target, claims: bench.claims, findings: bench.findings };
}

/** A task is quoted from the text, not told in other words. */
function checkTask(
  task: string,
  { path, sentences }: { path: Path; sentences: readonly string[] },
  { findings }: TargetCompilation,
): void {
  if (sentences.some((sentence) => verbatimForm(sentence).includes(verbatimForm(task)))) return;
  findings.push(finding('targetTask', { path: [...path, 'task'] }, { task }));
}

interface Value {
  readonly value: Rational;
  readonly comparator: TargetComparator;
}

const BOUNDS = ['atLeast', 'moreThan', 'atMost', 'lessThan', 'about'] as const;

function compileValue(authored: AuthoredTargetValue, path: Path, bench: TargetCompilation): Value {
  if (typeof authored !== 'object') return readValue(authored, 'equals', path, bench);
  const keys = BOUNDS.filter((key) => authored[key] !== undefined);
  const [key] = keys;
  const literal = key === undefined ? undefined : authored[key];
  if (key === undefined || literal === undefined || keys.length > 1) {
    bench.findings.push(finding('targetBounds', { path }, {}));
    return { value: ZERO, comparator: 'equals' };
  }
  return readValue(literal, key, [...path, key], bench);
}

function readValue(
  authored: string | number,
  comparator: TargetComparator,
  path: Path,
  bench: TargetCompilation,
): Value {
  const text = String(authored);
  const literal = readLiteral(authored);
  const inUnit = literal ?? readOwnUnit(text, bench);
  if (inUnit === undefined || !sameMeasure(inUnit.dimension, bench.unit.dimension)) {
    bench.findings.push(finding('targetUnit', { path }, { given: text, unit: bench.name }));
    return { value: ZERO, comparator };
  }
  const bound = comparator === 'equals' ? 'stated' : comparator;
  bench.claims.push({
    kind: 'figure',
    value: inUnit.value,
    dimension: inUnit.dimension,
    bound,
    guarded: false,
    text,
    path,
  });
  return { value: divide(inUnit.value, bench.unit.factor), comparator };
}

/** An annual rate may name its year or leave it out: 24万元/人·年, 25万元/人. */
function sameMeasure(a: string, b: string): boolean {
  return a === b || a === `${b}/year` || b === `${a}/year`;
}

/** A unit that the tokenizer does not know: the number in front of it. */
function readOwnUnit(
  text: string,
  { unit, name }: TargetCompilation,
): { value: Rational; dimension: string } | undefined {
  if (!text.endsWith(name)) return undefined;
  const value = parseRational(text.slice(0, -name.length).trim());
  return value && { value, dimension: unit.dimension };
}

function checkSum(total: Value, years: readonly Value[], path: Path, bench: TargetCompilation): void {
  const sum = years.reduce((all, year) => add(all, year.value), ZERO);
  const order = compare(sum, total.value);
  const given = { sum: show(sum, bench), total: show(total.value, bench) };
  if (total.comparator === 'about') return;
  if (total.comparator === 'moreThan' && order === 0)
    bench.findings.push(finding('targetSumRemark', { path: [...path, 'byYear'] }, given));
  else if (disagree(total.comparator, order))
    bench.findings.push(
      finding('targetSum', { path: [...path, 'byYear'] }, given, [
        { path: [...path, 'total'], message: '总数在这里' },
      ]),
    );
}

function disagree(comparator: TargetComparator, order: number): boolean {
  if (comparator === 'moreThan') return order < 0;
  if (comparator === 'atMost') return order > 0;
  if (comparator === 'lessThan') return order >= 0;
  return order !== 0;
}

function show(value: Rational, { name }: TargetCompilation): string {
  return `${formatRational(value)}${name}`;
}

function assemble(
  authored: AuthoredTarget,
  { id, indicator, sentences }: { id: string; indicator: Indicator; sentences: readonly string[] },
  total: Value | undefined,
  years: readonly (Value & { year: string })[],
): Target {
  const alike = years.every((year) => year.comparator === years[0]?.comparator);
  const comparator = total?.comparator ?? (alike ? (years[0]?.comparator ?? 'equals') : 'equals');
  return {
    id,
    indicator: indicator.id,
    label: indicator.label,
    unit: indicator.unit,
    comparator,
    ...(total === undefined ? {} : { total: formatRational(total.value) }),
    ...(years.length === 0
      ? {}
      : { byYear: Object.fromEntries(years.map((year) => [year.year, yearly(year, comparator)])) }),
    ...(authored.task === undefined ? {} : { task: authored.task }),
    ...(authored.growth === true ? { growth: true } : {}),
    ...(authored.deadline === undefined ? {} : { deadline: authored.deadline }),
    citation: authored.citation,
    sentences,
  };
}

function yearly(
  { value, comparator }: Value,
  common: TargetComparator,
): { value: string; comparator?: TargetComparator } {
  return { value: formatRational(value), ...(comparator === common ? {} : { comparator }) };
}
