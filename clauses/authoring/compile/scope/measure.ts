import type { FactDefinition } from '../../../language/fact.ts';
import type { Quantity } from '../../../language/language.ts';
import { parseDate } from '../../../numbers/calendar.ts';
import { equal, formatRational, integer, ONE, parseRational, type Rational } from '../../../numbers/exact.ts';
import { parseLiteral } from '../../../text/literal.ts';
import type { RuleDimension } from './dimension.ts';
import type { CompiledQuantity } from './scope.ts';

/** A literal as authors write it, read: its value in base units and what it measures. */
export interface ReadLiteral {
  readonly value: Rational;
  readonly dimension: RuleDimension;
  readonly text: string;
}

/** Reads `500万元`, `6%`, `1/2`, `2021-01-01` (as its day) or a bare number; `undefined` for anything else. */
export function readLiteral(authored: string | number): ReadLiteral | undefined {
  const text = String(authored);
  const day = parseDate(text);
  if (day !== undefined) return { value: integer(day), dimension: 'date', text };
  const literal = parseLiteral(text);
  if (literal !== undefined) return { value: literal.value, dimension: literal.dimension, text };
  const plain = parseRational(text);
  const dimension = text.includes('/') ? 'ratio' : 'plain';
  return plain === undefined ? undefined : { value: plain, dimension, text };
}

/** What a unit measures and how many base units one of it has. */
export interface ReadUnit {
  readonly dimension: RuleDimension;
  readonly factor: Rational;
}

/** Reads a unit as in `unit: 万元/人`; one that the tokenizer does not know stands for itself. */
export function readFactUnit(unit: string): ReadUnit {
  const one = parseLiteral(`1${unit}`);
  return one === undefined
    ? { dimension: `unit:${unit}`, factor: ONE }
    : { dimension: one.dimension, factor: one.value };
}

/** What the number of a fact measures; `undefined` for yes/no and choices, which are no numbers. */
export function factUnit(fact: FactDefinition): ReadUnit | undefined {
  switch (fact.type) {
    case 'yesNo':
    case 'choice':
      return undefined;
    case 'money':
      return { dimension: 'money', factor: ONE };
    case 'area':
      return { dimension: 'area', factor: ONE };
    case 'percent':
      return { dimension: 'ratio', factor: ONE };
    case 'date':
      return { dimension: 'date', factor: ONE };
    case 'number':
    case 'count':
    case 'series':
      return fact.unit === undefined ? { dimension: 'plain', factor: ONE } : readFactUnit(fact.unit);
  }
}

/** Answers stand in the fact's own unit; 吨 or 亩 become the base unit that literals are held in. */
export function inBaseUnits(
  quantity: Quantity,
  unit: { dimension: RuleDimension; factor: Rational },
  name: string | undefined,
): CompiledQuantity {
  const { dimension, factor } = unit;
  if (equal(factor, ONE)) return { quantity, dimension };
  const scale: Quantity = { op: 'number', value: formatRational(factor), text: `1${name ?? ''}` };
  return { quantity: { op: 'product', of: [quantity, scale] }, dimension };
}
