import type * as z from 'zod/mini';
import { safeParse } from 'zod/mini';
import { pointerTo, shortened } from '../../clauses/answering.ts';
import { PART_DETAILS, WHOLE_REQUEST } from '../../views/wording/requests.ts';
import type { RequestFinding } from './problem.ts';

/** A request as it was sent and what its schema says about it. */
export interface ReadRequest<Request> {
  /** The request when its shape is right. */
  readonly value: Request | undefined;
  /** The request as sent: lets a route look for more that is wrong. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly findings: readonly RequestFinding[];
}

/** Locates a part of the request in a JSON document or in the query. */
export type Locate = (path: readonly (string | number)[]) => Pick<RequestFinding, 'pointer' | 'parameter'>;

/** Locates by JSON Pointer (RFC 6901). */
export const inDocument: Locate = (path) => ({ pointer: pointerTo(path) });
/** Locates by the name of the parameter. */
export const inQuery: Locate = (path) => ({ parameter: String(path[0] ?? '') });

/** Validates a request against its schema; every violation becomes a finding. */
export function readShape<Request>(
  schema: z.ZodMiniType<Request>,
  raw: unknown,
  locate: Locate,
): ReadRequest<Request> {
  const parsed = safeParse(schema, raw);
  const record = isRecord(raw) ? raw : {};
  if (parsed.success) return { value: parsed.data, raw: record, findings: [] };
  const keys = Object.keys((schema as unknown as z.ZodMiniObject).shape);
  return {
    value: undefined,
    raw: record,
    findings: parsed.error.issues.flatMap((issue) => describe(issue, raw, keys, locate)),
  };
}

/** Whether a value is a JSON object. */
export function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function describe(
  issue: z.core.$ZodIssue,
  raw: unknown,
  keys: readonly string[],
  locate: Locate,
): readonly RequestFinding[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(key, keys, locate([...path, key])));
  }
  const name = path.join('.') || WHOLE_REQUEST;
  if (issue.code === 'invalid_type' && valueAt(raw, path) === undefined) {
    return [{ code: 'missing', ...locate(path), detail: PART_DETAILS.missing(name) }];
  }
  return [{ ...worded(issue, name), ...locate(path) }];
}

function unknownKey(key: string, keys: readonly string[], place: ReturnType<Locate>): RequestFinding {
  return {
    code: 'unknownKey',
    ...place,
    detail: PART_DETAILS.unknownKey(shortened(key), keys),
  };
}

function worded(issue: z.core.$ZodIssue, name: string): Pick<RequestFinding, 'code' | 'detail'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrongType', detail: PART_DETAILS.wrongType(name, issue.expected) };
    case 'invalid_value':
      return { code: 'unknownValue', detail: PART_DETAILS.unknownValue(name, issue.values.map(String)) };
    case 'too_small':
      if (issue.origin === 'array') return { code: 'emptyList', detail: PART_DETAILS.emptyList(name) };
      return { code: 'outOfRange', detail: PART_DETAILS.tooSmall(name, String(issue.minimum)) };
    case 'too_big':
      return { code: 'outOfRange', detail: PART_DETAILS.tooBig(name, String(issue.maximum)) };
    case 'invalid_format':
      if (issue.format === 'date') return { code: 'badDate', detail: PART_DETAILS.badDate(name) };
      return { code: 'badValue', detail: PART_DETAILS.badValue(name) };
    default:
      return { code: 'badValue', detail: PART_DETAILS.badValue(name) };
  }
}

function valueAt(raw: unknown, path: readonly (string | number)[]): unknown {
  let value = raw;
  for (const part of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  return value;
}
