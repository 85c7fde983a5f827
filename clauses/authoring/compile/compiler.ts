import { compileCondition } from './conditions.ts';
import { compileQuantity } from './quantity.ts';
import type { Compiler } from './scope/scope.ts';

/** Ties the knot: quantities contain conditions and conditions quantities. */
export const compiler: Compiler = { quantity: compileQuantity, condition: compileCondition };
