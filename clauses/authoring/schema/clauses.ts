import * as z from 'zod';
import { awardSchema } from './award.ts';
import { conditionSchema, quantitySchema } from './conditions.ts';
import { exampleSchema } from './examples.ts';
import { limitSchema } from './limits.ts';
import { nameSchema, pageNameSchema, textSchema } from './literal.ts';
import { namesSchema } from './names.ts';
import { readingSchema } from './readings.ts';
import { equivalentSchema, unusedSchema } from './unused.ts';

/** The schema of a clause: an award with its conditions and limits, or limits over other clauses. */
export const clauseSchema = z
  .strictObject({
    id: nameSchema.describe('编号，与正文的标记相同；发布后不再改'),
    title: textSchema.describe('条款名称，简短'),
    citation: textSchema.describe('出处，如 四（三）1、第五条（二）、第五条第二款'),
    administrators: z.array(textSchema).describe('责任单位，照文件写；没有写明用 []'),
    topics: z.array(pageNameSchema).describe('主题'),
    for: textSchema.optional().describe('逐项判断的列表，如 projects；不写就是对企业整体判断'),
    names: namesSchema(quantitySchema),
    when: conditionSchema.optional().describe('申报条件'),
    award: awardSchema.optional().describe('奖补；只规定限额的条款不写'),
    limits: z.array(limitSchema).min(1).optional().describe('封顶、保底、资金总额'),
    readings: z.array(readingSchema).min(1).optional().describe('文件可以有不同理解的地方'),
    undertakings: z.array(textSchema).min(1).optional().describe('以后必须保持的承诺，只显示，不计算'),
    unused: z.array(unusedSchema).min(1).optional().describe('标出的原文里，规则没有用到的数字和词语'),
    equivalents: z
      .array(equivalentSchema)
      .min(1)
      .optional()
      .describe('规则改了结果也相同、因此没有算例的地方'),
    examples: z.array(exampleSchema).describe('算例，至少一个；每次发布前都会重新计算'),
  })
  .describe('条款')
  .meta({ id: 'clause' });

/** A clause as authors write it. */
export type AuthoredClause = z.infer<typeof clauseSchema>;
