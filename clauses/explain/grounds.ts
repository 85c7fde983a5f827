import { textOf } from '../answers/answer.ts';
import type { PreparedCatalogue } from '../check/prepared-catalogue.ts';
import { sortByDictionary } from '../check/questions.ts';
import type { Ground } from '../check/result.ts';
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

/** One answer that a clause reads, and how it is taken back and given again. */
interface Given {
  readonly ground: Ground;
  /** What is left out first is least wanted as a ground. */
  readonly rank: number;
  /** False where it cannot stand back by itself: a list of which items are still told. */
  readonly takeBack: () => boolean;
  readonly giveAgain: () => void;
}

/**
 * The answers that decided a verdict, and only those: with them alone it stands whatever the others are, and without
 * any one of them it is open. There may be several such sets; what cannot be changed any more is cited rather than what
 * can, the applicant's own facts rather than an item's, earlier ones rather than later. Nothing decided an open verdict.
 * Where too much would have to be tried (many items), more answers stay than are needed.
 */
export function groundsOf(
  state: Situation,
  prepared: PreparedCatalogue,
  { clause, outcome }: Evaluated,
): readonly Ground[] {
  if (clause.clause.kind === 'limit' || outcome.met === 'unknown') return [];
  const trial = copyOf(state);
  const deciding = withoutAmount(clause);
  let kept = new Answered(trial, prepared, deciding).list();
  const stands = (): boolean => evaluateClause(trial, deciding).met === outcome.met;
  // What could not be left out beside more answers sometimes can beside fewer: until nothing can.
  for (let before = kept.length + 1; kept.length < before && !state.effort.isOver; ) {
    before = kept.length;
    kept = kept.filter((answer) => state.effort.isOver || !isSpared(answer, stands));
  }
  const grounds = new Map(kept.map(({ ground }) => [ground.fact, ground]));
  return sortByDictionary(prepared, grounds.keys()).flatMap((fact) => grounds.get(fact) ?? []);
}

/** Leaves an answer out where the verdict stands without it. */
function isSpared(answer: Given, stands: () => boolean): boolean {
  if (!answer.takeBack()) return false;
  if (stands()) return true;
  answer.giveAgain();
  return false;
}

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

/** The clause without its amount: what only measures decides no verdict. */
function withoutAmount(clause: PreparedClause): PreparedClause {
  const used = influencesOf(clause);
  const uses = used.influences
    .filter((use) => use.condition !== undefined)
    .map(({ amount: _, ...use }) => use);
  const splits = splitsOf(uses, clause.list !== undefined);
  return {
    ...clause,
    pair: undefined,
    itemLimits: [],
    sumLimits: [],
    influences: { ...used, influences: uses, splits },
  };
}

/** Collects what was answered of what a clause reads. */
class Answered {
  readonly #trial: Trial;
  readonly #facts: PreparedCatalogue['facts'];
  readonly #clause: PreparedClause;
  readonly #given: Given[] = [];

  constructor(trial: Trial, { facts: definitions }: PreparedCatalogue, clause: PreparedClause) {
    this.#trial = trial;
    this.#facts = definitions;
    this.#clause = clause;
  }

  /** In the order in which they are to be left out. */
  list(): readonly Given[] {
    const { lists } = this.#trial.layout;
    for (const list of lists)
      if (this.#reads(list) && this.#trial.known[list.index] === true) this.#list(list);
    for (const { slot } of influencesOf(this.#clause).influences) {
      const list = slot.list === undefined ? undefined : lists[slot.list];
      if (slot.kind === 'series') this.#series(slot);
      else if (list === undefined) this.#cell(slot);
      else if (this.#trial.known[list.index] === true) forEachItem(this.#trial, list, () => this.#cell(slot));
    }
    return this.#given.reverse().sort((a, b) => a.rank - b.rank);
  }

  #reads({ id, index }: ListSlot): boolean {
    const { clause } = this.#clause;
    const { influences: uses } = influencesOf(this.#clause);
    return (
      clause.list === id ||
      uses.some(({ slot }) => slot.list === index) ||
      subtree(clause.when).some((part) => 'list' in part && part.list === id)
    );
  }

  #cell(slot: Slot): void {
    const cells = cellsOf(this.#trial, slot);
    const now = cells[slot.index];
    if (slot.reading || now === undefined || now.min === null || !isPoint(now)) return;
    this.#note(slot, flatName(this.#trial, slot), now.min, {
      takeBack: () => {
        cells[slot.index] = slot.range;
        return true;
      },
      giveAgain: () => {
        cells[slot.index] = now;
      },
    });
  }

  /** Year by year, not in the order of the answers: of two years that would do, the same one is cited always. */
  #series(slot: Slot): void {
    const { years, yearly } = this.#trial;
    for (const name of [...years.keys()].sort()) {
      const value = years.get(name);
      if (value === undefined || !name.startsWith(`${slot.id}.`)) continue;
      this.#note(slot, name, value, {
        takeBack: () => {
          yearly.clear();
          return years.delete(name);
        },
        giveAgain: () => {
          yearly.clear();
          years.set(name, value);
        },
      });
    }
  }

  #note(slot: Slot, name: string, value: Rational, change: Pick<Given, 'takeBack' | 'giveAgain'>): void {
    const fact = this.#facts.get(slot.id);
    if (fact === undefined) return;
    const rank = (fact.changeable ? 0 : 2) + (slot.list === undefined ? 1 : 0);
    this.#given.push({ ground: { fact: name, value: textOf(fact, value) }, rank, ...change });
  }

  /** That a list holds these items and no others; it can be left out only after all that is known of its items. */
  #list(list: ListSlot): void {
    const { rows, known, layout } = this.#trial;
    const items = rows[list.index] ?? [];
    const open = [layout.slots.map((slot) => slot.range)];
    this.#given.push({
      ground: { fact: list.id, value: String(items.length) },
      rank: 4,
      takeBack: () => {
        if (
          items.some((row) =>
            influencesOf(this.#clause).influences.some(({ slot }) => isToldOf(slot, list, row)),
          )
        )
          return false;
        rows[list.index] = open;
        known[list.index] = false;
        return true;
      },
      giveAgain: () => {
        rows[list.index] = items;
        known[list.index] = true;
      },
    });
  }
}

function isToldOf(slot: Slot, list: ListSlot, row: readonly Interval[]): boolean {
  return slot.list === list.index && isPoint(row[slot.index] ?? slot.range);
}
