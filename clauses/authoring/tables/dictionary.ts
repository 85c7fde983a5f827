import { nearestSpelling } from '../../answers/spelling.ts';
import type { Dictionary, FactDefinition, FactType, Subject } from '../../language/fact.ts';
import { compare, formatRational, ONE, parseRational, type Rational, sign } from '../../numbers/exact.ts';
import { readFactUnit, readLiteral } from '../compile/scope/measure.ts';
import { type Finding, finding, type Path } from '../issues/finding.ts';
import { type AuthoredFact, type AuthoredSubject, dictionarySchema } from '../schema/facts.ts';
import { checkShape } from '../shape/shape.ts';

/** A table of content: its value, or the problems that were found. */
export interface ReadTable<T> {
  /** Absent when an error stops the build. */
  readonly value?: T;
  readonly findings: readonly Finding[];
}

/** Reads `facts.yaml`. Checks its form, then subjects, units, options, ranges and ids. Never throws. */
export function readDictionary(raw: unknown): ReadTable<Dictionary> {
  const result = checkShape(dictionarySchema, raw);
  if (!('value' in result)) return { findings: result.findings };
  const { subjects, facts } = result.value;
  const known = subjects.map(({ id }) => id);
  const findings = [
    ...subjects.flatMap((subject, index) => checkSubject(subject, ['subjects', index])),
    ...checkUniqueIds([
      ...subjects.map(({ id }, index) => ({ id, path: ['subjects', index, 'id'] })),
      ...facts.flatMap(factIds),
    ]),
    ...facts.flatMap((fact, index) => checkFact(fact, known, ['facts', index])),
  ];
  if (findings.length > 0) return { findings };
  return { value: { subjects: subjects.map(compileSubject), facts: facts.map(compileFact) }, findings };
}

/** The present and former ids of a fact. */
function factIds({ id, formerly = [] }: AuthoredFact, index: number): { id: string; path: Path }[] {
  return [
    { id, path: ['facts', index, 'id'] },
    ...formerly.map((old, at) => ({ id: old, path: ['facts', index, 'formerly', at] })),
  ];
}

/** Reports ids that occur a second time. */
export function checkUniqueIds(entries: readonly { id: string; path: Path }[]): Finding[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id, path }) => {
    if (seen.has(id)) return [finding('duplicateEntry', { path }, { id })];
    seen.add(id);
    return [];
  });
}

function checkSubject({ list = false, item, maxItems }: AuthoredSubject, path: Path): Finding[] {
  const given = [item, maxItems].filter((each) => each !== undefined).length;
  return given === (list ? 2 : 0) ? [] : [finding('listItem', { path }, { list })];
}

function checkFact(fact: AuthoredFact, subjects: readonly string[], path: Path): Finding[] {
  const subject = subjectOf(fact.id);
  const isChoice = fact.type === 'choice';
  const findings: Finding[] = [];
  if (!subjects.includes(subject)) {
    const given = { subject, known: subjects, nearest: nearestSpelling(subject, subjects) };
    findings.push(finding('unknownSubject', { path: [...path, 'id'] }, given));
  }
  if (isChoice !== (fact.options !== undefined))
    findings.push(finding('factOptions', { path }, { choice: isChoice }));
  const options = (fact.options ?? []).map(({ value }, at) => ({
    id: value,
    path: [...path, 'options', at],
  }));
  return [...findings, ...checkUniqueIds(options), ...checkUnit(fact, path), ...checkRange(fact, path)];
}

/** The unit that every fact of a type has; `undefined` where the author gives one, `null` where there is none. */
const FIXED_UNIT: Readonly<Record<FactType, string | null | undefined>> = {
  yesNo: null,
  choice: null,
  date: null,
  money: '元',
  area: '平方米',
  percent: '%',
  number: undefined,
  count: undefined,
  series: undefined,
};

function checkUnit({ type, unit }: AuthoredFact, path: Path): Finding[] {
  const fixed = FIXED_UNIT[type];
  if (fixed === null)
    return unit === undefined
      ? []
      : [finding('unknownKey', { path: [...path, 'unit'] }, { key: 'unit', nearest: undefined })];
  if (fixed !== undefined) {
    if (unit === undefined || unit === fixed) return [];
    return [finding('factUnit', { path: [...path, 'unit'] }, { given: unit, write: fixed })];
  }
  if (unit === undefined)
    return [finding('factUnit', { path }, { given: undefined, write: type === 'series' ? '元' : '人' })];
  const { dimension, factor } = readFactUnit(unit);
  if (dimension !== 'money' || compare(factor, ONE) === 0) return [];
  return [finding('factUnit', { path: [...path, 'unit'] }, { given: unit, write: '元' })];
}

function checkRange(fact: AuthoredFact, path: Path): Finding[] {
  const given = (['min', 'max'] as const).filter((key) => fact[key] !== undefined);
  const ends = given.map((key) => ({ key, end: rangeEnd(fact, fact[key]) }));
  const unreadable = ends.find(({ end }) => end === undefined);
  const wrong = (reason: string, key: string): Finding =>
    finding('factRange', { path: [...path, key] }, { reason });
  if (given[0] !== undefined && FIXED_UNIT[fact.type] === null) return [wrong('这种题没有大小', given[0])];
  if (unreadable !== undefined) return [wrong('不是数', unreadable.key)];
  const [min, max] = [rangeEnd(fact, fact.min ?? DEFAULT_MIN[fact.type]), rangeEnd(fact, fact.max)];
  const isReversed = min !== undefined && max !== undefined && compare(min, max) > 0;
  return isReversed ? [wrong('最小值比最大值大', 'max')] : [];
}

/**
 * An end of the range in the fact's unit, from a bare number or a literal in that unit (6% is 0.06); `undefined`
 * otherwise.
 */
function rangeEnd({ unit, type }: AuthoredFact, authored: string | number | undefined): Rational | undefined {
  if (authored === undefined) return undefined;
  const plain = parseRational(String(authored));
  if (plain !== undefined) return type === 'percent' && sign(plain) !== 0 ? undefined : plain;
  const literal = readLiteral(authored);
  const own = readFactUnit(FIXED_UNIT[type] ?? unit ?? '');
  return literal?.dimension === own.dimension && (type === 'percent' || compare(own.factor, ONE) === 0)
    ? literal.value
    : undefined;
}

const DEFAULT_MIN: Readonly<Record<FactType, string | undefined>> = {
  yesNo: undefined,
  choice: undefined,
  date: undefined,
  money: '0',
  area: '0',
  count: '0',
  percent: undefined,
  number: undefined,
  series: undefined,
};

const DEFAULT_DECIMALS: Readonly<Record<FactType, number>> = {
  yesNo: 0,
  choice: 0,
  date: 0,
  count: 0,
  money: 2,
  area: 2,
  number: 2,
  series: 2,
  percent: 4,
};

function subjectOf(id: string): string {
  return id.slice(0, id.indexOf('.'));
}

function compileSubject({ id, label, list = false, item, maxItems = 1 }: AuthoredSubject): Subject {
  return { id, label, list, maxItems, ...(item === undefined ? {} : { item }) };
}

function compileFact(fact: AuthoredFact): FactDefinition {
  const { id, type, label, question, changeable, hint, foundIn, options, tax, formerly } = fact;
  const unit = FIXED_UNIT[type] ?? fact.unit;
  const min = rangeEnd(fact, fact.min ?? DEFAULT_MIN[type]);
  const max = rangeEnd(fact, fact.max);
  return {
    id,
    subject: subjectOf(id),
    name: id.slice(id.indexOf('.') + 1),
    type,
    label,
    question,
    ...(hint === undefined ? {} : { hint }),
    ...(foundIn === undefined ? {} : { foundIn }),
    ...(unit === undefined ? {} : { unit }),
    ...(options === undefined ? {} : { options }),
    ...(min === undefined ? {} : { min: formatRational(min) }),
    ...(max === undefined ? {} : { max: formatRational(max) }),
    decimals: fact.decimals ?? DEFAULT_DECIMALS[type],
    changeable,
    ...(tax === undefined ? {} : { tax }),
    ...(formerly === undefined ? {} : { formerly }),
  };
}
