import * as z from 'zod';
import { dateSchema, literalSchema, optionSchema, textSchema } from './literal.ts';

const end = z.union([literalSchema, z.null()]);
const range = z
  .union([literalSchema, z.null(), z.tuple([literalSchema, end])])
  .describe('金额：30万元；不能确定时写范围 [30万元, 200万元]；没有上限写 无上限');

const totals = {
  granted: range.optional().describe('全部条款合计，文件确定给予的金额'),
  atMost: range.optional().describe('全部条款合计，最多可能给予的金额'),
};

const readingSchema = z.string().regex(/^(?:[a-z][a-z0-9-]*:)?[a-z][a-z0-9-]*$/);

const outcome = {
  verdict: z
    .enum(['eligible', 'ineligible', 'undetermined'])
    .optional()
    .describe('结果：eligible 符合、ineligible 不符合、undetermined 暂无法判断'),
  least: range.optional().describe('本条款确定给予的金额'),
  most: range.optional().describe('本条款最多可能给予的金额'),
  ...totals,
};

const expectSchema = z
  .strictObject({
    ...outcome,
    amount: z
      .enum(['ineligible', 'nonMonetary', 'elsewhere', 'discretionary', 'notStated', 'limit', 'undefined'])
      .optional()
      .describe('没有金额的原因：nonMonetary 不是资金、elsewhere 由别的文件规定、notStated 未写明 ……'),
    missing: z.array(textSchema).optional().describe('还缺哪些填报项，要写全'),
    authority: z.array(textSchema).optional().describe('还要主管部门判断什么，要写全'),
    ceiling: range.optional().describe('限额条款算出的上限'),
    readings: z
      .record(readingSchema, z.record(optionSchema, z.strictObject(outcome)))
      .optional()
      .describe('各种理解下的结果：{ 歧义编号: { 理解: { … } } }；别的条款的歧义写 条款编号:歧义编号'),
  })
  .describe('应当得到的结果，至少写一项')
  .meta({ id: 'expectation' });

/** The schema of a worked example: answers and the expected result. Every build evaluates it. */
export const exampleSchema = z
  .strictObject({
    name: textSchema.describe('例子的名称，如 差一分不到门槛'),
    like: textSchema
      .optional()
      .describe('另一个例子的名称（前面别的条款的写 条款编号:名称）：沿用它的回答和基准日，再改几项'),
    asOf: dateSchema
      .optional()
      .describe(
        '基准日；不写就沿用 like 那一例的，都没有写用文件的印发（发布）日期，没有日期的用规划期的第一天',
      ),
    facts: z
      .record(z.string(), z.unknown())
      .describe(
        '回答：填报项编号: 值；列表从1数起（projects.1.completed: true）；不清楚写 null；没有项目写 projects: []',
      ),
    expect: expectSchema,
  })
  .describe('算例')
  .meta({ id: 'example' });

/** A worked example as authors write it. */
export type AuthoredExample = z.infer<typeof exampleSchema>;
/** The expected result of an example as authors write it. */
export type AuthoredExpectation = z.infer<typeof expectSchema>;
/** An expected amount as authors write it: one value, or the two ends of a range. */
export type AuthoredRange = z.infer<typeof range>;
