/**
 * The explaining door: what a result rests on, step by step. Apart from the evaluating door, so that a browser loads
 * it only when somebody asks why. Gaps and combinations will stand here as well.
 */
export { traceOf } from './trace.ts';
