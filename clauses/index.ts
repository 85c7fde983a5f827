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
export { type Prepared, prepare } from './chain.ts';
export { type CheckRequest, check } from './check.ts';
export type { Answers } from './situation.ts';
export { type PolicyDates, type Standing, standing } from './standing.ts';
