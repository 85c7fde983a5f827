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

/** A compiled target with the claims on its marked text. */
export interface CompiledTarget {
  /** Absent where the indicator is unknown. */
  readonly target: Target | undefined;
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
}

/** What the compilation of a target depends on. */
interface TargetContext {
  /** The full id of the target. */
  readonly id: string;
  readonly path: Path;
  readonly indicators: readonly Indicator[];
  /** The text of its marks, in order. */
  readonly sentences: readonly string[];
}

/** The compilation of one target: the unit of its indicator, and what was found so far. */
interface TargetCompilation {
  readonly unit: ReadUnit;
  /** The unit as shown. */
  readonly unitName: string;
  readonly claims: Claim[];
  readonly findings: Finding[];
}

/** Compiles one target. Its values are in the unit of its indicator, and their comparators are separate. */
export function compileTarget(authored: AuthoredTarget, context: TargetContext): CompiledTarget {
  const { path, indicators } = context;
  const indicator = indicators.find((each) => each.id === authored.indicator);
  if (indicator === undefined)
    return { target: undefined, claims: [], findings: [unknownIndicator(authored.indicator, context)] };
  const compilation = startTarget(indicator, path);
  const total =
    authored.total === undefined ? undefined : compileValue(authored.total, [...path, 'total'], compilation);
  const years = Object.entries(authored.byYear ?? {}).map(([year, value]) => ({
    year,
    ...compileValue(value, [...path, 'byYear', year], compilation),
  }));
  if (authored.task !== undefined) checkTask(authored.task, context, compilation);
  else if (total === undefined && years.length === 0)
    compilation.findings.push(finding('targetEmpty', { path }, {}));
  if (total !== undefined && years.length > 0 && authored.levels !== true && authored.growth !== true)
    checkSum(total, years, path, compilation);
  const { claims, findings } = compilation;
  return { target: assemble(authored, indicator, context, total, years), claims, findings };
}

function unknownIndicator(id: string, { path, indicators }: TargetContext): Finding {
  const known = indicators.map((each) => each.id);
  const given = { id, nearest: nearestSpelling(id, known) };
  return finding('unknownIndicator', { path: [...path, 'indicator'] }, given);
}

/** The label of the indicator explains levels in the text: 省级以上. */
function startTarget({ label, unit }: Indicator, path: Path): TargetCompilation {
  const claim: Claim = {
    kind: 'quote',
    only: 'levels',
    verbatim: false,
    text: label,
    path: [...path, 'indicator'],
  };
  return { unit: readFactUnit(unit), unitName: unit, claims: [claim], findings: [] };
}

/** Reports a task that the marked text does not contain word for word. */
function checkTask(task: string, { path, sentences }: TargetContext, { findings }: TargetCompilation): void {
  if (sentences.some((sentence) => verbatimForm(sentence).includes(verbatimForm(task)))) return;
  findings.push(finding('targetTask', { path: [...path, 'task'] }, { task }));
}

interface TargetValue {
  readonly value: Rational;
  readonly comparator: TargetComparator;
}

const BOUNDS = ['atLeast', 'moreThan', 'atMost', 'lessThan', 'about'] as const;

function compileValue(
  authored: AuthoredTargetValue,
  path: Path,
  compilation: TargetCompilation,
): TargetValue {
  if (typeof authored !== 'object') return readValue(authored, 'equals', path, compilation);
  const keys = BOUNDS.filter((key) => authored[key] !== undefined);
  const [key] = keys;
  const literal = key === undefined ? undefined : authored[key];
  if (key === undefined || literal === undefined || keys.length > 1) {
    compilation.findings.push(finding('targetBounds', { path }, {}));
    return { value: ZERO, comparator: 'equals' };
  }
  return readValue(literal, key, [...path, key], compilation);
}

function readValue(
  authored: string | number,
  comparator: TargetComparator,
  path: Path,
  compilation: TargetCompilation,
): TargetValue {
  const text = String(authored);
  const literal = readLiteral(authored);
  const inUnit = literal ?? readInUnknownUnit(text, compilation);
  if (inUnit === undefined || !isSameMeasure(inUnit.dimension, compilation.unit.dimension)) {
    compilation.findings.push(finding('targetUnit', { path }, { given: text, unit: compilation.unitName }));
    return { value: ZERO, comparator };
  }
  const bound = comparator === 'equals' ? 'stated' : comparator;
  compilation.claims.push({
    kind: 'figure',
    value: inUnit.value,
    dimension: inUnit.dimension,
    bound,
    guarded: false,
    text,
    path,
  });
  return { value: divide(inUnit.value, compilation.unit.factor), comparator };
}

/** A yearly rate may name the year or omit it: 24万元/人·年, 25万元/人. */
function isSameMeasure(a: string, b: string): boolean {
  return a === b || a === `${b}/year` || b === `${a}/year`;
}

/** A value in the indicator's own unit, which the tokenizer does not know: the number before the unit. */
function readInUnknownUnit(
  text: string,
  { unit, unitName }: TargetCompilation,
): { value: Rational; dimension: string } | undefined {
  if (!text.endsWith(unitName)) return undefined;
  const value = parseRational(text.slice(0, -unitName.length).trim());
  return value && { value, dimension: unit.dimension };
}

function checkSum(
  total: TargetValue,
  years: readonly TargetValue[],
  path: Path,
  compilation: TargetCompilation,
): void {
  const sum = years.reduce((all, year) => add(all, year.value), ZERO);
  const order = compare(sum, total.value);
  const given = { sum: show(sum, compilation), total: show(total.value, compilation) };
  if (total.comparator === 'about') return;
  if (total.comparator === 'moreThan' && order === 0)
    compilation.findings.push(finding('targetSumRemark', { path: [...path, 'byYear'] }, given));
  else if (contradicts(total.comparator, order))
    compilation.findings.push(
      finding('targetSum', { path: [...path, 'byYear'] }, given, [
        { path: [...path, 'total'], message: '总数在这里' },
      ]),
    );
}

function contradicts(comparator: TargetComparator, order: number): boolean {
  if (comparator === 'moreThan') return order < 0;
  if (comparator === 'atMost') return order > 0;
  if (comparator === 'lessThan') return order >= 0;
  return order !== 0;
}

function show(value: Rational, { unitName }: TargetCompilation): string {
  return `${formatRational(value)}${unitName}`;
}

function assemble(
  authored: AuthoredTarget,
  indicator: Indicator,
  { id, sentences }: TargetContext,
  total: TargetValue | undefined,
  years: readonly (TargetValue & { year: string })[],
): Target {
  const isUniform = years.every((year) => year.comparator === years[0]?.comparator);
  const comparator = total?.comparator ?? (isUniform ? (years[0]?.comparator ?? 'equals') : 'equals');
  return {
    id,
    indicator: indicator.id,
    label: indicator.label,
    unit: indicator.unit,
    comparator,
    ...(total === undefined ? {} : { total: formatRational(total.value) }),
    ...(years.length === 0
      ? {}
      : {
          byYear: Object.fromEntries(
            years.map(({ year, value, comparator: bound }) => [
              year,
              { value: formatRational(value), comparator: bound },
            ]),
          ),
        }),
    ...(authored.task === undefined ? {} : { task: authored.task }),
    ...(authored.growth === true ? { growth: true } : {}),
    ...(authored.deadline === undefined ? {} : { deadline: authored.deadline }),
    citation: authored.citation,
    sentences,
  };
}
