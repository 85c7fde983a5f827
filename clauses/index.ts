/**
 * The evaluating door: reads answers, checks them against the published catalogues of a place, explains by a trace.
 * Pure and without a schema library; the browser, the edge and the build use the same code.
 */
export {
  type AnswerProblem,
  type AnswerProblemCode,
  flatAnswers,
  type ReadAnswers,
  readAnswers,
} from './answers.ts';
export type { Catalogue, CataloguePolicy } from './catalogue.ts';
export { type Prepared, prepare } from './chain.ts';
export { type CheckRequest, check } from './check.ts';
export type { Dictionary, FactDefinition, FactType, Subject } from './fact.ts';
export type { Clause, Group } from './language.ts';
export { nearest } from './nearest.ts';
export type { Policy } from './policy.ts';
export type { CheckResult } from './result.ts';
export type { Answers } from './situation.ts';
export { type PolicyDates, type Standing, standing } from './standing.ts';
