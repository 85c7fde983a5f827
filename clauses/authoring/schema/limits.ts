import * as z from 'zod';
import { conditionSchema, quantitySchema } from './conditions.ts';
import { nameSchema } from './literal.ts';

/** The schema of a limit: a cap, a floor, a number of items, or the budget of a whole programme. */
export const limitSchema = z
  .strictObject({
    type: z
      .enum(['cap', 'floor', 'items', 'budget'])
      .describe(
        'cap 封顶、floor 保底、items 最多补几项（取高的几项）、budget 资金总额（所有企业合计，只作说明，不限制一家企业）',
      ),
    amount: quantitySchema.describe('数额，如 200万元，items 写 3个；也可以是填报项，如 enterprise.localTax'),
    below: z
      .enum(['raise', 'refuse'])
      .optional()
      .describe('达不到 floor 的：raise 按 floor 补（不写就是这个）、refuse 不补'),
    over: z
      .union([
        z.array(nameSchema).min(1).describe('对哪些条款合起来限制'),
        z.strictObject({ allBut: z.array(nameSchema).describe('除这些以外的全部条款') }),
      ])
      .optional()
      .describe('限制哪些条款；不写就是本条款'),
    apply: z
      .enum(['jointly', 'each', 'items'])
      .optional()
      .describe(
        'jointly 合计不超过（不写就是这个）、each 每个条款分别不超过、items 列表的每一项在这些条款里合计不超过',
      ),
    per: z
      .enum(['item', 'enterprise', 'project', 'platform', 'contract', 'product', 'person', 'programme'])
      .optional()
      .describe(
        '按什么限制：item 是列表的每一项（for: projects 的也可以写 project，余类推），enterprise 等是申报者全部合计',
      ),
    period: z
      .enum(['once', 'year', 'life', 'notStated'])
      .optional()
      .describe('管多久：once 一次、year 每年、life 历次累计、notStated 未写明（不写就是这个）'),
    when: conditionSchema.optional().describe('在什么情况下才有这个限制'),
  })
  .describe('限额')
  .meta({ id: 'limit' });

/** A limit as authors write it. */
export type AuthoredLimit = z.infer<typeof limitSchema>;
