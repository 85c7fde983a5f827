import * as z from 'zod';
import { literalSchema, textSchema } from './literal.ts';

const subjectName = z.string().regex(/^[a-z][A-Za-z0-9]*$/);

/** The schema of a subject of facts: the enterprise, or a list of projects, contracts, products … */
export const subjectSchema = z
  .strictObject({
    id: subjectName.describe('编号，如 enterprise、projects'),
    label: textSchema.describe('名称'),
    list: z.boolean().optional().describe('true：可以有很多项'),
    item: textSchema.optional().describe('一项叫什么，如 项目'),
    maxItems: z.int().min(1).max(200).optional().describe('最多几项，不超过200'),
  })
  .describe('填报对象')
  .meta({ id: 'subject' });

/** The schema of a fact: one question of the closed dictionary. */
export const factSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/)
      .describe('编号：填报对象.名称，如 projects.equipmentCost；发布后不再更改'),
    type: z
      .enum(['yesNo', 'choice', 'money', 'number', 'count', 'area', 'percent', 'date', 'series'])
      .describe(
        'yesNo 是否、choice 选项、money 金额、number 小数、count 个数、area 面积、percent 百分比、date 日期、series 逐年数值',
      ),
    label: textSchema.describe('名称，简短的名词'),
    question: textSchema.describe('怎样问'),
    hint: textSchema.optional().describe('填写说明'),
    foundIn: textSchema.optional().describe('在哪里能查到'),
    unit: textSchema.optional().describe('单位：小数、个数、逐年数值要写；金额是元，面积是平方米'),
    options: z
      .array(
        z.strictObject({ value: subjectName.describe('选项值'), label: textSchema.describe('选项文字') }),
      )
      .min(2)
      .optional()
      .describe('选项题的各个选项'),
    min: literalSchema.optional().describe('最小值；金额、个数、面积不写就是 0'),
    max: literalSchema.optional().describe('最大值'),
    decimals: z.int().min(0).max(6).optional().describe('小数点后最多几位；金额是 2'),
    changeable: z.boolean().describe('true：申报者还可以努力改变；false：已成事实'),
    tax: z.enum(['included', 'excluded', 'notStated']).optional().describe('含税、不含税、未写明'),
    formerly: z.array(textSchema).min(1).optional().describe('改名以前的编号'),
  })
  .describe('填报项')
  .meta({ id: 'fact' });

/** The schema of `facts.yaml`. */
export const dictionarySchema = z
  .strictObject({
    subjects: z.array(subjectSchema).min(1).describe('填报对象'),
    facts: z.array(factSchema).describe('填报项，按提问的先后'),
  })
  .describe('填报项字典');

/** A subject as authors write it. */
export type AuthoredSubject = z.infer<typeof subjectSchema>;
/** A fact as authors write it. */
export type AuthoredFact = z.infer<typeof factSchema>;
