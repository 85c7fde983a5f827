import type { Clause, Requirement } from '../../language/clause.ts';
import type { Condition } from '../../language/expression.ts';
import type { Reading } from '../../language/reading.ts';
import type { Path } from '../issues/finding.ts';
import type { AuthoredRequirement } from '../schema/requirements.ts';
import { compileFor, type Surroundings } from './clauses.ts';
import { chooseClauses } from './limits.ts';
import type { WithPath } from './overlaps.ts';
import { at, explainWords, quote, report, type Scope, within } from './scope/scope.ts';

/** A general requirement, compiled but not yet added to the clauses that it applies to. */
export interface CompiledRequirement {
  /** Its identity; the path of its condition follows from the clause that it is added to. */
  readonly requirement: Omit<Requirement, 'path'>;
  readonly when: Condition | undefined;
  readonly undertakings: readonly string[];
  /** The list of which it evaluates each item. */
  readonly list: string | undefined;
  readonly readings: readonly Reading[];
  /** Full ids of the clauses that it applies to. */
  readonly clauses: ReadonlySet<string>;
}

/** Compiles one general requirement, whose path is that of the scope. */
export function compileRequirement(
  authored: AuthoredRequirement,
  { neighbours, readings, sentences }: Surroundings,
  scope: Scope,
): CompiledRequirement {
  const list = compileFor(authored, scope);
  const inside = within(at(scope, 'when'), {
    mayAskAuthority: true,
    lists: list === undefined ? [] : [list],
  });
  const choice = authored.clauses === 'all' ? { allBut: [] } : authored.clauses;
  const names = chooseClauses(choice, neighbours, at(scope, 'clauses'));
  if (names.length === 0) report(at(scope, 'clauses'), 'requirementIdle', {});
  if (authored.when === undefined && authored.undertakings === undefined)
    report(scope, 'requirementEmpty', {});
  explainWords(scope, 'shall', 'refuse');
  for (const undertaking of authored.undertakings ?? []) quote(scope, undertaking);
  return {
    requirement: {
      id: neighbours.fullId(authored.id),
      title: authored.title ?? '申报条件',
      citation: authored.citation,
      sentences,
    },
    when: authored.when && scope.compiler.condition(authored.when, inside),
    undertakings: authored.undertakings ?? [],
    list,
    readings,
    clauses: new Set(names.map(neighbours.fullId)),
  };
}

/**
 * The clauses, each with the conditions, undertakings and readings of the requirements that apply to it. `scopeAt` gives
 * the scope of a requirement's path, for reports of requirements that do not fit a clause.
 */
export function withRequirements(
  clauses: readonly WithPath<Clause>[],
  requirements: readonly WithPath<CompiledRequirement>[],
  scopeAt: (path: Path) => Scope,
): readonly Clause[] {
  for (const { value: requirement, path } of requirements)
    for (const { value: clause } of clauses)
      if (requirement.clauses.has(clause.id)) checkFit(requirement, clause, scopeAt(path));
  return clauses.map(({ value: clause }) =>
    addRequirements(
      clause,
      requirements.map(({ value }) => value).filter((each) => each.clauses.has(clause.id)),
    ),
  );
}

/** Reports a requirement on items of a list that the clause does not evaluate, or a reading that both define. */
function checkFit({ list, readings }: CompiledRequirement, clause: Clause, scope: Scope): void {
  if (list !== undefined && clause.list !== list)
    report(at(scope, 'for'), 'requirementList', { title: clause.title, list });
  const duplicate = readings.find(({ name }) => clause.readings.some((own) => own.name === name));
  if (duplicate !== undefined) report(at(scope, 'readings'), 'duplicateReading', { id: duplicate.name });
}

function addRequirements(clause: Clause, requirements: readonly CompiledRequirement[]): Clause {
  if (requirements.length === 0) return clause;
  return {
    ...clause,
    ...addConditions(clause, requirements),
    readings: [...clause.readings, ...requirements.flatMap(({ readings }) => readings)],
    undertakings: [...clause.undertakings, ...requirements.flatMap(({ undertakings }) => undertakings)],
  };
}

/** The clause's condition and those of the requirements as one `all`, with the path of each requirement in it. */
function addConditions(
  { when }: Clause,
  requirements: readonly CompiledRequirement[],
): Pick<Clause, 'when' | 'requirements'> {
  const own = when === undefined ? [] : when.op === 'all' ? when.of : [when];
  const added = requirements.flatMap((each) =>
    each.when === undefined ? [] : [{ requirement: each.requirement, when: each.when }],
  );
  if (added.length === 0) return {};
  return {
    when: { op: 'all', of: [...own, ...added.map((each) => each.when)] },
    requirements: added.map(({ requirement }, index) => ({
      ...requirement,
      path: `/when/of/${own.length + index}`,
    })),
  };
}
