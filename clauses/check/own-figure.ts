import { underKnownCaps } from '../evaluate/caps.ts';
import { type Evaluated, evaluateClause } from '../evaluate/evaluate.ts';
import { mayBeOpen } from '../evaluate/facts.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { Situation } from '../evaluate/situation.ts';
import { type Amount, amountOf } from './money.ts';
import type { PreparedCatalogue } from './prepared-catalogue.ts';
import { openFactsOfConstraint, openPartsOf, sortByDictionary } from './questions.ts';

/**
 * The outcome of a clause with what it brings by itself: under every cap that covers it, no other clause drawing on
 * these caps. Its items likewise.
 */
export function ownOutcome(
  state: Situation,
  { held: heldClauses }: PreparedCatalogue,
  { clause, outcome }: Evaluated,
): Outcome {
  const held = heldClauses.get(clause.clause.id);
  if (!held || !outcome.amount) return outcome;
  return mayBeOpen(state, held.reads) ? evaluateClause(state, held) : underKnownCaps(state, held, outcome);
}

const NO_FACTS: ReadonlySet<string> = new Set();

/** What a clause brings by itself, with the figures before the limits that lower them, and the facts that they need. */
export function ownAmount(
  state: Situation,
  prepared: PreparedCatalogue,
  evaluated: Evaluated,
  own = ownOutcome(state, prepared, evaluated),
): Amount {
  const { clause, outcome } = evaluated;
  const { loweredBy: lowering = [] } = own;
  const amount = amountOf(clause, own);
  if (amount.kind === 'none' || !outcome.amount || lowering.length === 0) return amount;
  const before = amountOf(clause, outcome);
  if (before.kind === 'none') return amount;
  const owners = new Set(lowering.map(({ owner }) => owner));
  const facts = prepared.constraints
    .filter((constraint) => lowering.some((cap) => cap === constraint))
    .flatMap((constraint) => openFactsOfConstraint(state, constraint));
  const ofClause = facts.length > 0 ? openPartsOf(state, evaluated).facts : NO_FACTS;
  return {
    ...amount,
    missing: sortByDictionary(prepared, facts).filter((fact) => !ofClause.has(fact)),
    beforeLimits: {
      least: before.least,
      most: before.most,
      limits: [...prepared.clauses.keys()].filter((id) => owners.has(id)),
    },
  };
}
