import { textOf } from '../answers/answer.ts';
import type { Gap, GapChange } from '../check/explanation.ts';
import { ownAmount, ownFigure } from '../check/own-figure.ts';
import type { PreparedCatalogue } from '../check/prepared-catalogue.ts';
import { type Evaluated, evaluateClause } from '../evaluate/evaluate.ts';
import type { Influence } from '../evaluate/influence.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import { influencesOf } from '../evaluate/prepared-clause.ts';
import { cellsOf, flatName, forEachItem, type Situation } from '../evaluate/situation.ts';
import type { FactDefinition } from '../language/fact.ts';
import { compare, formatRational, integer, type Rational, subtract, toNumber } from '../numbers/exact.ts';
import { type Interval, isPoint, point } from '../numbers/interval.ts';
import { isBetter, isStep } from './better.ts';
import { farthestValues, nearestValues } from './nearest-value.ts';
import { isPossible, roundFigure } from './round-figure.ts';

/** How many facts one proposal changes at most, how many sets of changes are tried, and how many proposals are shown. */
const MOST_CHANGES = 3;
const MOST_TRIES = 200;
const MOST_SHOWN = 3;

/** A known answer that the applicant can change. */
interface ChangeableAnswer {
  readonly fact: FactDefinition;
  readonly influence: Influence;
  readonly name: string;
  /** The index of the item that it belongs to, from 0. */
  readonly item: number;
  readonly cells: Interval[];
  readonly from: Rational;
}

interface Change extends ChangeableAnswer {
  readonly to: Rational;
}

/** Evaluates a clause with some answers changed; undefined once the effort of the check is used up. */
type Trial = (changed: readonly Change[]) => Outcome | undefined;

/** Changes with which a clause is better. */
interface Improvement {
  readonly changed: readonly Change[];
  readonly after: Outcome;
}

/**
 * Proposes the smallest sets of changed answers with which a clause that is not met would be met, or a clause that is met
 * would pay more. Only facts that are `changeable` are changed. Every proposal is evaluated before it is made. For a
 * number the thresholds are tried and, where it is part of a calculation, the nearest value that makes the clause met,
 * the next step of the award, and the value beyond which it pays no more. At most 200 sets of each size are tried, and
 * no more than the effort of the check allows. Empty while the verdict is open, and for a limiting clause.
 */
export function gapsOf(state: Situation, prepared: PreparedCatalogue, evaluated: Evaluated): readonly Gap[] {
  const clause = prepared.held.get(evaluated.clause.clause.id) ?? evaluated.clause;
  if (clause.clause.kind === 'limit' || evaluated.outcome.met === 'unknown') return [];
  const { own: outcome } = ownFigure(state, prepared, evaluated);
  const answers = answersOf(state, prepared, influencesOf(clause).influences);
  const evaluate: Trial = (changed) =>
    state.effort.isOver ? undefined : whileChanged(changed, () => evaluateClause(state, clause));
  const changes = answers.flatMap((answer) =>
    valuesOf(answer.influence, answer.from).map((to): Change => ({ ...answer, to })),
  );
  const half = (find: () => readonly Improvement[]): readonly Improvement[] => state.effort.share(2, find);
  const found = [...half(() => improvementsOfSize(changes, 1, outcome, evaluate))];
  found.push(...half(() => answers.flatMap((answer) => improvementsByNumber(answer, outcome, evaluate))));
  for (let size = 2; size <= MOST_CHANGES && found.length === 0; size += 1)
    found.push(...half(() => improvementsOfSize(changes, size, outcome, evaluate)));
  const shown = bySmallestChange(distinct(found)).slice(0, MOST_SHOWN);
  return distinct(shown.map((each) => inRoundFigures(each, outcome, evaluate))).map(({ changed }) => ({
    changes: changed.map(
      ({ fact, name, from, to }): GapChange => ({
        fact: name,
        from: textOf(fact, from),
        to: textOf(fact, to),
      }),
    ),
    amount: whileChanged(changed, () =>
      ownAmount(
        state,
        prepared,
        ownFigure(state, prepared, {
          clause: evaluated.clause,
          outcome: evaluateClause(state, evaluated.clause),
        }),
      ),
    ),
  }));
}

/** The same changes with money in figures that people use, where the clause then pays at least as much. */
function inRoundFigures(found: Improvement, before: Outcome, evaluate: Trial): Improvement {
  const changed = found.changed.map((change) => ({
    ...change,
    to: roundFigure(change.fact, change.influence.slot, change),
  }));
  if (changed.every(({ to }, index) => to === found.changed[index]?.to)) return found;
  const after = evaluate(changed);
  const isAsGood = after !== undefined && isBetter(before, after) && !isBetter(after, found.after);
  return isAsGood ? { changed, after } : found;
}

/** The sets of changes of one size that are improvements; at most {@link MOST_TRIES} are tried. */
function improvementsOfSize(
  changes: readonly Change[],
  size: number,
  before: Outcome,
  evaluate: Trial,
): readonly Improvement[] {
  const found: Improvement[] = [];
  let tries = 0;
  for (const changed of subsets(changes, size)) {
    tries += 1;
    if (tries > MOST_TRIES) break;
    const after = evaluate(changed);
    if (after === undefined) break;
    if (isBetter(before, after)) found.push({ changed, after });
  }
  return found;
}

/** Changes of a number in a calculation: to where the clause is met, pays a step more, or pays the most it can. */
function improvementsByNumber(
  answer: ChangeableAnswer,
  before: Outcome,
  evaluate: Trial,
): readonly Improvement[] {
  const { influence, from } = answer;
  if (influence.slot.kind !== 'number' || !influence.measured) return [];
  const at = (to: Rational): Improvement[] => {
    const changed = [{ ...answer, to }];
    const after = evaluate(changed);
    return after === undefined ? [] : [{ changed, after }];
  };
  const improves = ({ after }: Improvement): boolean => isBetter(before, after);
  const nearest = nearestValues(influence, from, (to) => at(to).some(improves))
    .flatMap(at)
    .filter(improves);
  if (before.met === false) return nearest;
  const tops = farthestValues(influence, from).flatMap((end) =>
    at(end)
      .filter(improves)
      .flatMap((most) =>
        nearestValues(influence, from, (to) => at(to).some(({ after }) => !isBetter(after, most.after)))
          .filter((to) => compare(to, end) !== 0)
          .flatMap(at),
      ),
  );
  return [...nearest.filter(({ after }) => isStep(before, after)), ...tops.filter(improves)];
}

/** The known answers that can be changed, item by item: if not all can be tried, those of the first items are. */
function answersOf(
  state: Situation,
  { facts, layout }: PreparedCatalogue,
  influences: readonly Influence[],
): readonly ChangeableAnswer[] {
  const answers: ChangeableAnswer[] = [];
  for (const influence of influences) {
    const fact = facts.get(influence.slot.id);
    if (fact?.changeable !== true || influence.slot.kind === 'series') continue;
    const collect = (item: number): void => {
      const cells = cellsOf(state, influence.slot);
      const now = cells[influence.slot.index];
      if (now === undefined || !isPoint(now) || now.min === null) return;
      answers.push({ fact, influence, name: flatName(state, influence.slot), item, cells, from: now.min });
    };
    const list = influence.slot.list === undefined ? undefined : layout.lists[influence.slot.list];
    if (list === undefined) collect(0);
    else if (state.known[list.index] === true) forEachItem(state, list, collect);
  }
  return answers.sort((a, b) => a.item - b.item);
}

/** The other options of a choice; for a number the nearest values beyond the next threshold above and below. */
function valuesOf({ slot, cuts }: Influence, now: Rational): readonly Rational[] {
  if (slot.kind === 'option') {
    const count = (slot.range.max === null ? 0 : toNumber(slot.range.max)) + 1;
    return Array.from({ length: count }, (_, option) => integer(option)).filter(
      (each) => compare(each, now) !== 0,
    );
  }
  const above = cuts.filter((cut) => compare(cut, now) > 0).sort(compare);
  const below = cuts.filter((cut) => compare(cut, now) <= 0).map((cut) => subtract(cut, slot.step));
  const nearest = [above[0], below.sort(compare).at(-1)].filter((value) => value !== undefined);
  return nearest.filter((value) => isPossible(value, slot));
}

/** All sets of changes of one size that change no answer twice. */
function* subsets(changes: readonly Change[], size: number, from = 0): Generator<readonly Change[]> {
  if (size === 0) yield [];
  else
    for (let index = from; index <= changes.length - size; index += 1) {
      const change = changes[index];
      if (change === undefined) continue;
      for (const rest of subsets(changes, size - 1, index + 1))
        if (rest.every(({ name }) => name !== change.name)) yield [change, ...rest];
    }
}

/** Runs `run` with some answers changed, then restores them. */
function whileChanged<Result>(changed: readonly Change[], run: () => Result): Result {
  for (const { cells, influence, to } of changed) cells[influence.slot.index] = point(to);
  const result = run();
  for (const { cells, influence, from } of changed) cells[influence.slot.index] = point(from);
  return result;
}

function distinct(found: readonly Improvement[]): readonly Improvement[] {
  const key = ({ changed }: Improvement): string =>
    changed.map(({ name, to }) => `${name} ${formatRational(to)}`).join();
  return [...new Map(found.map((each) => [key(each), each])).values()];
}

/** Sorts by the relative size of the changes, the smallest first. Another option counts like a number doubled. */
function bySmallestChange(found: readonly Improvement[]): readonly Improvement[] {
  const step = ({ influence, from, to }: Change): number => {
    if (influence.slot.kind === 'option') return 1;
    const [a, b] = [toNumber(from), toNumber(to)];
    return Math.abs(b - a) / Math.max(Math.abs(a), 1);
  };
  const size = ({ changed }: Improvement): number => changed.reduce((sum, change) => sum + step(change), 0);
  return [...found].sort((a, b) => size(a) - size(b));
}
