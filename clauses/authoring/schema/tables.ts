import * as z from 'zod';
import { nameSchema, textSchema } from './literal.ts';

/** The schema of `jurisdictions.yaml`: the tree 省 > 市 > 县. */
export const jurisdictionsSchema = z
  .array(
    z
      .strictObject({
        slug: z
          .string()
          .regex(/^[a-z]+(?:-[a-z]+)*$/)
          .describe('网址里的名称，小写拼音'),
        name: textSchema.describe('名称'),
        code: z
          .string()
          .regex(/^\d{6}$/)
          .describe('GB/T 2260 行政区划代码，六位，加引号'),
        parent: textSchema.optional().describe('上级辖区的 slug'),
      })
      .meta({ id: 'jurisdiction' }),
  )
  .min(1)
  .describe('辖区');

/** The schema of `indicators.yaml`: what targets measure, comparable between jurisdictions. */
export const indicatorsSchema = z
  .array(
    z
      .strictObject({
        id: nameSchema,
        label: textSchema.describe('名称'),
        unit: textSchema.describe('单位，如 家、%、万元/人'),
      })
      .meta({ id: 'indicator' }),
  )
  .describe('指标');

/** The schema of `terms.yaml`: words that look like figures but are not, synonyms, plain explanations. */
export const termsSchema = z
  .strictObject({
    protected: z.array(textSchema).describe('看上去像数字、其实不是数字的词'),
    synonyms: z.array(z.array(textSchema).min(2)).optional().describe('意思相同的词，一行一组'),
    explanations: z.record(textSchema, textSchema).optional().describe('名词解释（词: 解释）'),
  })
  .describe('用词表');

/** The content of `terms.yaml`. */
export type Terms = z.infer<typeof termsSchema>;
