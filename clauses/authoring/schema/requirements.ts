import * as z from 'zod';
import { conditionSchema } from './conditions.ts';
import { exampleSchema } from './examples.ts';
import { nameSchema, textSchema } from './literal.ts';
import { readingSchema } from './readings.ts';
import { equivalentSchema, unusedSchema } from './unused.ts';

/** The schema of a general requirement: conditions of several clauses that are written and marked once. */
export const requirementSchema = z
  .strictObject({
    id: nameSchema,
    title: textSchema.optional().describe('名称；不写就是“申报条件”'),
    citation: textSchema.describe('出处，如 三（一）'),
    clauses: z
      .union([
        z.literal('all').describe('全部奖补条款'),
        z.array(nameSchema).min(1).describe('哪些条款'),
        z.strictObject({ allBut: z.array(nameSchema).describe('除这些以外的全部奖补条款') }),
      ])
      .describe('适用于哪些条款：all、[条款编号, ……] 或者 { allBut: [……] }'),
    for: textSchema.optional().describe('对列表每一项的要求；所适用的条款都要写同样的 for'),
    when: conditionSchema.optional().describe('条件；和各条款自己的条件都要符合'),
    undertakings: z
      .array(textSchema)
      .min(1)
      .optional()
      .describe('所适用的条款都有的承诺，只显示，不计算；只有承诺的不写 when'),
    readings: z.array(readingSchema).min(1).optional().describe('文件可以有不同理解的地方'),
    unused: z.array(unusedSchema).min(1).optional().describe('标出的原文里没有用到的数字和词语'),
    assume: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('所适用条款的算例都先这样回答（填报项编号: 值）；算例里另写的，以算例为准'),
    equivalents: z
      .array(equivalentSchema)
      .min(1)
      .optional()
      .describe('规则改了结果也相同、因此没有算例的地方'),
    examples: z
      .array(exampleSchema)
      .optional()
      .describe(
        '算例，写了 when 的至少一个：对所适用的每一条款都要得到这个结果，如不符合时 { verdict: ineligible }',
      ),
  })
  .describe('对几个条款共同的申报条件')
  .meta({ id: 'requirement' });

/** A general requirement as authors write it. */
export type AuthoredRequirement = z.infer<typeof requirementSchema>;
