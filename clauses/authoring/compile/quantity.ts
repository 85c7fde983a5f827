import type { Quantity } from '../../language/language.ts';
import { formatRational } from '../../numbers/exact.ts';
import type { AuthoredCondition, AuthoredQuantity } from '../schema/conditions.ts';
import { compileBands } from './bands.ts';
import { compileLater } from './later.ts';
import { compileCount, compileTotal } from './lists.ts';
import { compileName } from './names.ts';
import { compileRounded } from './rounding.ts';
import type { ClaimBound } from './scope/claims.ts';
import { combine, compatible, dimensionName, type RuleDimension } from './scope/dimension.ts';
import { factUnit, inBaseUnits, readLiteral } from './scope/measure.ts';
import {
  at,
  BROKEN,
  type CompiledQuantity,
  explainWords,
  factAt,
  quote,
  report,
  type Scope,
  within,
} from './scope/scope.ts';
import { compileYear } from './years.ts';

/** Compiles a quantity as authored. Reports what it can not mean. */
export function compileQuantity(authored: AuthoredQuantity, scope: Scope): CompiledQuantity {
  if (typeof authored !== 'object') return compileLeaf(authored, scope);
  if ('rate' in authored) return compileRate(authored.rate, authored.of, scope);
  if ('sum' in authored) return compileAlike('sum', authored.sum, at(scope, 'sum'));
  if ('smallest' in authored) return compileAlike('smallest', authored.smallest, at(scope, 'smallest'));
  if ('largest' in authored) return compileAlike('largest', authored.largest, at(scope, 'largest'));
  if ('product' in authored) return compileProduct(authored.product, at(scope, 'product'));
  if ('difference' in authored) return compileDifference(authored.difference, at(scope, 'difference'));
  if ('quotient' in authored) return compileQuotient(authored.quotient, at(scope, 'quotient'));
  if ('date' in authored) return compileLater(authored, scope);
  if ('wholeSteps' in authored) return compileSteps(authored, scope);
  if ('roundedDown' in authored) return compileRounded(authored, scope);
  if ('cases' in authored) return compileCases(authored, scope);
  if ('bands' in authored) return compileBands(authored, scope);
  if ('total' in authored) return compileTotal(authored, scope);
  if ('count' in authored) return compileCount(authored, scope);
  if ('name' in authored) return compileName(authored.name, scope);
  if ('notStated' in authored) {
    quote(scope, authored.notStated, false);
    return { quantity: { op: 'notStated', text: authored.notStated }, dimension: 'any' };
  }
  return compileYear(authored, scope);
}

const FACT_LIKE = /^[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*$/;

function compileLeaf(authored: string | number, scope: Scope): CompiledQuantity {
  if (authored === 'asOf') return { quantity: { op: 'asOf' }, dimension: 'date' };
  if (typeof authored === 'string' && FACT_LIKE.test(authored)) return compileFact(authored, scope);
  const literal = readLiteral(authored);
  if (literal === undefined) {
    report(scope, 'unknownLiteral', { given: String(authored) });
    return BROKEN;
  }
  const { value, dimension, text } = literal;
  const { bound, guarded, path } = scope;
  if (dimension.split('/').slice(1).includes('year')) explainWords(scope, 'everyYear');
  scope.claims.push({ kind: 'figure', value, dimension, bound, guarded, text, path });
  return { quantity: { op: 'number', value: formatRational(value), text }, dimension, constant: value };
}

function compileFact(id: string, scope: Scope): CompiledQuantity {
  const fact = factAt(scope, id);
  const unit = fact && factUnit(fact);
  if (fact === undefined) return BROKEN;
  if (unit === undefined) {
    const write = fact.type === 'yesNo' ? `{ fact: ${id}, is: true }` : `{ fact: ${id}, is: 选项值 }`;
    report(scope, 'notANumber', { id, write });
    return BROKEN;
  }
  if (fact.type === 'series') {
    report(scope, 'seriesWithoutYear', { id });
    return BROKEN;
  }
  return inBaseUnits({ op: 'fact', fact: id }, unit, fact.unit);
}

function compileRate(rate: AuthoredQuantity, of: AuthoredQuantity, scope: Scope): CompiledQuantity {
  const left = scope.compiler.quantity(rate, at(scope, 'rate'));
  const right = scope.compiler.quantity(
    of,
    within(at(scope, 'of'), { bound: typeof of === 'object' ? 'stated' : 'any' }),
  );
  return {
    quantity: { op: 'product', of: [left.quantity, right.quantity] },
    dimension: combine(left.dimension, right.dimension, 1),
  };
}

/** Compiles parts; a part that is a plain literal is bounded by `literals`, where that differs from the whole. */
function compileParts(
  parts: readonly AuthoredQuantity[],
  scope: Scope,
  literals: ClaimBound = scope.bound,
): CompiledQuantity[] {
  return parts.map((part, index) => {
    const bound = typeof part === 'object' ? scope.bound : literals;
    return scope.compiler.quantity(part, within(at(scope, index), { bound }));
  });
}

/** The common dimension of parts that are added or put in each other's place. */
function commonDimension(parts: readonly CompiledQuantity[], scope: Scope): RuleDimension {
  return parts.reduce<RuleDimension>((dimension, part) => {
    if (!compatible(dimension, part.dimension))
      report(scope, 'wrongDimension', {
        left: dimensionName(dimension),
        right: dimensionName(part.dimension),
      });
    return dimension === 'any' ? part.dimension : dimension;
  }, 'any');
}

/** {smallest: [比例, 100万元]} is a cap, {largest: [比例, 10万元]} a floor. */
const LITERAL_ENDS = { smallest: 'cap', largest: 'atLeast' } as const;

function compileAlike(
  op: 'sum' | 'smallest' | 'largest',
  parts: readonly AuthoredQuantity[],
  scope: Scope,
): CompiledQuantity {
  const inside = op === 'smallest' && scope.bound === 'stated' ? within(scope, { bound: 'smallest' }) : scope;
  const compiled = compileParts(parts, inside, op === 'sum' ? scope.bound : LITERAL_ENDS[op]);
  return {
    quantity: { op, of: compiled.map((part) => part.quantity) },
    dimension: commonDimension(compiled, scope),
  };
}

function compileProduct(parts: readonly AuthoredQuantity[], scope: Scope): CompiledQuantity {
  const compiled = compileParts(parts, scope);
  const dimension = compiled.reduce<RuleDimension>(
    (product, part) => combine(product, part.dimension, 1),
    '',
  );
  return { quantity: { op: 'product', of: compiled.map((part) => part.quantity) }, dimension };
}

function compileDifference(parts: readonly AuthoredQuantity[], scope: Scope): CompiledQuantity {
  const compiled = compileParts(parts, scope, 'any');
  const dimension = commonDimension(compiled, scope);
  return {
    quantity: { op: 'difference', of: pair(compiled) },
    dimension: dimension === 'date' ? 'day' : dimension,
  };
}

function compileQuotient(parts: readonly AuthoredQuantity[], scope: Scope): CompiledQuantity {
  const compiled = compileParts(parts, scope);
  const [left = BROKEN, right = BROKEN] = compiled;
  return {
    quantity: { op: 'quotient', of: pair(compiled) },
    dimension: combine(left.dimension, right.dimension, -1),
  };
}

function pair([left = BROKEN, right = BROKEN]: readonly CompiledQuantity[]): [Quantity, Quantity] {
  return [left.quantity, right.quantity];
}

function compileSteps(
  authored: { wholeSteps: AuthoredQuantity; size: AuthoredQuantity },
  scope: Scope,
): CompiledQuantity {
  const stated = within(scope, { bound: 'stated' });
  const of = scope.compiler.quantity(authored.wholeSteps, at(stated, 'wholeSteps'));
  const size = scope.compiler.quantity(authored.size, within(at(scope, 'size'), { bound: 'any' }));
  commonDimension([of, size], scope);
  return { quantity: { op: 'steps', of: of.quantity, size: size.quantity }, dimension: '' };
}

type Of<Key extends string> = Extract<AuthoredQuantity, Record<Key, unknown>>;

function compileCases(authored: Of<'cases'>, scope: Scope): CompiledQuantity {
  if (authored.cases.length === 0) {
    report(at(scope, 'cases'), 'emptyCases', {});
    return BROKEN;
  }
  explainWords(scope, 'except');
  const cases = authored.cases.map((each, index) => {
    const here = at(scope, 'cases', index);
    const when = scope.compiler.condition(each.when, within(at(here, 'when'), { authority: false }));
    const guarded = scope.guarded || namesReading(each.when);
    return { when, value: scope.compiler.quantity(each.then, within(at(here, 'then'), { guarded })) };
  });
  const otherwise = compileOtherwise(authored.otherwise, scope);
  const parts = [...cases.map((each) => each.value), ...(otherwise === undefined ? [] : [otherwise])];
  return {
    quantity: {
      op: 'cases',
      // biome-ignore lint/suspicious/noThenProperty: a word of the language; the object is never awaited
      cases: cases.map((each) => ({ when: each.when, then: each.value.quantity })),
      ...(otherwise === undefined ? {} : { otherwise: otherwise.quantity }),
    },
    dimension: commonDimension(parts, scope),
  };
}

function compileOtherwise(
  authored: AuthoredQuantity | undefined,
  scope: Scope,
): CompiledQuantity | undefined {
  return authored === undefined ? undefined : scope.compiler.quantity(authored, at(scope, 'otherwise'));
}

/** Whether a condition holds under one reading of the text only. */
export function namesReading(condition: AuthoredCondition): boolean {
  if ('reading' in condition) return true;
  return 'all' in condition && condition.all.some(namesReading);
}
