import { textOf } from './answer.ts';
import type { Prepared } from './chain.ts';
import { type Evaluated, evaluateClause } from './evaluate.ts';
import { compare, integer, type Rational, subtract } from './exact.ts';
import type { FactDefinition } from './fact.ts';
import { type Interval, isPoint, point } from './interval.ts';
import { amountOf } from './money.ts';
import type { Outcome } from './outcome.ts';
import type { Gap, GapChange } from './result.ts';
import { flatName, forEachItem, holder, type Situation } from './situation.ts';
import type { Use } from './uses.ts';

/** How many facts one proposal changes at the most, how many cases are tried, and how many proposals are shown. */
const MOST_CHANGES = 3;
const MOST_TRIES = 200;
const MOST_SHOWN = 3;

/** One answer that could be another one. */
interface Change {
  readonly fact: FactDefinition;
  readonly name: string;
  readonly cells: Interval[];
  readonly index: number;
  readonly from: Rational;
  readonly to: Rational;
}

/**
 * What would have to be different: the smallest sets of answers that the applicant can still change (facts with
 * `changeable`) with which a clause that is not met is met, or a clause that is met gives more. Tried in place and put
 * back; only what really flips or gains is proposed, fewest changes first. At most 200 cases are tried.
 */
export function gapsOf(state: Situation, prepared: Prepared, { clause, outcome }: Evaluated): readonly Gap[] {
  if (clause.clause.kind === 'limit' || outcome.met === 'unknown') return [];
  const changes = changesOf(state, prepared, clause.uses);
  const found: { readonly changed: readonly Change[]; readonly after: Outcome }[] = [];
  let tries = 0;
  for (let size = 1; size <= MOST_CHANGES && found.length === 0; size += 1)
    for (const changed of subsets(changes, size)) {
      tries += 1;
      if (tries > MOST_TRIES) break;
      const after = whileChanged(changed, () => evaluateClause(state, clause));
      if (isBetter(outcome, after)) found.push({ changed, after });
    }
  return leastFirst(found)
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

/** Every known, changeable answer with every value at which the clause changes; a list stands item by item. */
function changesOf(
  state: Situation,
  { dictionary, layout }: Prepared,
  uses: readonly Use[],
): readonly Change[] {
  const facts = new Map(dictionary.facts.map((fact) => [fact.id, fact]));
  const changes: Change[] = [];
  for (const use of uses) {
    const fact = facts.get(use.slot.id);
    if (fact?.changeable !== true || use.slot.kind === 'series') continue;
    const look = (): void => {
      const cells = holder(state, use.slot);
      const now = cells[use.slot.index];
      if (now === undefined || !isPoint(now) || now.min === null) return;
      const name = flatName(state, use.slot);
      for (const to of valuesOf(use, now.min))
        changes.push({ fact, name, cells, index: use.slot.index, from: now.min, to });
    };
    const list = use.slot.list === undefined ? undefined : layout.lists[use.slot.list];
    if (list === undefined) look();
    else if (state.known[list.index] === true) forEachItem(state, list, look);
  }
  return changes;
}

/** The other options of a choice; the first number of the next piece, or the last one of the piece before. */
function valuesOf({ slot, cuts }: Use, now: Rational): readonly Rational[] {
  if (slot.kind === 'option') {
    const count = Number(slot.range.max?.n ?? 0n) + 1;
    return Array.from({ length: count }, (_, option) => integer(option)).filter(
      (each) => compare(each, now) !== 0,
    );
  }
  const above = cuts.filter((cut) => compare(cut, now) > 0).sort(compare);
  const below = cuts.filter((cut) => compare(cut, now) <= 0).map((cut) => subtract(cut, slot.step));
  const [next] = above;
  const last = below.sort(compare).at(-1);
  return [...(next === undefined ? [] : [next]), ...(last === undefined || last.n < 0n ? [] : [last])];
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
  const before = changed.map(({ cells, index }) => cells[index]);
  for (const { cells, index, to } of changed) cells[index] = point(to);
  const result = use();
  for (const [place, { cells, index }] of changed.entries()) {
    const old = before[place];
    if (old !== undefined) cells[index] = old;
  }
  return result;
}

/** A no turned into a yes, or a yes that gives more at the least or at the most. */
function isBetter(before: Outcome, after: Outcome): boolean {
  if (after.met !== true) return false;
  if (before.met === false) return true;
  if (before.flaw !== undefined || after.flaw !== undefined) return false;
  const gains = (side: 'least' | 'most'): number => {
    const [old, now] = [before.share[side], after.share[side]];
    return old.max === null || now.min === null ? 0 : compare(now.min, old.max);
  };
  const [least, most] = [gains('least'), gains('most')];
  return least >= 0 && most >= 0 && (least > 0 || most > 0);
}

/** Near numbers first: what is a small step for the applicant. */
function leastFirst<Found extends { readonly changed: readonly Change[] }>(
  found: readonly Found[],
): readonly Found[] {
  const step = ({ from, to }: Change): number => {
    const [a, b] = [Number(from.n) / Number(from.d), Number(to.n) / Number(to.d)];
    return Math.abs(b - a) / Math.max(Math.abs(a), Math.abs(b), 1);
  };
  const far = ({ changed }: Found): number => changed.reduce((sum, change) => sum + step(change), 0);
  return [...found].sort((a, b) => far(a) - far(b));
}
