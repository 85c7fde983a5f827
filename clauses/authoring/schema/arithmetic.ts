import * as z from 'zod';
import { type AuthoredLiteral, literalSchema } from './literal.ts';

/** A share of another quantity. */
export interface AuthoredRate<Q> {
  rate: Q;
  of: Q;
}

/** The sum of at least two quantities. */
export interface AuthoredSum<Q> {
  sum: Q[];
}

/** The first quantity minus the second. */
export interface AuthoredDifference<Q> {
  difference: Q[];
}

/** The product of at least two quantities. */
export interface AuthoredProduct<Q> {
  product: Q[];
}

/** The first quantity divided by the second; undefined where the second is zero. */
export interface AuthoredQuotient<Q> {
  quotient: Q[];
}

/** The smallest of at least two quantities. */
export interface AuthoredSmallest<Q> {
  smallest: Q[];
}

/** The largest of at least two quantities. */
export interface AuthoredLargest<Q> {
  largest: Q[];
}

/** The date that lies a duration after another date. */
export interface AuthoredLater<Q> {
  date: Q;
  plus: AuthoredLiteral;
}

/** The number of whole steps of a size that fit into a quantity. */
export interface AuthoredWholeSteps<Q> {
  wholeSteps: Q;
  size: Q;
}

/** A quantity rounded down to a multiple of a literal. */
export interface AuthoredRoundedDown<Q> {
  roundedDown: Q;
  to: AuthoredLiteral;
}

/** The schemas of computed quantities, over the schema of their parts. */
export function arithmeticSchemas<Q>(quantity: z.ZodType<Q>) {
  const several = z.array(quantity).min(2);
  const pair = z.array(quantity).length(2);
  return [
    z
      .strictObject({
        rate: quantity.describe('比例，如 6%、1:1'),
        of: quantity.describe('按什么计算（基数）'),
      })
      .describe('按比例计算'),
    z.strictObject({ sum: several.describe('相加的各项') }).describe('相加'),
    z.strictObject({ difference: pair.describe('[被减数, 减数]') }).describe('相减'),
    z.strictObject({ product: several.describe('相乘的各项') }).describe('相乘'),
    z
      .strictObject({ quotient: pair.describe('[被除数, 除数]；除数为零时无法计算，不当作零') })
      .describe('相除'),
    z.strictObject({ smallest: several.describe('取其中最小的一个') }).describe('取最小'),
    z.strictObject({ largest: several.describe('取其中最大的一个') }).describe('取最大'),
    z
      .strictObject({
        date: quantity.describe('日期：日期填报项，或者 asOf（自查的基准日）'),
        plus: literalSchema.describe('以后多久：3年、24个月、30日'),
      })
      .describe('某一天以后的日期，如 { date: enterprise.founded, plus: 3年 }'),
    z
      .strictObject({
        wholeSteps: quantity.describe('被分档的数量'),
        size: quantity.describe('每一档的大小，如 100万元'),
      })
      .describe('每满一档算一次（每满100万元），不足一档不算'),
    z
      .strictObject({
        roundedDown: quantity.describe('要取整的数量'),
        to: literalSchema.describe('取整到多少，如 1万元'),
      })
      .describe(
        '取整：不足的部分舍去，如 { roundedDown: { rate: 5%, of: projects.equipmentCost }, to: 1万元 }',
      ),
  ] as const;
}
