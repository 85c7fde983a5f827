import { type Evaluated, evaluateClause } from '../evaluate/evaluate.ts';
import { bounded } from '../evaluate/facts.ts';
import type { Outcome, Pair } from '../evaluate/outcome.ts';
import type { PreparedClause } from '../evaluate/prepared-clause.ts';
import type { Assumptions, Situation } from '../evaluate/situation.ts';
import { type OpenCause, type OpenCauses, UNANSWERED } from './money.ts';

/** A clause with its own figure. */
export interface OwnFigure extends Evaluated {
  /** The clause with the caps of other clauses that apply to it. */
  readonly alone: PreparedClause;
  readonly own: Outcome;
}

const NONE: OpenCauses = { least: [], most: [] };
const NO_LIMIT: readonly OpenCause[] = ['noLimit'];

const causesBefore = new WeakMap<Outcome, OpenCauses>();

/** Why the own figures of a clause have no upper end. */
export function openCauses(state: Situation, { alone, own }: Pick<OwnFigure, 'alone' | 'own'>): OpenCauses {
  if (!own.amount || (own.amount.least.max !== null && own.amount.most.max !== null)) return NONE;
  const known = causesBefore.get(own) ?? findCauses(state, alone, ({ amount }) => amount, own.amount);
  causesBefore.set(own, known);
  return known;
}

/** Why the figures of one item have no upper end; items count from 0, the first represents those of an unknown list. */
export function openCausesOfItem(
  state: Situation,
  { alone, own }: Pick<OwnFigure, 'alone' | 'own'>,
  item = 0,
): OpenCauses {
  const amount = own.items[item]?.amount;
  if (!amount || (amount.least.max !== null && amount.most.max !== null)) return NONE;
  return findCauses(state, alone, ({ items }) => items[item]?.amount, amount);
}

/**
 * Evaluates again under assumptions: what has no upper end even with bounded numbers and lists is not limited by the text;
 * otherwise the assumption without which it has none names the cause.
 */
function findCauses(
  state: Situation,
  clause: PreparedClause,
  select: (outcome: Outcome) => Pair | undefined,
  { least, most }: Pair,
): OpenCauses {
  const under = (boundedNumbers: boolean, boundedLists: boolean): Pair | undefined =>
    select(evaluateClause(assuming(state, { boundedNumbers, boundedLists }), clause));
  const mayBeItems = readsUnknownList(state, clause);
  const mayBeUnlimited = clause.pair?.most === null;
  if (!mayBeItems && !mayBeUnlimited)
    return { least: least.max === null ? UNANSWERED : [], most: most.max === null ? UNANSWERED : [] };
  const bare = under(true, true);
  const ofItems = mayBeItems ? under(true, false) : bare;
  const ofNumbers = mayBeItems ? under(false, true) : undefined;
  const causes = (side: 'least' | 'most'): readonly OpenCause[] => {
    const open = (pair: Pair | undefined): boolean => pair?.[side].max === null;
    // A quotient by what may be zero has no upper end whatever is assumed: then either may be the cause.
    if (open(bare)) return mayBeItems ? ['items', 'unanswered'] : UNANSWERED;
    if (!mayBeItems) return UNANSWERED;
    const [items, numbers] = [open(ofItems), open(ofNumbers)];
    // Where neither alone leaves it open, both together do.
    if (items === numbers) return ['items', 'unanswered'];
    return items ? ['items'] : UNANSWERED;
  };
  const ofLeast = least.max === null ? causes('least') : [];
  const isUnlimited = mayBeUnlimited && bare?.most.max === null;
  const ofMost = most.max !== null ? [] : isUnlimited ? NO_LIMIT : causes('most');
  return { least: orUnanswered(least.max, ofLeast), most: orUnanswered(most.max, ofMost) };
}

function orUnanswered(max: Pair['most']['max'], causes: readonly OpenCause[]): readonly OpenCause[] {
  return max === null && causes.length === 0 ? UNANSWERED : causes;
}

function readsUnknownList({ layout, known }: Situation, { reads }: PreparedClause): boolean {
  return layout.lists.some(({ id, index }) => !known[index] && reads.some((slot) => slot.id === id));
}

function assuming(state: Situation, assumed: Assumptions): Situation {
  const bound = (cells: Situation['values']): Situation['values'] =>
    assumed.boundedNumbers ? cells.map(bounded) : [...cells];
  return {
    ...state,
    values: bound(state.values),
    rows: state.rows.map((items) => items.map(bound)),
    cursor: [...state.cursor],
    yearly: new Map(),
    assumed,
  };
}

/** Why sums over clauses have no upper end: the causes of the clauses that have none. */
export function openCausesOfSum(state: Situation, figures: readonly OwnFigure[], sum: Pair): OpenCauses {
  const union = (side: 'least' | 'most'): readonly OpenCause[] =>
    sum[side].max === null
      ? orUnanswered(null, [...new Set(figures.flatMap((each) => openCauses(state, each)[side]))].sort())
      : [];
  return { least: union('least'), most: union('most') };
}
