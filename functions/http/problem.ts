import { PROBLEM_TITLES, REQUEST_DETAILS } from '../../views/wording/requests.ts';
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
  malformedJson: { status: 400, title: PROBLEM_TITLES.malformedJson },
  malformedForm: { status: 400, title: PROBLEM_TITLES.malformedForm },
  badEncoding: { status: 400, title: PROBLEM_TITLES.badEncoding },
  brokenBody: { status: 400, title: PROBLEM_TITLES.brokenBody },
  unknownRoute: { status: 404, title: PROBLEM_TITLES.unknownRoute },
  unknownPolicy: { status: 404, title: PROBLEM_TITLES.unknownPolicy },
  methodNotAllowed: { status: 405, title: PROBLEM_TITLES.methodNotAllowed },
  tooSlow: { status: 408, title: PROBLEM_TITLES.tooSlow },
  tooLarge: { status: 413, title: PROBLEM_TITLES.tooLarge },
  tooMuchWork: { status: 413, title: PROBLEM_TITLES.tooMuchWork },
  unsupportedMediaType: { status: 415, title: PROBLEM_TITLES.unsupportedMediaType },
  unsupportedEncoding: { status: 415, title: PROBLEM_TITLES.unsupportedEncoding },
  invalid: { status: 422, title: PROBLEM_TITLES.invalid },
  tooManyRequests: { status: 429, title: PROBLEM_TITLES.tooManyRequests },
  internal: { status: 500, title: PROBLEM_TITLES.internal },
  unavailable: { status: 503, title: PROBLEM_TITLES.unavailable },
} as const;

/** The most errors that are listed: more would not help, and would make the reply far larger than the request. */
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

/** A problem of one kind; `detail` says in Chinese what is wrong and what to do. */
export function problem(code: ProblemCode, detail: string): Problem {
  return { type: `urn:huice:problem:${code}`, ...PROBLEM_KINDS[code], code, detail };
}

/** The problem that lists everything that is wrong with a request. */
export function invalid(findings: readonly RequestFinding[]): Problem {
  const leftOut = findings.length - SHOWN_ERRORS;
  return {
    ...problem('invalid', REQUEST_DETAILS.invalid(findings.length)),
    errors: findings.slice(0, SHOWN_ERRORS),
    ...(leftOut > 0 ? { errorsLeftOut: leftOut } : {}),
  };
}

/** Throws a {@link ProblemRefusal} where there are findings. */
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
