import type * as z from 'zod/mini';
import { safeParse } from 'zod/mini';
import { pointerTo, shortened } from '../../clauses/answering.ts';
import type { RequestFinding } from './problem.ts';

/** A request as it was sent and what its schema says about it. */
export interface ReadRequest<Request> {
  /** The request when its shape is right. */
  readonly value: Request | undefined;
  /** The request as sent: lets a route look for more that is wrong. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly findings: readonly RequestFinding[];
}

/** Where a part of the request stands: in a JSON document or in the query. */
export type Locate = (path: readonly (string | number)[]) => Pick<RequestFinding, 'pointer' | 'parameter'>;

export const inDocument: Locate = (path) => ({ pointer: pointerTo(path) });
export const inQuery: Locate = (path) => ({ parameter: String(path[0] ?? '') });

/** Holds a request against its schema; every departure becomes a finding. */
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
  const name = path.join('.') || '请求内容';
  if (issue.code === 'invalid_type' && valueAt(raw, path) === undefined) {
    return [{ code: 'missing', ...locate(path), detail: `缺少“${name}”。` }];
  }
  return [{ ...worded(issue, name), ...locate(path) }];
}

function unknownKey(key: string, keys: readonly string[], place: ReturnType<Locate>): RequestFinding {
  return {
    code: 'unknownKey',
    ...place,
    detail: `没有“${shortened(key)}”这一项，可以写的有：${keys.join('、')}。`,
  };
}

function worded(issue: z.core.$ZodIssue, name: string): Pick<RequestFinding, 'code' | 'detail'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrongType', detail: `“${name}”应当是${TYPES[issue.expected] ?? '另一种类型'}。` };
    case 'invalid_value':
      return { code: 'unknownValue', detail: `“${name}”只能是：${issue.values.map(String).join('、')}。` };
    case 'too_small':
      if (issue.origin === 'array')
        return { code: 'emptyList', detail: `“${name}”不能是空的列表；不需要时请不写。` };
      return { code: 'outOfRange', detail: `“${name}”不能小于 ${issue.minimum}。` };
    case 'too_big':
      return { code: 'outOfRange', detail: `“${name}”不能大于 ${issue.maximum}。` };
    case 'invalid_format':
      if (issue.format === 'date')
        return { code: 'badDate', detail: `“${name}”应当是日历上有的日期，写成 2026-01-31 的样子。` };
      return { code: 'badValue', detail: `“${name}”的写法不对。` };
    default:
      return { code: 'badValue', detail: `“${name}”的写法不对。` };
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文字（加引号）',
  array: '列表 […]',
  object: '对象 {…}',
  boolean: 'true 或 false',
  number: '数字',
  int: '整数',
};

function valueAt(raw: unknown, path: readonly (string | number)[]): unknown {
  let value = raw;
  for (const part of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  return value;
}
