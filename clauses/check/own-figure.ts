import { underKnownCaps } from '../evaluate/caps.ts';
import { type Evaluated, evaluateClause } from '../evaluate/evaluate.ts';
import { mayBeOpen } from '../evaluate/facts.ts';
import type { Situation } from '../evaluate/situation.ts';
import { type Amount, amountOf, figuresOf } from './money.ts';
import { type OwnFigure, openCauses, openCausesOfItem } from './open-causes.ts';
import type { PreparedCatalogue } from './prepared-catalogue.ts';
import { openFactsOfConstraint, openPartsOf, sortByDictionary } from './questions.ts';

/**
 * A clause with its own figure: after every cap that covers it, while no other clause uses these caps. Its items
 * likewise.
 */
export function ownFigure(
  state: Situation,
  { held }: PreparedCatalogue,
  { clause, outcome }: Evaluated,
): OwnFigure {
  const alone = held.get(clause.clause.id) ?? clause;
  if (alone === clause || !outcome.amount) return { clause, outcome, alone, own: outcome };
  const own = mayBeOpen(state, alone.reads)
    ? evaluateClause(state, alone)
    : underKnownCaps(state, alone, outcome);
  return { clause, outcome, alone, own };
}

const NO_FACTS: ReadonlySet<string> = new Set();

/** The own figure of a clause, with the figures before the limits that lower it, and the facts that these need. */
export function ownAmount(state: Situation, prepared: PreparedCatalogue, figure: OwnFigure): Amount {
  const { clause, own } = figure;
  const causes = openCauses(state, figure);
  const amount = amountOf(clause, own, causes);
  if (amount.kind === 'none') return amount;
  return {
    ...amount,
    ...beforeLimits(state, prepared, figure),
    ...([...causes.least, ...causes.most].includes('items') && perItem(state, figure)),
  };
}

function perItem(state: Situation, figure: OwnFigure): Pick<MoneyAmount, 'perItem'> | undefined {
  const { clause, own } = figure;
  const amount = clause.list && !state.known[clause.list.index] ? own.items[0]?.amount : undefined;
  return amount && { perItem: figuresOf(amount, openCausesOfItem(state, figure)) };
}

type MoneyAmount = Extract<Amount, { kind: 'money' }>;

function beforeLimits(
  state: Situation,
  prepared: PreparedCatalogue,
  { clause, outcome, own: { loweredBy: lowering = [] } }: OwnFigure,
): Pick<MoneyAmount, 'missing' | 'beforeLimits'> | undefined {
  if (lowering.length === 0 || !outcome.amount) return undefined;
  const owners = new Set(lowering.map(({ owner }) => owner));
  const facts = prepared.constraints
    .filter((constraint) => lowering.some((cap) => cap === constraint))
    .flatMap((constraint) => openFactsOfConstraint(state, constraint));
  const ofClause = facts.length > 0 ? openPartsOf(state, { clause, outcome }).facts : NO_FACTS;
  const before = { clause, outcome, alone: clause, own: outcome };
  return {
    missing: sortByDictionary(prepared, facts).filter((fact) => !ofClause.has(fact)),
    beforeLimits: {
      ...figuresOf(outcome.amount, openCauses(state, before)),
      limits: [...prepared.clauses.keys()].filter((id) => owners.has(id)),
    },
  };
}
