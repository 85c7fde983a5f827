import type { Quantity } from '../../../language/expression.ts';
import type { FactDefinition } from '../../../language/fact.ts';
import { parseDate } from '../../../numbers/calendar.ts';
import { equal, formatRational, integer, ONE, parseRational, type Rational } from '../../../numbers/exact.ts';
import { parseLiteral } from '../../../text/literal.ts';
import type { RuleDimension } from './dimension.ts';
import type { CompiledQuantity } from './scope.ts';

/** A literal of an author: its value in base units (yuan, square metres, a share as a fraction …) and its dimension. */
export interface ReadLiteral {
  readonly value: Rational;
  readonly dimension: RuleDimension;
  readonly text: string;
}

/** Reads `500万元`, `6%`, `1/2`, `2021-01-01` (as its day number) or a bare number; `undefined` for any other text. */
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

/** The dimension of a unit, and the number of base units in one unit. */
export interface ReadUnit {
  readonly dimension: RuleDimension;
  readonly factor: Rational;
}

/** Reads a unit as in `unit: 万元/人`. A unit that the tokenizer does not know has a dimension of its own. */
export function readFactUnit(unit: string): ReadUnit {
  const one = parseLiteral(`1${unit}`);
  return one === undefined
    ? { dimension: `unit:${unit}`, factor: ONE }
    : { dimension: one.dimension, factor: one.value };
}

/** The unit of a fact's answers; `undefined` for yes/no and choices, which are not numbers. */
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

/** Converts a quantity in a fact's own unit (吨, 亩) to the base unit of literals; `name` is the unit as shown. */
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
