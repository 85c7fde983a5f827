import { apiReply } from './reply.ts';

/**
 * Every error reply of the API: RFC 9457 problem details with a permanent code and Chinese text. A form user sees the
 * same problem as a page.
 */
export type ProblemCode = keyof typeof PROBLEM_KINDS;

/** One thing that is wrong with what was sent, and where. */
export interface RequestFinding {
  /** Permanent: `badValue`, `unknownKey` … */
  readonly code: string;
  /** JSON Pointer (RFC 6901) into the JSON document that was sent. */
  readonly pointer?: string;
  /** The parameter of the query, instead of a pointer. */
  readonly parameter?: string;
  /** The flat name of the fact: `projects.1.equipmentCost`. */
  readonly name?: string;
  /** What is wrong and what is accepted, in Chinese. */
  readonly detail: string;
}

/** The body of an error reply. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors?: readonly RequestFinding[];
  /** How many more errors there are than `errors` shows. */
  readonly errorsLeftOut?: number;
}

/** The kinds of problem; codes are permanent. */
export const PROBLEM_KINDS = {
  malformedJson: { status: 400, title: '请求内容不是正确的 JSON' },
  malformedForm: { status: 400, title: '提交的表单无法读取' },
  badEncoding: { status: 400, title: '请求内容不是正确的 UTF-8 文字' },
  unknownRoute: { status: 404, title: '没有这个地址' },
  unknownPolicy: { status: 404, title: '没有这份文件' },
  methodNotAllowed: { status: 405, title: '这个地址不接受这种请求方法' },
  tooLarge: { status: 413, title: '请求内容太大' },
  unsupportedMediaType: { status: 415, title: '请求内容的类型不受支持' },
  unsupportedEncoding: { status: 415, title: '请求内容的压缩方式不受支持' },
  invalid: { status: 422, title: '请求中有需要改正的地方' },
  internal: { status: 500, title: '系统出错了' },
} as const;

/** More errors than this help nobody, and would make the reply far larger than the request. */
export const SHOWN_ERRORS = 100;

/** Thrown where a request cannot be answered; the app turns it into a reply. */
export class ProblemRefusal extends Error {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.code);
    this.problem = problem;
    this.headers = headers;
  }
}

export function problem(code: ProblemCode, detail: string): Problem {
  return { type: `urn:huice:problem:${code}`, ...PROBLEM_KINDS[code], code, detail };
}

/** The problem that lists everything that is wrong with a request. */
export function invalid(findings: readonly RequestFinding[]): Problem {
  const leftOut = findings.length - SHOWN_ERRORS;
  return {
    ...problem('invalid', `有 ${findings.length} 处需要改正，见 errors。`),
    errors: findings.slice(0, SHOWN_ERRORS),
    ...(leftOut > 0 ? { errorsLeftOut: leftOut } : {}),
  };
}

/** Refuses when there is anything to refuse. */
export function refuse(findings: readonly RequestFinding[]): void {
  if (findings.length > 0) throw new ProblemRefusal(invalid(findings));
}

/** The reply of the API for a problem. */
export function problemReply(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return apiReply(JSON.stringify(problem), problem.status, {
    ...headers,
    'Content-Type': 'application/problem+json',
    'Content-Language': 'zh-CN',
    'Cache-Control': 'no-store',
  });
}
