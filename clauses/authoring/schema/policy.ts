import * as z from 'zod';
import { addressSchema } from './address.ts';
import { clauseSchema } from './clauses.ts';
import { groupSchema } from './groups.ts';
import { dateSchema, pageNameSchema, textSchema } from './literal.ts';
import { requirementSchema } from './requirements.ts';
import { targetSchema } from './targets.ts';

const stated = textSchema.optional();

const successor = z.strictObject({
  document: textSchema.describe('文件的编号（如 longnan/2025-3）或者名称'),
  on: dateSchema.describe('从哪一天起'),
});

/** The years that a plan can have, so that a typing error is found. */
const planYear = z.int().min(1949).max(2099);

const lower = z.enum(['atLeast', 'moreThan']).optional().describe('含本数写 atLeast，不含写 moreThan');
const upper = z.enum(['atMost', 'lessThan']).optional().describe('含本数写 atMost，不含写 lessThan');

/** Bound words that a policy defines differently from 《民法典》第一千二百五十九条. */
const boundsSchema = z.strictObject({
  以上: lower,
  不低于: lower,
  不少于: lower,
  超过: lower,
  高于: lower,
  突破: lower,
  以下: upper,
  以内: upper,
  不超过: upper,
  不高于: upper,
  低于: upper,
  少于: upper,
  不满: upper,
  不足: upper,
});

/**
 * The schema of the front matter without targets, requirements, clauses and groups. Keys that the text does not state
 * are absent.
 */
export const policyHeadSchema = z.strictObject({
  title: textSchema.describe('文件标题'),
  noticeTitle: stated.describe('印发通知的标题'),
  documentNumber: stated.describe('发文字号，照原文'),
  issuers: z.array(pageNameSchema).min(1).describe('发文机关'),
  indexNumber: stated.describe('索引号'),
  category: stated.describe('主题分类'),
  documentKind: stated.describe('公文种类'),
  publicity: stated.describe('公开方式'),
  sourceUrl: addressSchema.optional().describe('原文网址'),
  issuedOn: dateSchema.optional().describe('成文日期'),
  printedOn: dateSchema.optional().describe('印发日期'),
  publishedOn: dateSchema.optional().describe('发布日期'),
  effectiveFrom: dateSchema
    .optional()
    .describe('施行日期，照正文；正文写“自发布（印发）之日起施行”的，填发布（印发）日期'),
  effectiveTo: dateSchema
    .optional()
    .describe('失效日期，最后有效的一天，照正文；正文只写“有效期三年”的，不填这一项，填 validFor'),
  validFor: textSchema
    .optional()
    .describe('有效期（文件写明的），如 三年、5年；知道施行日期的，失效日期由程序算出：期满那一年的同月同日'),
  planYears: z
    .strictObject({ from: planYear.describe('第一年'), to: planYear.describe('最后一年') })
    .optional()
    .describe('规划期；不是有效期'),
  bounds: boundsSchema
    .optional()
    .describe(
      '文件自己规定含不含本数、同《民法典》不一样的词：“以下”不含本数写 { 以下: lessThan }，“超过”含本数写 { 超过: atLeast }',
    ),
  repealedBy: successor.optional().describe('被哪个文件废止'),
  replacedBy: successor.optional().describe('被哪个文件代替'),
  amends: z.array(textSchema).min(1).optional().describe('修改了哪些文件'),
  audience: stated.describe('适用对象，一句话'),
  topics: z.array(pageNameSchema).min(1).describe('主题'),
  enteredOn: dateSchema.describe('录入日期'),
  textDigest: z
    .string()
    .regex(/^sha256-[0-9a-f]+$/)
    .describe('正文指纹，由 npm run check -- --accept 写入，不要手改'),
  articles: z
    .record(textSchema, z.enum(['rule', 'target', 'judgement', 'narrative']))
    .optional()
    .describe(
      '段落的性质（段落写出处，如 第二条，或者锚点，如 a2）：rule 规则、target 目标、judgement 由主管部门判断、narrative 叙述',
    ),
});

/** The schema of the whole front matter of a policy file. */
export const policySchema = policyHeadSchema
  .extend({
    targets: z.array(targetSchema).optional().describe('工作目标'),
    requirements: z.array(requirementSchema).optional().describe('对几个条款共同的申报条件，只写一次'),
    clauses: z.array(clauseSchema).optional().describe('条款'),
    groups: z.array(groupSchema).optional().describe('条款之间的关系'),
  })
  .describe('政策文件');

/** The front matter without its lists as authors write it: identity, dates and topics. */
export type AuthoredHead = z.infer<typeof policyHeadSchema>;
