import type { Clause, Condition, Reading, Requirement } from '../../language/language.ts';
import type { AuthoredRequirement } from '../schema/requirements.ts';
import type { Surroundings } from './clauses.ts';
import { chooseClauses } from './limits.ts';
import type { WithPath } from './overlaps.ts';
import { at, explainWords, isList, quote, report, type Scope, within } from './scope/scope.ts';

/** A general requirement, compiled once and not yet part of any clause. */
export interface General {
  readonly requirement: Omit<Requirement, 'path'>;
  readonly when: Condition | undefined;
  readonly undertakings: readonly string[];
  readonly list: string | undefined;
  readonly readings: readonly Reading[];
  /** Full ids of the clauses concerned. */
  readonly clauses: ReadonlySet<string>;
}

/** Compiles one general requirement; the scope stands at it. */
export function compileRequirement(
  authored: AuthoredRequirement,
  { neighbours, readings, sentences }: Surroundings,
  scope: Scope,
): General {
  const list =
    authored.for !== undefined && isList(at(scope, 'for'), authored.for) ? authored.for : undefined;
  const inside = within(at(scope, 'when'), { authority: true, lists: list === undefined ? [] : [list] });
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

/** The clauses, each with the requirements that concern it joined to its own conditions. */
export function withRequirements(
  clauses: readonly WithPath<Clause>[],
  generals: readonly WithPath<General>[],
  scopeAt: (path: WithPath<General>['path']) => Scope,
): readonly Clause[] {
  for (const { value, path } of generals)
    for (const { value: clause } of clauses.filter((each) => value.clauses.has(each.value.id))) {
      const scope = scopeAt(path);
      const title = clause.title;
      if (value.list !== undefined && clause.list !== value.list)
        report(at(scope, 'for'), 'requirementList', { title, list: value.list });
      const twice = value.readings.find(({ name }) => clause.readings.some((own) => own.name === name));
      if (twice !== undefined) report(at(scope, 'readings'), 'duplicateReading', { id: twice.name });
    }
  return clauses.map(({ value }) =>
    joined(
      value,
      generals.map((each) => each.value).filter((each) => each.clauses.has(value.id)),
    ),
  );
}

function joined(clause: Clause, generals: readonly General[]): Clause {
  if (generals.length === 0) return clause;
  const { when } = clause;
  const own = when === undefined ? [] : when.op === 'all' ? when.of : [when];
  const asking = generals.flatMap((each) =>
    each.when === undefined ? [] : [{ requirement: each.requirement, when: each.when }],
  );
  const undertakings = generals.flatMap((each) => each.undertakings);
  const readings = generals.flatMap((each) => each.readings);
  return {
    ...clause,
    ...(asking.length === 0 ? {} : { when: { op: 'all', of: [...own, ...asking.map((each) => each.when)] } }),
    readings: [...clause.readings, ...readings],
    undertakings: [...clause.undertakings, ...undertakings],
    ...(asking.length === 0
      ? {}
      : {
          requirements: asking.map(({ requirement }, index) => ({
            ...requirement,
            path: `/when/of/${own.length + index}`,
          })),
        }),
  };
}
