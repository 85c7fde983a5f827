import * as z from 'zod';
import { quantitySchema } from './conditions.ts';
import { literalSchema, textSchema } from './literal.ts';
import { scheduleSchema } from './schedule.ts';

const termSchema = z.strictObject({
  exactly: literalSchema.optional().describe('补几年：3年、36个月'),
  upTo: literalSchema.optional().describe('最长补几年：不超过3年、最长3年'),
  from: textSchema.optional().describe('从什么时候起，照文件写，如 完工下一年'),
});

/** The schema of an award. */
export const awardSchema = z
  .strictObject({
    type: z
      .enum(['money', 'voucher', 'price', 'title', 'register', 'priority', 'tax', 'service'])
      .describe(
        '形式：money 资金、voucher 券、price 价格优惠、title 称号、register 入库、priority 优先支持、tax 税收、service 服务',
      ),
    exactly: quantitySchema.optional().describe('给予……：数额确定'),
    upTo: quantitySchema.optional().describe('不超过……、最高……：只定了上限'),
    atLeast: quantitySchema.optional().describe('不低于……：只定了下限'),
    between: z.array(quantitySchema).length(2).optional().describe('[最少, 最多]'),
    none: z
      .enum(['elsewhere', 'discretionary', 'notStated'])
      .optional()
      .describe(
        '没有数额的原因：elsewhere 由别的文件规定、discretionary 由主管部门一事一议、notStated 文件未写明',
      ),
    modality: z.literal('may').optional().describe('文件写“可”给予时写 may：金额是“最多”，不是一定给'),
    paid: z
      .enum(['once', 'yearly', 'notStated'])
      .optional()
      .describe('兑现次数：once 一次性、yearly 每年、notStated 未写明'),
    term: termSchema.optional().describe('补助期限'),
    payee: textSchema.optional().describe('发给谁（与申报企业不同时写）'),
    schedule: scheduleSchema.optional().describe('分几次兑现'),
  })
  .describe('奖补')
  .meta({ id: 'award' });

/** An award as authors write it. */
export type AuthoredAward = z.infer<typeof awardSchema>;
