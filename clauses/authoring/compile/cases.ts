import type { AuthoredCases } from '../schema/cases.ts';
import { type AuthoredCondition, type AuthoredQuantity, namesReading } from '../schema/conditions.ts';
import { commonDimension } from './arithmetic.ts';
import {
  at,
  BROKEN,
  type CompiledQuantity,
  explainWords,
  report,
  type Scope,
  within,
} from './scope/scope.ts';

/** Compiles cases, whose quantities have one dimension. An empty list of cases is reported. */
export function compileCases(
  authored: AuthoredCases<AuthoredQuantity, AuthoredCondition>,
  scope: Scope,
): CompiledQuantity {
  if (authored.cases.length === 0) {
    report(at(scope, 'cases'), 'emptyCases', {});
    return BROKEN;
  }
  explainWords(scope, 'except');
  const cases = authored.cases.map((each, index) => {
    const here = at(scope, 'cases', index);
    const when = scope.compiler.condition(each.when, within(at(here, 'when'), { mayAskAuthority: false }));
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

/** Compiles the quantity that applies where no case or row does; `undefined` where the author gives none. */
export function compileOtherwise(
  authored: AuthoredQuantity | undefined,
  scope: Scope,
): CompiledQuantity | undefined {
  return authored === undefined ? undefined : scope.compiler.quantity(authored, at(scope, 'otherwise'));
}
