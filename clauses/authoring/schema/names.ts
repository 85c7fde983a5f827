import * as z from 'zod';
import { optionSchema, textSchema } from './literal.ts';

/** A quantity that the clause has given a name. */
export interface AuthoredNameUse {
  name: string;
}

/** The schema of the use of a name. */
export const nameUseSchema = z
  .strictObject({ name: textSchema.describe('本条款 names 里的名称') })
  .describe('本条款里起了名称的数量');

/** The schema of the quantities that a clause gives names, over the schema of quantities. */
export function namesSchema<Q>(quantity: z.ZodType<Q>) {
  return z
    .record(optionSchema, quantity)
    .optional()
    .describe('用到不止一次的数量，起一个名称（名称: 数量），用 { name: 名称 } 引用；后面的可以引用前面的');
}
