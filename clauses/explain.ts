/**
 * The explaining door: what a result rests on, step by step. Apart from the evaluating door, so that a browser loads
 * it only when somebody asks why. Combinations will stand here as well.
 */
export { gapsOf } from './gaps.ts';
export { groundsOf } from './grounds.ts';
export { traceOf } from './trace.ts';
