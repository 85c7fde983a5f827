import type { Dictionary } from '../../../clauses/index.ts';
import { awardChanges } from './award-changes.ts';
import { type Change, type ChangePath, type FrontMatterNode, isRecord, recordsIn } from './change.ts';
import { boundChanges, choiceChanges, conditionChanges } from './condition-changes.ts';
import { dateChanges } from './date-changes.ts';
import { figureChanges } from './figure-changes.ts';
import { withValue } from './front-matter-values.ts';
import { groupChanges } from './group-changes.ts';
import { limitChanges } from './limit-changes.ts';
import { orderChanges } from './order-changes.ts';

/** A front matter with one mistake in it. */
export interface Mutant extends Change {
  readonly frontMatter: unknown;
}

/**
 * All mutants of the rules, targets and dates of a front matter, in a fixed order. `text` is the text of the body: only
 * dates that it states are changed.
 */
export function mutantsOf(frontMatter: unknown, text: string, dictionary: Dictionary): readonly Mutant[] {
  if (!isRecord(frontMatter)) return [];
  const optionsOf = optionsIn(frontMatter, dictionary);
  const nodes = ['targets', 'requirements', 'clauses', 'groups'].flatMap((key) => [
    ...nodesBelow(frontMatter[key], [key]),
  ]);
  const changes = nodes.flatMap((node) => [
    ...boundChanges(node),
    ...figureChanges(node),
    ...conditionChanges(node),
    ...choiceChanges(node, optionsOf),
    ...orderChanges(node),
    ...awardChanges(node),
    ...limitChanges(node, frontMatter),
    ...groupChanges(node),
  ]);
  return [...dateChanges(frontMatter, text), ...changes].map((change) => ({
    ...change,
    frontMatter: withValue(frontMatter, change.path, change.to),
  }));
}

/** Keys whose content is shown to people only, or is not a rule. */
const NOT_RULES = new Set([
  'examples',
  'assume',
  'readings',
  'unused',
  'equivalents',
  'undertakings',
  'administrators',
  'topics',
]);

/** A value and everything below it that is part of a rule, in the order of the file. */
function* nodesBelow(value: unknown, path: ChangePath): Generator<FrontMatterNode> {
  yield { value, path };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* nodesBelow(item, [...path, index]);
  } else if (isRecord(value)) {
    for (const [key, each] of Object.entries(value))
      if (!NOT_RULES.has(key)) yield* nodesBelow(each, [...path, key]);
  }
}

/** Looks up the options of a fact or reading by the name that the condition at a path uses. */
function optionsIn(
  frontMatter: Readonly<Record<string, unknown>>,
  { facts }: Dictionary,
): (name: string, path: ChangePath) => readonly string[] {
  const owners = (['requirements', 'clauses', 'groups'] as const).flatMap((key) =>
    recordsIn(frontMatter[key]),
  );
  const readings = owners.flatMap((owner) =>
    recordsIn(owner['readings']).map((reading): [string, string[]] => [
      `${String(owner['id'])}:${String(reading['id'])}`,
      isRecord(reading['options']) ? Object.keys(reading['options']) : [],
    ]),
  );
  const known = new Map([
    ...facts.map((fact): [string, string[]] => [fact.id, (fact.options ?? []).map(({ value }) => value)]),
    ...readings,
  ]);
  return (name, [part = '', index]) => {
    const owner = recordsIn(frontMatter[part])[Number(index)];
    return known.get(name) ?? known.get(`${String(owner?.['id'])}:${name}`) ?? [];
  };
}
