import { compileCondition } from './conditions.ts';
import { compileQuantity } from './quantity.ts';
import type { Compiler } from './scope/scope.ts';

/** The compiler of quantities and conditions, which contain each other. */
export const compiler: Compiler = { quantity: compileQuantity, condition: compileCondition };
