import type { Clause } from '../../language/clause.ts';
import type { Condition } from '../../language/expression.ts';
import type { Reading } from '../../language/reading.ts';
import type { AuthoredClause } from '../schema/clauses.ts';
import { compileAward } from './award.ts';
import { compileLimits, type Neighbours } from './limits.ts';
import { at, explainWords, isList, quote, report, type Scope, within } from './scope/scope.ts';

/** What the compilation of a clause, group or requirement needs from the rest of the policy. */
export interface Surroundings {
  readonly neighbours: Neighbours;
  /** The readings that it defines itself. */
  readonly readings: readonly Reading[];
  /** The text of its marks, in order. */
  readonly sentences: readonly string[];
}

/** Compiles one clause, whose path is that of the scope. */
export function compileClause(authored: AuthoredClause, around: Surroundings, scope: Scope): Clause {
  if (authored.award === undefined && authored.limits === undefined) report(scope, 'clauseEmpty', {});
  const list = compileFor(authored, scope);
  const inside = within(scope, { lists: list === undefined ? [] : [list] });
  const when = compileRequired(authored, scope, inside);
  const award = authored.award && compileAward(authored.award, at(inside, 'award'));
  const limits = compileLimits(
    authored.limits ?? [],
    { list, award: award !== undefined },
    around.neighbours,
    at(scope, 'limits'),
  );
  return {
    id: around.neighbours.fullId(authored.id),
    kind: award === undefined ? 'limit' : 'award',
    title: authored.title,
    citation: authored.citation,
    administrators: authored.administrators,
    topics: authored.topics,
    ...(list === undefined ? {} : { list }),
    ...(when === undefined ? {} : { when }),
    ...(award === undefined ? {} : { award }),
    limits,
    readings: around.readings,
    undertakings: authored.undertakings ?? [],
    sentences: around.sentences,
  };
}

/** The condition of a clause; what applicants undertake is quoted, and both explain the word 应. */
function compileRequired(
  { when: authored, undertakings }: AuthoredClause,
  scope: Scope,
  inside: Scope,
): Condition | undefined {
  const when =
    authored && scope.compiler.condition(authored, within(at(inside, 'when'), { mayAskAuthority: true }));
  if (when !== undefined || undertakings !== undefined) explainWords(scope, 'shall');
  for (const undertaking of undertakings ?? []) quote(scope, undertaking);
  return when;
}

/** The list of which each item is evaluated; `undefined` where there is none, or where it is not a list. */
export function compileFor(
  { for: list }: { readonly for?: string | undefined },
  scope: Scope,
): string | undefined {
  return list !== undefined && isList(at(scope, 'for'), list) ? list : undefined;
}
