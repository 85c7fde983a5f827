import type { Group } from '../../language/group.ts';
import type { AuthoredGroup } from '../schema/groups.ts';
import type { Surroundings } from './clauses.ts';
import { checkLimitable } from './limits.ts';
import { at, explainWords, type Scope } from './scope/scope.ts';

/** Compiles one group, whose path is that of the scope. */
export function compileGroup(authored: AuthoredGroup, around: Surroundings, scope: Scope): Group {
  const { neighbours, readings } = around;
  for (const [index, name] of authored.clauses.entries())
    checkLimitable(name, neighbours, at(scope, 'clauses', index));
  explainWords(scope, 'refuse');
  const when = authored.when && scope.compiler.condition(authored.when, at(scope, 'when'));
  return {
    id: neighbours.fullId(authored.id),
    type: authored.type,
    title: authored.title,
    citation: authored.citation,
    clauses: authored.clauses.map(neighbours.fullId),
    ...(when === undefined ? {} : { when }),
    readings,
  };
}
