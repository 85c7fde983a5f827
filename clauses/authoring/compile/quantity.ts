import { formatRational } from '../../numbers/exact.ts';
import type { AuthoredQuantity } from '../schema/conditions.ts';
import {
  compileDifference,
  compileFold,
  compileLater,
  compileProduct,
  compileQuotient,
  compileRate,
  compileRounded,
  compileSteps,
} from './arithmetic.ts';
import { compileBands } from './bands.ts';
import { compileCases } from './cases.ts';
import { compileCount, compileTotal } from './lists.ts';
import { compileName } from './names.ts';
import { factUnit, inBaseUnits, readLiteral } from './scope/measure.ts';
import {
  at,
  BROKEN,
  type CompiledQuantity,
  claimFigure,
  explainWords,
  factAt,
  quote,
  report,
  type Scope,
} from './scope/scope.ts';
import { compileYear } from './years.ts';

/**
 * Compiles a quantity as authored. What has no meaning is reported.
 *
 * Complexity: one branch for each kind, so that the type check demands a branch for a new kind.
 */
export function compileQuantity(authored: AuthoredQuantity, scope: Scope): CompiledQuantity {
  if (typeof authored !== 'object') return compileLeaf(authored, scope);
  if ('rate' in authored) return compileRate(authored, scope);
  if ('sum' in authored) return compileFold('sum', authored.sum, at(scope, 'sum'));
  if ('smallest' in authored) return compileFold('smallest', authored.smallest, at(scope, 'smallest'));
  if ('largest' in authored) return compileFold('largest', authored.largest, at(scope, 'largest'));
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
  if ('notStated' in authored) return compileNotStated(authored.notStated, scope);
  return compileYear(authored, scope);
}

function compileNotStated(text: string, scope: Scope): CompiledQuantity {
  quote(scope, text, false);
  return { quantity: { op: 'notStated', text }, dimension: 'any' };
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
  if (dimension.split('/').slice(1).includes('year')) explainWords(scope, 'everyYear');
  claimFigure(scope, literal);
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
