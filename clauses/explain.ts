/**
 * The explaining door: the basis of a result, step by step. It is separate from the evaluating door, so that a browser loads
 * it only for explanations: reasons, readings, grounds, traces, gaps, and the best of several clauses that
 * exclude each other.
 */
export { combinationOf } from './explain/combination.ts';
export { defaultExplainers } from './explain/default-explainers.ts';
export { gapsOf } from './explain/gaps.ts';
export { groundsOf } from './explain/grounds.ts';
export { traceOf } from './explain/trace.ts';
