import * as z from 'zod';
import { textSchema } from './literal.ts';

/** The schema of a figure or word of the marked text that the rule does not use, with the reason. */
export const unusedSchema = z
  .strictObject({
    text: textSchema.describe(
      '原文里的字句，照抄；只写数（40）也可以。这几个字每次出现都不再要求写进规则，所以尽量多抄几个字（40英尺集装箱）',
    ),
    reason: textSchema.describe('为什么规则不用它'),
  })
  .describe('原文中没有用到的数字或词语：只管写它的这一条，不改变界限词和计算')
  .meta({ id: 'unused' });

/** The schema of a change of the rule that no text or example can detect, because all results stay the same. */
export const equivalentSchema = z
  .strictObject({
    change: textSchema.describe('改动，照 npm run check -- --mutate 报告的原话抄，如 删去 when: { … }'),
    reason: textSchema.describe('为什么结果相同'),
  })
  .describe('结果相同的改动')
  .meta({ id: 'equivalent' });
