import { nearestSpelling } from '../../answers/spelling.ts';
import type { Comparator, Condition } from '../../language/expression.ts';
import type { FactDefinition } from '../../language/fact.ts';
import { compare, isWhole, ONE, toNumber } from '../../numbers/exact.ts';
import {
  type AuthoredBounds,
  type AuthoredCondition,
  type AuthoredQuantity,
  namesReading,
} from '../schema/conditions.ts';
import type { ClaimBound } from './scope/claims.ts';
import { compatible, dimensionName } from './scope/dimension.ts';
import { readLiteral } from './scope/measure.ts';
import {
  at,
  type CompiledQuantity,
  claimFigure,
  explainWords,
  factAt,
  isList,
  quote,
  quoteLevels,
  report,
  type Scope,
  within,
} from './scope/scope.ts';

/** Replaces a condition that does not compile. An error was reported, so the policy is not published. */
const BROKEN: Condition = { op: 'all', of: [] };

/**
 * Compiles a condition as authored. What has no meaning is reported. The function has one branch for each kind of
 * condition, hence its complexity.
 */
export function compileCondition(authored: AuthoredCondition, scope: Scope): Condition {
  if ('all' in authored) return compileAll(authored.all, scope);
  if ('any' in authored) {
    explainWords(scope, 'except');
    return { op: 'any', of: compileEach(authored.any, at(scope, 'any')) };
  }
  if ('not' in authored) {
    const inside = within(at(scope, 'not'), { mayAskAuthority: false, negated: !scope.negated });
    explainWords(scope, 'refuse', 'except');
    return { op: 'not', of: scope.compiler.condition(authored.not, inside) };
  }
  if ('atLeastN' in authored) return compileAtLeastN(authored, scope);
  if ('some' in authored) return compileList('some', authored.some, authored.where, scope);
  if ('every' in authored) return compileList('every', authored.every, authored.where, scope);
  if ('authority' in authored) {
    if (!scope.mayAskAuthority) report(scope, 'authorityMisplaced', {});
    quote(scope, authored.authority);
    return { op: 'authority', text: authored.authority };
  }
  if ('reading' in authored) return compileReading(authored, scope);
  if ('is' in authored) return compileIs(authored.fact, [authored.is], at(scope, 'is'), scope);
  if ('in' in authored) return compileIs(authored.fact, authored.in, at(scope, 'in'), scope);
  if ('fact' in authored) return compileBounds(authored.fact, 'fact', authored, scope);
  return compileBounds(authored.quantity, 'quantity', authored, scope);
}

function compileEach(parts: readonly AuthoredCondition[], scope: Scope): Condition[] {
  return parts.map((part, index) => scope.compiler.condition(part, at(scope, index)));
}

function compileAll(parts: readonly AuthoredCondition[], scope: Scope): Condition {
  const guarded = scope.guarded || parts.some(namesReading);
  return { op: 'all', of: compileEach(parts, within(at(scope, 'all'), { guarded })) };
}

function compileAtLeastN(
  authored: Extract<AuthoredCondition, { atLeastN: number | string }>,
  scope: Scope,
): Condition {
  const of = compileEach(authored.of, within(at(scope, 'of'), { mayAskAuthority: false }));
  const n = readCount(authored.atLeastN, at(scope, 'atLeastN'));
  if (n > of.length) report(scope, 'tooManyAsked', { n, of: of.length });
  return { op: 'nOf', n, of };
}

/**
 * The number of conditions to meet. One with its counter, `2项`, must be in the text; a bare number is the author's
 * own.
 */
function readCount(authored: number | string, scope: Scope): number {
  if (typeof authored === 'number') return authored;
  const literal = readLiteral(authored);
  if (literal === undefined || !isWhole(literal.value) || compare(literal.value, ONE) < 0) {
    report(scope, 'unknownLiteral', { given: authored });
    return 1;
  }
  claimFigure(scope, literal, 'count');
  return toNumber(literal.value);
}

function compileList(op: 'some' | 'every', list: string, where: AuthoredCondition, scope: Scope): Condition {
  if (!isList(at(scope, op), list)) return BROKEN;
  explainWords(scope, 'except');
  const inside = within(at(scope, 'where'), { lists: [...scope.lists, list], mayAskAuthority: false });
  return { op, list, where: scope.compiler.condition(where, inside) };
}

function compileReading({ reading: name, is }: { reading: string; is: string }, scope: Scope): Condition {
  const reading = scope.readings.get(name);
  if (reading === undefined) {
    const known = [...scope.readings.keys()];
    report(at(scope, 'reading'), 'unknownReading', { name, known, nearest: nearestSpelling(name, known) });
    return BROKEN;
  }
  scope.usedReadings.add(reading.id);
  const known = reading.options.map((option) => option.name);
  const option = known.indexOf(is);
  if (option < 0)
    report(at(scope, 'is'), 'unknownReadingOption', {
      reading: name,
      option: is,
      known,
      nearest: nearestSpelling(is, known),
    });
  return { op: 'reading', reading: reading.id, option };
}

function compileIs(id: string, values: readonly (boolean | string)[], here: Scope, scope: Scope): Condition {
  const fact = factAt(at(scope, 'fact'), id);
  if (fact === undefined) return BROKEN;
  if (fact.type !== 'yesNo' && fact.type !== 'choice') {
    report(scope, 'notAChoice', { id });
    return BROKEN;
  }
  if (values.includes(false)) {
    explainWords(scope, 'refuse', 'except');
    // An applicant that is not 规模以上 is 规模以下.
    if (fact.label.includes('规模以上')) quoteLevels(scope, '规模以下');
  }
  const known = optionsOf(fact);
  const options = values.map((value) => known.indexOf(value));
  for (const [index, option] of options.entries())
    if (option < 0) reportOption(fact, String(values[index]), here);
  return { op: 'oneOf', fact: id, options: [...new Set(options)].sort((a, b) => a - b) };
}

function optionsOf(fact: FactDefinition): readonly (boolean | string)[] {
  return fact.type === 'yesNo' ? [false, true] : (fact.options ?? []).map((option) => option.value);
}

function reportOption(fact: FactDefinition, given: string, scope: Scope): void {
  const options = optionsOf(fact).map(String);
  report(scope, 'unknownOption', { id: fact.id, given, options, nearest: nearestSpelling(given, options) });
}

const COMPARATORS: readonly Comparator[] = ['atLeast', 'moreThan', 'atMost', 'lessThan', 'equals'];

/** The bound of the text where the author negates it: 不低于 may be written as `not` with `lessThan`. */
const OPPOSITE = {
  atLeast: 'lessThan',
  moreThan: 'atMost',
  atMost: 'moreThan',
  lessThan: 'atLeast',
  equals: 'any',
} as const;

/** 首次突破50亿元 requires that no earlier year did, but the text states 突破 for the current year only. */
function boundOf({ quantity }: CompiledQuantity, is: Comparator, { negated }: Scope): ClaimBound {
  if (quantity.op === 'year' && quantity.which === 'best') return 'any';
  return negated ? OPPOSITE[is] : is;
}

function compileBounds(
  authored: AuthoredQuantity,
  key: 'fact' | 'quantity',
  bounds: AuthoredBounds,
  scope: Scope,
): Condition {
  const left = scope.compiler.quantity(authored, within(at(scope, key), { bound: 'stated' }));
  const keys = Object.keys(bounds).flatMap((name) => COMPARATORS.find((each) => each === name) ?? []);
  const compared = keys.flatMap((is) => compileBound(left, is, bounds[is], scope) ?? []);
  if (compared.length === 0) report(scope, 'comparisonMissing', {});
  const [only = BROKEN, ...more] = compared;
  return more.length === 0 ? only : { op: 'all', of: compared };
}

function compileBound(
  left: CompiledQuantity,
  is: Comparator,
  bound: AuthoredBounds[Comparator],
  scope: Scope,
): Condition | undefined {
  if (bound === undefined) return undefined;
  const here = within(at(scope, is), { bound: boundOf(left, is, scope) });
  const right = scope.compiler.quantity(bound, here);
  if (!compatible(left.dimension, right.dimension))
    report(here, 'wrongDimension', {
      left: dimensionName(left.dimension),
      right: dimensionName(right.dimension),
    });
  return { op: 'compare', left: left.quantity, is, right: right.quantity };
}
