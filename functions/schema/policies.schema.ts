import * as z from 'zod/mini';
import type { Policy } from '../../clauses/index.ts';
import { described } from './described.ts';

/** How many policies a page has unless asked otherwise, and at most. */
export const PAGE = { usual: 20, most: 100 } as const;

const pageSize = z.pipe(
  z.string().check(z.regex(/^\d{1,3}$/)),
  z.pipe(z.transform(Number), z.int().check(z.minimum(1), z.maximum(PAGE.most))),
);

/** The query of `GET /api/policies`. */
export const policiesRequest = z.strictObject({
  jurisdiction: z.exactOptional(described(z.string(), '只列出这个辖区自己的文件（slug），不含上级的')),
  limit: z.exactOptional(described(pageSize, `每页几份，1 到 ${PAGE.most}，不写是 ${PAGE.usual}`)),
  cursor: z.exactOptional(described(z.string(), '上一页给出的 next')),
});

const dates = z.object({
  issuedOn: z.exactOptional(described(z.string(), '成文日期')),
  printedOn: z.exactOptional(described(z.string(), '印发日期')),
  publishedOn: z.exactOptional(described(z.string(), '发布日期')),
  effectiveFrom: z.exactOptional(described(z.string(), '施行日期')),
  effectiveTo: z.exactOptional(described(z.string(), '失效日期，有效的最后一天')),
  validFor: z.exactOptional(
    described(z.string(), '有效期，如 三年；只在文件没有载明从哪一天算起、得不出失效日期时有'),
  ),
  planYears: z.exactOptional(described(z.object({ from: z.int(), to: z.int() }), '规划期')),
  repealedOn: z.exactOptional(described(z.string(), '被废止的日期')),
  replacedOn: z.exactOptional(described(z.string(), '被替代的日期')),
});

const summary = {
  id: described(z.string(), '辖区/文件，也是网页地址 /policies/<id>/'),
  title: z.string(),
  jurisdiction: z.string(),
  documentNumber: described(z.nullable(z.string()), '发文字号；null 是文件未载明'),
  issuers: described(z.array(z.string()), '发文机关'),
  dates: described(dates, '文件载明的日期，没有的就是未载明'),
  topics: z.array(z.string()),
};

/** One page of policies, in the order of their ids. */
export const policiesReply = z.object({
  api: z.literal(1),
  policies: z.array(
    z.object({
      ...summary,
      clauses: described(z.int(), '条款数'),
      targets: described(z.int(), '工作目标数'),
      coverage: described(
        z.object({
          paragraphs: described(z.int(), '原文的段数'),
          rule: described(z.int(), '写成规则的条款'),
          target: described(z.int(), '工作目标'),
          judgement: described(z.int(), '由主管部门判断'),
          narrative: described(z.int(), '叙述'),
        }),
        '原文各段的性质：其中多少段由程序核对',
      ),
    }),
  ),
  next: described(z.nullable(z.string()), '下一页的 cursor；null 表示没有了'),
});

/** The variable parts of `GET /api/policies/{jurisdiction}/{document}`. */
export const policyRequest = z.strictObject({
  jurisdiction: described(z.string(), '辖区的 slug'),
  document: described(z.string(), '文件的编号，如 2022-40'),
});

const clause = z.looseObject({
  id: z.string(),
  kind: described(z.enum(['award', 'limit']), '奖补条款或限额条款'),
  title: z.string(),
  citation: described(z.string(), '出处'),
  administrators: described(z.array(z.string()), '责任单位'),
  topics: z.array(z.string()),
  list: z.exactOptional(described(z.string(), '逐项计算的列表')),
  sentences: described(z.array(z.string()), '原文的句子'),
  undertakings: described(z.array(z.string()), '以后还须遵守的事项'),
  requirements: z.exactOptional(
    described(
      z.array(
        z.looseObject({
          id: z.string(),
          path: described(z.string(), '在条款条件里的位置（JSON Pointer）'),
          title: z.string(),
          citation: z.string(),
          sentences: z.array(z.string()),
        }),
      ),
      '文件对几个条款共同的申报条件，已并入条款的条件',
    ),
  ),
});

const target = z.looseObject({
  id: z.string(),
  indicator: z.string(),
  label: z.string(),
  unit: z.string(),
  comparator: z.string(),
  total: z.exactOptional(z.string()),
  task: z.exactOptional(described(z.string(), '没有数值的目标，照原文')),
  deadline: z.exactOptional(z.string()),
  citation: z.string(),
  sentences: z.array(z.string()),
});

/**
 * A policy in full, as the site has published it. It may grow: ignore what you do not know. The schema names what
 * readers may rely on, the value is the whole policy: hence the cast.
 */
export const policyReply = z.object({
  api: z.literal(1),
  policy: z.looseObject({
    ...summary,
    audience: described(z.nullable(z.string()), '适用对象'),
    sourceUrl: z.nullable(z.string()),
    enteredOn: described(z.string(), '录入日期'),
    textDigest: z.string(),
    clauses: described(z.array(clause), '条款；条件、金额和限额是编译后的写法，会增加新的种类'),
    targets: z.array(target),
    groups: z.array(z.looseObject({ id: z.string(), type: z.string(), clauses: z.array(z.string()) })),
  }),
}) as unknown as z.ZodMiniType<{ api: 1; policy: Policy }>;
