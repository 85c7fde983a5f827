import * as z from 'zod';
import { textSchema } from './literal.ts';

/** The sum of a quantity over the items of a list that meet a condition. */
export interface AuthoredTotal<Q, C> {
  total: Q;
  over: string;
  where?: C | undefined;
}

/** The number of items of a list that meet a condition. */
export interface AuthoredCount<C> {
  count: string;
  where?: C | undefined;
}

/** The schemas of quantities over lists, over the schemas of quantities and conditions. */
export function listSchemas<Q, C>(quantity: z.ZodType<Q>, condition: z.ZodType<C>) {
  const where = condition.optional().describe('只算符合这个条件的');
  return [
    z
      .strictObject({
        total: quantity.describe('每一项的数量'),
        over: textSchema.describe('哪个列表，如 projects'),
        where,
      })
      .describe('列表各项合计'),
    z.strictObject({ count: textSchema.describe('哪个列表，如 projects'), where }).describe('列表的项数'),
  ] as const;
}
