import * as z from 'zod';
import { otherwiseSchema } from './cases.ts';

/** A quantity whose rate depends on the row that another quantity falls into. */
export interface AuthoredBands<Q> {
  bands: { by: Q; of?: Q | undefined; rows: AuthoredBand<Q>[]; marginal?: boolean | undefined };
  otherwise?: Q | undefined;
}

/** One row: a lower end, an upper end, or both. */
export interface AuthoredBand<Q> {
  atLeast?: Q | undefined;
  moreThan?: Q | undefined;
  lessThan?: Q | undefined;
  atMost?: Q | undefined;
  rate: Q;
}

/** The schema of bands, over the schema of quantities. */
export function bandsSchema<Q>(quantity: z.ZodType<Q>) {
  const row = z.strictObject({
    atLeast: quantity.optional().describe('下限，含本数（以上、不低于、达到）'),
    moreThan: quantity.optional().describe('下限，不含本数（超过）'),
    lessThan: quantity.optional().describe('上限，不含本数（不满、低于）'),
    atMost: quantity.optional().describe('上限，含本数（以下、以内、不超过）'),
    rate: quantity.describe('这一段的比例'),
  });
  const bands = z.strictObject({
    by: quantity.describe('按什么分段'),
    of: quantity.optional().describe('比例乘以什么；不写就是分段的那个数量'),
    rows: z.array(row).describe('各段，由低到高，不能重叠，也不能有空隙'),
    marginal: z
      .boolean()
      .optional()
      .describe('true：每段只算落在这一段里的部分（超额累进）；不写：全额按所在段的比例'),
  });
  return z
    .strictObject({ bands: bands.describe('分段的办法'), otherwise: otherwiseSchema(quantity) })
    .describe('分段');
}
