import { textOf } from '../answers/answer.ts';
import { amountOf } from '../check/money.ts';
import type { PreparedCatalogue } from '../check/prepared-catalogue.ts';
import type { Gap, GapChange } from '../check/result.ts';
import { type Evaluated, evaluateClause } from '../evaluate/evaluate.ts';
import type { Influence } from '../evaluate/influence.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import { influencesOf } from '../evaluate/prepared-clause.ts';
import { cellsOf, flatName, forEachItem, type Situation, type Slot } from '../evaluate/situation.ts';
import type { FactDefinition } from '../language/fact.ts';
import {
  compare,
  formatRational,
  integer,
  type Rational,
  sign,
  subtract,
  toNumber,
  ZERO,
} from '../numbers/exact.ts';
import { type Interval, isPoint, point } from '../numbers/interval.ts';
import { farthestValues, nearestValues } from './nearest-value.ts';

/** How many facts one proposal changes at the most, how many cases are tried, and how many proposals are shown. */
const MOST_CHANGES = 3;
const MOST_TRIES = 200;
const MOST_SHOWN = 3;

/** A step of an award that is worth naming, in yuan; less is only the slope of a rate. */
const LEAST_STEP = integer(1);

/** One answer that could be another one. */
interface Answer {
  readonly fact: FactDefinition;
  readonly use: Influence;
  readonly name: string;
  /** Which item of a list it belongs to, from 0. */
  readonly item: number;
  readonly cells: Interval[];
  readonly from: Rational;
}

interface Change extends Answer {
  readonly to: Rational;
}

/** What a clause gives with some answers changed; nothing once the effort is used up. */
type Trial = (changed: readonly Change[]) => Outcome | undefined;

interface Found {
  readonly changed: readonly Change[];
  readonly after: Outcome;
}

/**
 * What would have to be different: the smallest sets of answers that the applicant can still change (facts with
 * `changeable`) with which a clause that is not met is met, or a clause that is met gives more. Tried in place and put
 * back; only what really flips or gains is proposed, fewest changes first. Of numbers the thresholds are tried, and
 * where a number is reckoned with, the nearest value that flips, the next step and the value from which nothing more
 * is gained. At most 200 sets of each size are tried, and no more than the effort of the check allows.
 */
export function gapsOf(
  state: Situation,
  prepared: PreparedCatalogue,
  { clause, outcome }: Evaluated,
): readonly Gap[] {
  if (clause.clause.kind === 'limit' || outcome.met === 'unknown') return [];
  const answers = answersOf(state, prepared, influencesOf(clause).influences);
  const evaluate: Trial = (changed) =>
    state.effort.isOver ? undefined : whileChanged(changed, () => evaluateClause(state, clause));
  const changes = answers.flatMap((answer) =>
    valuesOf(answer.use, answer.from).map((to): Change => ({ ...answer, to })),
  );
  const half = (find: () => readonly Found[]): readonly Found[] => state.effort.share(2, find);
  const found = [...half(() => tried(changes, 1, outcome, evaluate))];
  found.push(...half(() => answers.flatMap((answer) => reachedBy(answer, outcome, evaluate))));
  for (let size = 2; size <= MOST_CHANGES && found.length === 0; size += 1)
    found.push(...half(() => tried(changes, size, outcome, evaluate)));
  return leastFirst(distinct(found))
    .slice(0, MOST_SHOWN)
    .map(({ changed, after }) => ({
      changes: changed.map(
        ({ fact, name, from, to }): GapChange => ({
          fact: name,
          from: textOf(fact, from),
          to: textOf(fact, to),
        }),
      ),
      amount: amountOf(clause, after),
    }));
}

/** The sets of one size that are better; at most {@link MOST_TRIES} are tried. */
function tried(changes: readonly Change[], size: number, before: Outcome, evaluate: Trial): readonly Found[] {
  const found: Found[] = [];
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

/** The changes of a number that is reckoned with, at which the clause is met, takes a step, or gives all it can. */
function reachedBy(answer: Answer, before: Outcome, evaluate: Trial): readonly Found[] {
  const { use, from } = answer;
  if (use.slot.kind !== 'number' || !use.measured) return [];
  const at = (to: Rational): Found[] => {
    const changed = [{ ...answer, to }];
    const after = evaluate(changed);
    return after === undefined ? [] : [{ changed, after }];
  };
  const improves = ({ after }: Found): boolean => isBetter(before, after);
  const nearest = nearestValues(use, from, (to) => at(to).some(improves))
    .flatMap(at)
    .filter(improves);
  if (before.met === false) return nearest;
  const tops = farthestValues(use, from).flatMap((end) =>
    at(end)
      .filter(improves)
      .flatMap((most) =>
        nearestValues(use, from, (to) => at(to).some(({ after }) => !isBetter(after, most.after)))
          .filter((to) => compare(to, end) !== 0)
          .flatMap(at),
      ),
  );
  return [...nearest.filter(({ after }) => isStep(before, after)), ...tops.filter(improves)];
}

function isStep(before: Outcome, after: Outcome): boolean {
  return (['least', 'most'] as const).some((side) => {
    const [old, now] = [before.share[side].max, after.share[side].min];
    return old !== null && now !== null && compare(subtract(now, old), LEAST_STEP) >= 0;
  });
}

/** Every known answer that can still be changed, item by item: where not all can be tried, those of the first are. */
function answersOf(
  state: Situation,
  { facts: definitions, layout }: PreparedCatalogue,
  uses: readonly Influence[],
): readonly Answer[] {
  const answers: Answer[] = [];
  for (const use of uses) {
    const fact = definitions.get(use.slot.id);
    if (fact?.changeable !== true || use.slot.kind === 'series') continue;
    const look = (item: number): void => {
      const cells = cellsOf(state, use.slot);
      const now = cells[use.slot.index];
      if (now === undefined || !isPoint(now) || now.min === null) return;
      answers.push({ fact, use, name: flatName(state, use.slot), item, cells, from: now.min });
    };
    const list = use.slot.list === undefined ? undefined : layout.lists[use.slot.list];
    if (list === undefined) look(0);
    else if (state.known[list.index] === true) forEachItem(state, list, look);
  }
  return answers.sort((a, b) => a.item - b.item);
}

/** The other options of a choice; the first number of the next piece, or the last one of the piece before. */
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

function isPossible(value: Rational, { range: { min, max } }: Slot): boolean {
  return compare(value, min ?? ZERO) >= 0 && (max === null || compare(value, max) <= 0);
}

/** All sets of a size that change each answer once. */
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

function whileChanged<Result>(changed: readonly Change[], use: () => Result): Result {
  for (const { cells, use: where, to } of changed) cells[where.slot.index] = point(to);
  const result = use();
  for (const { cells, use: where, from } of changed) cells[where.slot.index] = point(from);
  return result;
}

/** A no turned into a yes that gives something, or a yes that gives more at the least or at the most. */
function isBetter(before: Outcome, after: Outcome): boolean {
  if (after.met !== true) return false;
  if (before.met === false) return after.amount === undefined || !isNothing(after.amount.most);
  if (before.flaw !== undefined || after.flaw !== undefined) return false;
  const gains = (side: 'least' | 'most'): number => {
    const [old, now] = [before.share[side], after.share[side]];
    return old.max === null || now.min === null ? 0 : compare(now.min, old.max);
  };
  const [least, most] = [gains('least'), gains('most')];
  return least >= 0 && most >= 0 && (least > 0 || most > 0);
}

function isNothing({ max }: Interval): boolean {
  return max !== null && sign(max) === 0;
}

function distinct(found: readonly Found[]): readonly Found[] {
  const key = ({ changed }: Found): string =>
    changed.map(({ name, to }) => `${name} ${formatRational(to)}`).join();
  return [...new Map(found.map((each) => [key(each), each])).values()];
}

/** Near numbers first: what is a small step for the applicant. Another option counts like a number doubled. */
function leastFirst(found: readonly Found[]): readonly Found[] {
  const step = ({ use, from, to }: Change): number => {
    if (use.slot.kind === 'option') return 1;
    const [a, b] = [toNumber(from), toNumber(to)];
    return Math.abs(b - a) / Math.max(Math.abs(a), 1);
  };
  const far = ({ changed }: Found): number => changed.reduce((sum, change) => sum + step(change), 0);
  return [...found].sort((a, b) => far(a) - far(b));
}
