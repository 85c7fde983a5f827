import type { Clause, Group, Reading } from '../../language/language.ts';
import type { AuthoredClause, AuthoredGroup } from '../schema/clauses.ts';
import { compileAward } from './award.ts';
import { checkNeighbour, compileLimits, type Neighbours } from './limits.ts';
import { at, explainWords, isList, quote, report, type Scope, within } from './scope/scope.ts';

/** What a clause or group takes from its surroundings. */
export interface Surroundings {
  readonly neighbours: Neighbours;
  /** Its own readings. */
  readonly readings: readonly Reading[];
  readonly sentences: readonly string[];
}

/** Compiles one clause; the scope stands at the clause. */
export function compileClause(authored: AuthoredClause, around: Surroundings, scope: Scope): Clause {
  if (authored.award === undefined && authored.limits === undefined) report(scope, 'clauseEmpty', {});
  const list =
    authored.for !== undefined && isList(at(scope, 'for'), authored.for) ? authored.for : undefined;
  const inside = within(scope, { lists: list === undefined ? [] : [list] });
  const when =
    authored.when && scope.compiler.condition(authored.when, within(at(inside, 'when'), { authority: true }));
  if (when !== undefined || authored.undertakings !== undefined) explainWords(scope, 'shall');
  for (const undertaking of authored.undertakings ?? []) quote(scope, undertaking);
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

/** Compiles one group; the scope stands at the group. */
export function compileGroup(authored: AuthoredGroup, around: Surroundings, scope: Scope): Group {
  for (const [index, name] of authored.clauses.entries())
    checkNeighbour(name, around.neighbours, at(scope, 'clauses', index));
  explainWords(scope, 'refuse');
  const when = authored.when && scope.compiler.condition(authored.when, at(scope, 'when'));
  return {
    id: around.neighbours.fullId(authored.id),
    type: authored.type,
    title: authored.title,
    citation: authored.citation,
    clauses: authored.clauses.map(around.neighbours.fullId),
    ...(when === undefined ? {} : { when }),
    readings: around.readings,
  };
}
