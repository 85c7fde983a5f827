/**
 * The language door: how to walk and to compare what published clauses consist of. The types of the language come from
 * the evaluating door (index.ts), because an import of types loads nothing.
 */
export { subtree } from './language/children.ts';
export {
  concerningReadings,
  isOwnReading,
  ownedName,
  type PolicyRules,
} from './language/concerning-readings.ts';
export type { Expression } from './language/expression.ts';
export { sameQuantity } from './language/same.ts';
export { counts } from './language/standing.ts';
