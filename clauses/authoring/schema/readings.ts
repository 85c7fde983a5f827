import * as z from 'zod';
import { nameSchema, optionSchema, textSchema } from './literal.ts';

/** The schema of a reading: a passage that can be understood in more than one way. */
export const readingSchema = z
  .strictObject({
    id: nameSchema,
    question: textSchema.describe('问题，引用原文：“……”是……还是……？'),
    options: z
      .record(optionSchema, textSchema)
      .optional()
      .describe(
        '各种理解（编号: 说明）；每一种都要在条件里用 { reading: 编号, is: 理解 } 写出来，系统分别计算',
      ),
    concerns: z
      .union([
        z.array(nameSchema).min(1).describe('还关系到哪些条款'),
        z.strictObject({ allBut: z.array(nameSchema).describe('除这些以外的全部奖补条款') }),
      ])
      .optional()
      .describe(
        '还关系到哪些条款：写在几条前面、对几条都有影响的话，写在其中一条里，在这里列出其他各条；条件、限额、组里已经用到这个歧义的不用写',
      ),
    note: textSchema.optional().describe('只作说明、不分别计算时写：文件没有写明什么，这里怎样处理'),
  })
  .describe('歧义（不同理解）')
  .meta({ id: 'reading' });

/** A reading as authors write it. */
export type AuthoredReading = z.infer<typeof readingSchema>;
