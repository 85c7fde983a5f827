import * as z from 'zod';
import { type AuthoredLiteral, literalSchema, textSchema } from './literal.ts';

/** A quantity as authors write it, over the conditions `C` that its cases and filters use. */
export type QuantityOver<C> =
  /** A literal, the id of a fact, or `asOf`. */
  | AuthoredLiteral
  | { rate: QuantityOver<C>; of: QuantityOver<C> }
  | { sum: QuantityOver<C>[] }
  | { difference: QuantityOver<C>[] }
  | { product: QuantityOver<C>[] }
  | { quotient: QuantityOver<C>[] }
  | { smallest: QuantityOver<C>[] }
  | { largest: QuantityOver<C>[] }
  | { date: QuantityOver<C>; plus: AuthoredLiteral }
  | { wholeSteps: QuantityOver<C>; size: QuantityOver<C> }
  | { roundedDown: QuantityOver<C>; to: AuthoredLiteral }
  | { cases: { when: C; then: QuantityOver<C> }[]; otherwise?: QuantityOver<C> | undefined }
  | { bands: BandsOver<C>; otherwise?: QuantityOver<C> | undefined }
  | { total: QuantityOver<C>; over: string; where?: C | undefined }
  | { count: string; where?: C | undefined }
  | { name: string }
  | { currentYear: string }
  | { previousYear: string }
  | { yearBeforeLast: string }
  | { bestBefore: string }
  | { notStated: string };

/** Bands as authors write them. */
export interface BandsOver<C> {
  by: QuantityOver<C>;
  of?: QuantityOver<C> | undefined;
  rows: BandOver<C>[];
  marginal?: boolean | undefined;
}

/** One row: a lower end, an upper end, or both. */
export interface BandOver<C> {
  atLeast?: QuantityOver<C> | undefined;
  moreThan?: QuantityOver<C> | undefined;
  lessThan?: QuantityOver<C> | undefined;
  atMost?: QuantityOver<C> | undefined;
  rate: QuantityOver<C>;
}

/** The schema of quantities over the schema of conditions, which is handed in: the two contain each other. */
export function quantitySchemaOver<C>(condition: z.ZodType<C>): z.ZodType<QuantityOver<C>> {
  const quantity: z.ZodType<QuantityOver<C>> = z.lazy(() => schema);
  const schema: z.ZodType<QuantityOver<C>> = z
    .union([
      literalSchema,
      ...arithmetic(quantity),
      ...choices(quantity, condition),
      ...lists(quantity, condition),
      ...named(),
    ])
    .describe('数量：数额、填报项编号或者由它们算出的数')
    .meta({ id: 'quantity' });
  return schema;
}

function arithmetic<Q>(quantity: z.ZodType<Q>) {
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

function choices<Q, C>(quantity: z.ZodType<Q>, condition: z.ZodType<C>) {
  const otherwise = quantity.optional().describe('以上都不符合时的数量；不写表示无法计算');
  return [
    z
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
        otherwise,
      })
      .describe('分情况'),
    z.strictObject({ bands: bandsSchema(quantity).describe('分段的办法'), otherwise }).describe('分段'),
  ] as const;
}

function bandsSchema<Q>(quantity: z.ZodType<Q>) {
  const row = z.strictObject({
    atLeast: quantity.optional().describe('下限，含本数（以上、不低于、达到）'),
    moreThan: quantity.optional().describe('下限，不含本数（超过）'),
    lessThan: quantity.optional().describe('上限，不含本数（不满、低于）'),
    atMost: quantity.optional().describe('上限，含本数（以下、以内、不超过）'),
    rate: quantity.describe('这一段的比例'),
  });
  return z.strictObject({
    by: quantity.describe('按什么分段'),
    of: quantity.optional().describe('比例乘以什么；不写就是分段的那个数量'),
    rows: z.array(row).describe('各段，由低到高，不能重叠，也不能有空隙'),
    marginal: z
      .boolean()
      .optional()
      .describe('true：每段只算落在这一段里的部分（超额累进）；不写：全额按所在段的比例'),
  });
}

function lists<Q, C>(quantity: z.ZodType<Q>, condition: z.ZodType<C>) {
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

function named() {
  const fact = textSchema.describe('逐年数值的填报项编号');
  return [
    z.strictObject({ name: textSchema.describe('本条款 names 里的名称') }).describe('本条款里起了名称的数量'),
    z.strictObject({ currentYear: fact }).describe('当年的数值'),
    z.strictObject({ previousYear: fact }).describe('上一年的数值'),
    z
      .strictObject({ yearBeforeLast: fact })
      .describe(
        '上上一年（前年）的数值，如上一年比前一年增长：{ difference: [{ previousYear: … }, { yearBeforeLast: … }] }',
      ),
    z.strictObject({ bestBefore: fact }).describe('以前各年中最高的数值（首次突破）'),
    z
      .strictObject({ notStated: textSchema.describe('缺的是什么，如 配套的基数') })
      .describe('文件没有写明的数量：不计算金额'),
  ] as const;
}
