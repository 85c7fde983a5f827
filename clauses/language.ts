/**
 * The language door: how to walk and to compare what published clauses consist of. The types of the language come by
 * the evaluating door, which nobody needs to load for them.
 */
export { children, subtree } from './language/children.ts';
export type { Expression } from './language/expression.ts';
export { sameQuantity } from './language/same.ts';
