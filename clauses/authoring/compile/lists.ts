import type { Condition } from '../../language/expression.ts';
import type { AuthoredCondition, AuthoredQuantity } from '../schema/conditions.ts';
import type { AuthoredCount, AuthoredTotal } from '../schema/lists.ts';
import {
  at,
  BROKEN,
  type CompiledQuantity,
  explainWords,
  isList,
  type Scope,
  within,
} from './scope/scope.ts';

/** Compiles the total of a quantity over the items of a list. */
export function compileTotal(
  authored: AuthoredTotal<AuthoredQuantity, AuthoredCondition>,
  scope: Scope,
): CompiledQuantity {
  if (!isList(at(scope, 'over'), authored.over)) return BROKEN;
  const inside = within(scope, { lists: [...scope.lists, authored.over] });
  const of = scope.compiler.quantity(authored.total, at(inside, 'total'));
  const where = compileWhere(authored.where, inside);
  return {
    quantity: { op: 'total', list: authored.over, of: of.quantity, ...where },
    dimension: of.dimension,
  };
}

/** Compiles the number of items of a list. */
export function compileCount(authored: AuthoredCount<AuthoredCondition>, scope: Scope): CompiledQuantity {
  if (!isList(at(scope, 'count'), authored.count)) return BROKEN;
  const inside = within(scope, { lists: [...scope.lists, authored.count] });
  return {
    quantity: { op: 'count', list: authored.count, ...compileWhere(authored.where, inside) },
    dimension: 'count',
  };
}

function compileWhere(where: AuthoredCondition | undefined, scope: Scope): { where?: Condition } {
  if (where === undefined) return {};
  explainWords(scope, 'except');
  return { where: scope.compiler.condition(where, within(at(scope, 'where'), { mayAskAuthority: false })) };
}
