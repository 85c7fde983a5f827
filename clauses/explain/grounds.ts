import { textOf } from '../answers/answer.ts';
import type { Ground } from '../check/explanation.ts';
import type { PreparedCatalogue } from '../check/prepared-catalogue.ts';
import { sortByDictionary } from '../check/questions.ts';
import { type Evaluated, evaluateClause } from '../evaluate/evaluate.ts';
import { influencesOf, type PreparedClause } from '../evaluate/prepared-clause.ts';
import {
  cellsOf,
  flatName,
  forEachItem,
  type ListSlot,
  type Situation,
  type Slot,
} from '../evaluate/situation.ts';
import { splitsOf } from '../evaluate/splits.ts';
import { subtree } from '../language/children.ts';
import type { Rational } from '../numbers/exact.ts';
import { type Interval, isPoint } from '../numbers/interval.ts';

/** One answer that a clause reads, with the means to remove and restore it. */
interface GivenAnswer {
  readonly ground: Ground;
  /** Answers of a lower rank are removed first: they are less useful as grounds. */
  readonly rank: number;
  /** Returns false where the answer cannot be removed: a list of which items still have answers. */
  readonly remove: () => boolean;
  readonly restore: () => void;
}

/**
 * The answers that decided a verdict, and only those: with them alone the verdict is the same whatever the other answers
 * are, and without any one of them it is open. Of several such sets the one is returned that prefers facts which cannot
 * be changed, then the applicant's own facts to those of items, then earlier facts to later ones. Empty for an open
 * verdict and for a limiting clause. If the effort of the check runs out, more answers are returned than are needed.
 */
export function groundsOf(
  state: Situation,
  prepared: PreparedCatalogue,
  { clause, outcome }: Evaluated,
): readonly Ground[] {
  if (clause.clause.kind === 'limit' || outcome.met === 'unknown') return [];
  const trial = copyOf(state);
  const deciding = withoutAmount(clause);
  let kept = new AnswerCollector(trial, prepared, deciding).all();
  const isDecided = (): boolean => evaluateClause(trial, deciding).met === outcome.met;
  // An answer that was needed beside some others may not be needed without them: repeat until no more can be removed.
  for (let before = kept.length + 1; kept.length < before && !state.effort.isOver; ) {
    before = kept.length;
    kept = kept.filter((answer) => state.effort.isOver || !canSpare(answer, isDecided));
  }
  const grounds = new Map(kept.map(({ ground }) => [ground.fact, ground]));
  return sortByDictionary(prepared, grounds.keys()).flatMap((fact) => grounds.get(fact) ?? []);
}

/** Removes an answer if the verdict is decided without it; otherwise keeps it and returns false. */
function canSpare(answer: GivenAnswer, isDecided: () => boolean): boolean {
  if (!answer.remove()) return false;
  if (isDecided()) return true;
  answer.restore();
  return false;
}

/** A copy of a situation in which answers can be removed. */
type Trial = Situation & {
  readonly years: Map<string, Rational>;
  readonly known: boolean[];
  readonly rows: Situation['rows'][number][];
};

function copyOf(state: Situation): Trial {
  return {
    ...state,
    values: [...state.values],
    rows: state.rows.map((items) => items.map((row) => [...row])),
    known: [...state.known],
    cursor: [...state.cursor],
    years: new Map(state.years),
    yearly: new Map(),
  };
}

/** The clause without its amount, which decides no verdict. */
function withoutAmount(clause: PreparedClause): PreparedClause {
  const all = influencesOf(clause);
  const influences = all.influences
    .filter(({ condition }) => condition !== undefined)
    .map(({ amount: _, ...influence }) => influence);
  const splits = splitsOf(influences, clause.list !== undefined);
  return {
    ...clause,
    pair: undefined,
    itemLimits: [],
    sumLimits: [],
    influences: { ...all, influences, splits },
  };
}

/** Collects the answers that a clause reads. */
class AnswerCollector {
  readonly #trial: Trial;
  readonly #facts: PreparedCatalogue['facts'];
  readonly #clause: PreparedClause;
  readonly #given: GivenAnswer[] = [];

  constructor(trial: Trial, { facts }: PreparedCatalogue, clause: PreparedClause) {
    this.#trial = trial;
    this.#facts = facts;
    this.#clause = clause;
  }

  /** In the order in which they are to be removed. */
  all(): readonly GivenAnswer[] {
    const { lists } = this.#trial.layout;
    for (const list of lists)
      if (this.#dependsOn(list) && this.#trial.known[list.index] === true) this.#list(list);
    for (const { slot } of influencesOf(this.#clause).influences) {
      const list = slot.list === undefined ? undefined : lists[slot.list];
      if (slot.kind === 'series') this.#series(slot);
      else if (list === undefined) this.#cell(slot);
      else if (this.#trial.known[list.index] === true) forEachItem(this.#trial, list, () => this.#cell(slot));
    }
    return this.#given.reverse().sort((a, b) => a.rank - b.rank);
  }

  #dependsOn({ id, index }: ListSlot): boolean {
    const { clause } = this.#clause;
    return (
      clause.list === id ||
      influencesOf(this.#clause).influences.some(({ slot }) => slot.list === index) ||
      subtree(clause.when).some((part) => 'list' in part && part.list === id)
    );
  }

  #cell(slot: Slot): void {
    const cells = cellsOf(this.#trial, slot);
    const now = cells[slot.index];
    if (slot.reading || now === undefined || now.min === null || !isPoint(now)) return;
    this.#note(slot, flatName(this.#trial, slot), now.min, {
      remove: () => {
        cells[slot.index] = slot.range;
        return true;
      },
      restore: () => {
        cells[slot.index] = now;
      },
    });
  }

  /** Sorted by year, so that the order of the answers does not decide which of two sufficient years is cited. */
  #series(slot: Slot): void {
    const { years, yearly } = this.#trial;
    for (const name of [...years.keys()].sort()) {
      const value = years.get(name);
      if (value === undefined || !name.startsWith(`${slot.id}.`)) continue;
      this.#note(slot, name, value, {
        remove: () => {
          yearly.clear();
          return years.delete(name);
        },
        restore: () => {
          yearly.clear();
          years.set(name, value);
        },
      });
    }
  }

  #note(slot: Slot, name: string, value: Rational, change: Pick<GivenAnswer, 'remove' | 'restore'>): void {
    const fact = this.#facts.get(slot.id);
    if (fact === undefined) return;
    const rank = (fact.changeable ? 0 : 2) + (slot.list === undefined ? 1 : 0);
    this.#given.push({ ground: { fact: name, value: textOf(fact, value) }, rank, ...change });
  }

  /** The answer that a list has these items and no others; it can be removed only after the answers of its items. */
  #list(list: ListSlot): void {
    const { rows, known, layout } = this.#trial;
    const items = rows[list.index] ?? [];
    const open = [layout.slots.map((slot) => slot.range)];
    this.#given.push({
      ground: { fact: list.id, value: String(items.length) },
      rank: 4,
      remove: () => {
        if (
          items.some((row) =>
            influencesOf(this.#clause).influences.some(({ slot }) => isAnswered(slot, list, row)),
          )
        )
          return false;
        rows[list.index] = open;
        known[list.index] = false;
        return true;
      },
      restore: () => {
        rows[list.index] = items;
        known[list.index] = true;
      },
    });
  }
}

function isAnswered(slot: Slot, list: ListSlot, row: readonly Interval[]): boolean {
  return slot.list === list.index && isPoint(row[slot.index] ?? slot.range);
}
