import * as z from 'zod';

/** The quantity of the first case whose condition is met. */
export interface AuthoredCases<Q, C> {
  cases: { when: C; then: Q }[];
  otherwise?: Q | undefined;
}

/** The schema of the quantity that applies where no case or row does, over the schema of quantities. */
export function otherwiseSchema<Q>(quantity: z.ZodType<Q>) {
  return quantity.optional().describe('以上都不符合时的数量；不写表示无法计算');
}

/** The schema of cases, over the schemas of quantities and conditions. */
export function casesSchema<Q, C>(quantity: z.ZodType<Q>, condition: z.ZodType<C>) {
  return z
    .strictObject({
      cases: z
        .array(
          z.strictObject({
            when: condition.describe('什么情况'),
            // biome-ignore lint/suspicious/noThenProperty: the author's word; the object is never awaited
            then: quantity.describe('这种情况下的数量'),
          }),
        )
        .describe('按顺序，取第一个符合的'),
      otherwise: otherwiseSchema(quantity),
    })
    .describe('分情况');
}
