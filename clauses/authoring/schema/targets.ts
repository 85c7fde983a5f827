import * as z from 'zod';
import { literalSchema, nameSchema, textSchema } from './literal.ts';
import { unusedSchema } from './unused.ts';

const bounded = z
  .strictObject({
    atLeast: literalSchema.optional().describe('以上、不低于'),
    moreThan: literalSchema.optional().describe('超过、突破'),
    atMost: literalSchema.optional().describe('以下、不超过'),
    lessThan: literalSchema.optional().describe('低于、不满'),
    about: literalSchema.optional().describe('左右'),
  })
  .describe('带界限的数值，只写一个');

/** The schema of a target's value: a literal, or a literal with its bound. */
export const targetValueSchema = z
  .union([literalSchema, bounded])
  .describe('数值和单位，如 110家；有“以上、超过、左右”时写 { atLeast: 110家 }')
  .meta({ id: 'targetValue' });

/** The schema of a target: a goal of the document, as a rule in numbers. */
export const targetSchema = z
  .strictObject({
    id: nameSchema,
    indicator: textSchema.describe('指标编号（见 indicators.yaml）'),
    citation: textSchema.describe('出处，如 三（一）'),
    deadline: textSchema.optional().describe('期限，照文件写：到2025年；没有写明就不填'),
    growth: z.boolean().optional().describe('true：数值是每年的增长，不是总数'),
    levels: z.boolean().optional().describe('true：逐年数值是当年达到的水平，不相加'),
    total: targetValueSchema.optional().describe('总数，或者到期达到的水平'),
    byYear: z
      .record(z.string().regex(/^\d{4}$/), targetValueSchema)
      .optional()
      .describe('逐年数值，如 { 2022: 20家, 2023: 25家 }'),
    task: textSchema
      .optional()
      .describe('没有数值、只说完成某项任务的目标：照抄原文，如 完成省下达我市节能降耗任务'),
    unused: z.array(unusedSchema).optional().describe('这一处原文里不属于目标的数字'),
  })
  .describe('工作目标')
  .meta({ id: 'target' });

/** A target as authors write it. */
export type AuthoredTarget = z.infer<typeof targetSchema>;
/** One value of a target as authors write it. */
export type AuthoredTargetValue = z.infer<typeof targetValueSchema>;
