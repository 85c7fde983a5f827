import * as z from 'zod';
import { conditionSchema } from './conditions.ts';
import { exampleSchema } from './examples.ts';
import { nameSchema, textSchema } from './literal.ts';
import { readingSchema } from './readings.ts';
import { equivalentSchema, unusedSchema } from './unused.ts';

/** The schema of a group: clauses whose amounts are not all paid together. */
export const groupSchema = z
  .strictObject({
    id: nameSchema,
    title: textSchema.describe('名称'),
    type: z
      .enum(['highestOnly', 'exclusive'])
      .describe('highestOnly 就高不重复、exclusive 不得重复享受（只能选一个）'),
    citation: textSchema.describe('出处'),
    clauses: z.array(nameSchema).min(2).describe('哪些条款'),
    when: conditionSchema.optional().describe('在什么情况（按哪一种理解）下才这样'),
    readings: z.array(readingSchema).min(1).optional().describe('文件可以有不同理解的地方'),
    unused: z.array(unusedSchema).min(1).optional().describe('标出的原文里没有用到的数字和词语'),
    equivalents: z
      .array(equivalentSchema)
      .min(1)
      .optional()
      .describe('规则改了结果也相同、因此没有算例的地方'),
    examples: z.array(exampleSchema).describe('算例，至少一个'),
  })
  .describe('条款之间的关系')
  .meta({ id: 'group' });

/** A group as authors write it. */
export type AuthoredGroup = z.infer<typeof groupSchema>;
