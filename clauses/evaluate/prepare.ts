import type { Condition, Quantity } from '../language/expression.ts';
import {
  prepareAsOf,
  prepareDifference,
  prepareFold,
  prepareLater,
  prepareNotStated,
  prepareNumber,
  prepareSteps,
} from './arithmetic.ts';
import { prepareBands } from './bands.ts';
import { prepareCases } from './cases.ts';
import {
  prepareAtLeastN,
  prepareAuthority,
  prepareComparison,
  prepareJunction,
  prepareNot,
  prepareOneOf,
} from './conditions.ts';
import { prepareFact, prepareYear } from './facts.ts';
import { prepareCount, prepareQuantifier, prepareTotal } from './lists.ts';
import {
  noDependencies,
  type PreparedCondition,
  type PreparedQuantity,
  type Preparer,
  slotRead,
  unknownPart,
} from './prepared.ts';
import type { Layout } from './situation.ts';

/** A preparer for the clauses of a layout. It lists every kind of quantity and condition. */
export function createPreparer(layout: Layout): Preparer {
  const preparer: Preparer = {
    layout,
    dependencies: noDependencies(),
    quantity: (source) => quantity(source, preparer),
    condition: (source) => condition(source, preparer),
  };
  return preparer;
}

/**
 * Prepares a quantity of any kind.
 *
 * Complexity: one branch for each kind, so that the type check demands a branch for a new kind.
 */
function quantity(source: Quantity, preparer: Preparer): PreparedQuantity {
  switch (source.op) {
    case 'number':
      return prepareNumber(source);
    case 'fact':
      return prepareFact(source, slotRead(preparer, source.fact));
    case 'year':
      return prepareYear(source, preparer);
    case 'notStated':
      return prepareNotStated(source);
    case 'sum':
    case 'product':
    case 'smallest':
    case 'largest':
      return prepareFold(source, preparer);
    case 'difference':
    case 'quotient':
      return prepareDifference(source, preparer);
    case 'asOf':
      return prepareAsOf(source);
    case 'later':
      return prepareLater(source, preparer);
    case 'steps':
      return prepareSteps(source, preparer);
    case 'cases':
      return prepareCases(source, preparer);
    case 'bands':
      return prepareBands(source, preparer);
    case 'total':
      return prepareTotal(source, preparer);
    case 'count':
      return prepareCount(source, preparer);
    default:
      return unknownPart(JSON.stringify(source satisfies never));
  }
}

function condition(source: Condition, preparer: Preparer): PreparedCondition {
  switch (source.op) {
    case 'compare':
      return prepareComparison(source, preparer);
    case 'oneOf':
    case 'reading':
      return prepareOneOf(source, preparer);
    case 'all':
    case 'any':
      return prepareJunction(source, preparer);
    case 'not':
      return prepareNot(source, preparer);
    case 'nOf':
      return prepareAtLeastN(source, preparer);
    case 'some':
    case 'every':
      return prepareQuantifier(source, preparer);
    case 'authority':
      return prepareAuthority(source, preparer);
    default:
      return unknownPart(JSON.stringify(source satisfies never));
  }
}
