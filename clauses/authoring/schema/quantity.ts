import * as z from 'zod';
import {
  type AuthoredDifference,
  type AuthoredLargest,
  type AuthoredLater,
  type AuthoredProduct,
  type AuthoredQuotient,
  type AuthoredRate,
  type AuthoredRoundedDown,
  type AuthoredSmallest,
  type AuthoredSum,
  type AuthoredWholeSteps,
  arithmeticSchemas,
} from './arithmetic.ts';
import { type AuthoredBands, bandsSchema } from './bands.ts';
import { type AuthoredCases, casesSchema } from './cases.ts';
import { type AuthoredCount, type AuthoredTotal, listSchemas } from './lists.ts';
import { type AuthoredLiteral, literalSchema, textSchema } from './literal.ts';
import { type AuthoredNameUse, nameUseSchema } from './names.ts';
import { type AuthoredYear, yearSchemas } from './years.ts';

/** A quantity as authors write it, over the conditions `C` that its cases and filters use. */
export type QuantityOver<C> =
  /** A literal, the id of a fact, or `asOf`. */
  | AuthoredLiteral
  | AuthoredRate<QuantityOver<C>>
  | AuthoredSum<QuantityOver<C>>
  | AuthoredDifference<QuantityOver<C>>
  | AuthoredProduct<QuantityOver<C>>
  | AuthoredQuotient<QuantityOver<C>>
  | AuthoredSmallest<QuantityOver<C>>
  | AuthoredLargest<QuantityOver<C>>
  | AuthoredLater<QuantityOver<C>>
  | AuthoredWholeSteps<QuantityOver<C>>
  | AuthoredRoundedDown<QuantityOver<C>>
  | AuthoredCases<QuantityOver<C>, C>
  | AuthoredBands<QuantityOver<C>>
  | AuthoredTotal<QuantityOver<C>, C>
  | AuthoredCount<C>
  | AuthoredNameUse
  | AuthoredYear
  | AuthoredNotStated;

/** A quantity that the text leaves open, in words. */
export interface AuthoredNotStated {
  notStated: string;
}

/** The schema of quantities, over the schema of conditions. It is a parameter because the two contain each other. */
export function quantitySchemaOver<C>(condition: z.ZodType<C>): z.ZodType<QuantityOver<C>> {
  const quantity: z.ZodType<QuantityOver<C>> = z.lazy(() => schema);
  const schema: z.ZodType<QuantityOver<C>> = z
    .union([
      literalSchema,
      ...arithmeticSchemas(quantity),
      casesSchema(quantity, condition),
      bandsSchema(quantity),
      ...listSchemas(quantity, condition),
      nameUseSchema,
      ...yearSchemas,
      z
        .strictObject({ notStated: textSchema.describe('缺的是什么，如 配套的基数') })
        .describe('文件没有写明的数量：不计算金额'),
    ])
    .describe('数量：数额、填报项编号或者由它们算出的数')
    .meta({ id: 'quantity' });
  return schema;
}
