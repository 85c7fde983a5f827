import { compileCondition } from './condition.ts';
import { compileQuantity } from './quantity.ts';
import type { Workshop } from './scope.ts';

/** Ties the knot: quantities contain conditions and conditions quantities. */
export const workshop: Workshop = { quantity: compileQuantity, condition: compileCondition };
