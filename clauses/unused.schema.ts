import * as z from 'zod';
import { textSchema } from './literal.schema.ts';

/** A figure or word of the marked text that the rule does not use, with the reason. */
export const unusedSchema = z
  .strictObject({
    text: textSchema.describe('原文里的字句，照抄'),
    reason: textSchema.describe('为什么规则不用它'),
  })
  .describe('原文中没有用到的数字或词语')
  .meta({ id: 'unused' });
