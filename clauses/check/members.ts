import type { Evaluated } from '../evaluate/evaluate.ts';
import { isOpenNow, mayBeOpen } from '../evaluate/facts.ts';
import { type Influence, sharedSign } from '../evaluate/influence.ts';
import { NOT_MET } from '../evaluate/outcome.ts';
import { influencesOf } from '../evaluate/prepared-clause.ts';
import { mergedSign } from '../evaluate/sign.ts';
import { cellsOf, forEachItem, listOf, type Situation, type Slot } from '../evaluate/situation.ts';
import type { Interval } from '../numbers/interval.ts';
import type { Constraint } from './constraints.ts';

/** A clause that pays money. */
export interface ClauseMember {
  readonly kind: 'clause';
  readonly evaluated: Evaluated;
  /** Empty while all variables of the clause are known. */
  readonly influences: readonly Influence[];
  /** False where the clause is not met: it adds nothing. */
  readonly counts: boolean;
}

/** A joint limit or a group over clauses in scope. */
export interface ConstraintMember {
  readonly kind: 'constraint';
  readonly constraint: Constraint;
  readonly clauses: readonly ClauseMember[];
  readonly influences: readonly Influence[];
  /** False where it cannot change the sum: no clause that counts, or a group with one, of which that is the highest. */
  readonly counts: boolean;
}

/** A clause or a constraint that takes part in the totals. */
export type Member = ClauseMember | ConstraintMember;

/** A member that reads a variable, and how the variable influences it. */
interface Reader {
  readonly member: Member;
  readonly influence: Influence;
}

/** An unknown variable with the members that read it; a variable of a list is a different one for each item. */
export interface SharedUnknown {
  readonly slot: Slot;
  readonly cells: Interval[];
  readonly readers: readonly Reader[];
}

/** The clauses in scope that pay money, in their order. */
export function clauseMembers(state: Situation, scope: readonly Evaluated[]): readonly ClauseMember[] {
  return scope
    .filter(({ clause }) => clause.pair)
    .map((evaluated) => ({
      kind: 'clause',
      evaluated,
      influences: mayBeOpen(state, evaluated.clause.reads) ? influencesOf(evaluated.clause).influences : [],
      counts: evaluated.outcome !== NOT_MET,
    }));
}

/** The constraints over these clauses, in their order: limits over at least one of them, groups over at least two. */
export function constraintMembers(
  clauses: readonly ClauseMember[],
  constraints: readonly Constraint[],
): readonly ConstraintMember[] {
  const byId = new Map(clauses.map((member) => [member.evaluated.clause.clause.id, member]));
  return constraints.flatMap((constraint) => {
    const least = constraint.limit ? 1 : 2;
    const inside = [...constraint.members].flatMap((id) => byId.get(id) ?? []);
    if (inside.length < least) return [];
    const counts = inside.filter((member) => member.counts).length >= least;
    const { influences } = constraint;
    return [{ kind: 'constraint', constraint, clauses: inside, influences, counts }];
  });
}

/**
 * The unknowns that can move the sum of their readers both up and down: interval arithmetic alone would then give too
 * wide a sum.
 */
export function sharedUnknowns(state: Situation, members: readonly Member[]): readonly SharedUnknown[] {
  const byCells = new Map<Interval[], Map<Slot, Reader[]>>();
  for (const member of members)
    for (const influence of member.influences)
      forEachItem(state, listOf(state, influence.slot), () => {
        if (isOpenNow(state, influence))
          addReader(byCells, cellsOf(state, influence.slot), { member, influence });
      });
  return [...byCells].flatMap(([cells, bySlot]) =>
    [...bySlot].flatMap(([slot, readers]) => (moveBothWays(readers) ? [{ slot, cells, readers }] : [])),
  );
}

function addReader(byCells: Map<Interval[], Map<Slot, Reader[]>>, cells: Interval[], reader: Reader): void {
  const { slot } = reader.influence;
  const bySlot = byCells.get(cells) ?? new Map<Slot, Reader[]>();
  const readers = bySlot.get(slot) ?? [];
  readers.push(reader);
  byCells.set(cells, bySlot.set(slot, readers));
}

/**
 * Whether a variable can move the sum of its readers both up and down. One clause alone is evaluated exactly, so at
 * least two readers, or a constraint, are needed.
 */
export function moveBothWays(readers: readonly Reader[]): boolean {
  return (
    (readers.length > 1 || readers.some(({ member }) => member.kind === 'constraint')) &&
    readers.map(({ influence }) => sharedSign(influence)).reduce(mergedSign) === 0
  );
}
