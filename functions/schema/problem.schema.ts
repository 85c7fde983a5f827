import * as z from 'zod/mini';
import { PROBLEM_KINDS, type Problem, type ProblemCode } from '../http/problem.ts';
import { described } from './described.ts';

const finding = z.object({
  code: z.string(),
  pointer: z.exactOptional(described(z.string(), '请求 JSON 中的位置（RFC 6901）')),
  parameter: z.exactOptional(described(z.string(), '查询参数的名称')),
  name: z.exactOptional(described(z.string(), '填报项的名称，项目从 1 数起')),
  detail: z.string(),
});

const codes = Object.keys(PROBLEM_KINDS) as ProblemCode[];

/** The body of every error reply (RFC 9457). It may grow: ignore what you do not know. */
export const problemReply: z.ZodMiniType<Problem> = z.object({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  code: z.enum(codes),
  detail: z.string(),
  errors: z.exactOptional(z.array(finding)),
  errorsLeftOut: z.exactOptional(described(z.int(), 'errors 没有列出的问题还有几处')),
});
