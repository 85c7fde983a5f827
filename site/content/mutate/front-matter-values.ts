import { type ChangePath, isRecord } from './change.ts';

/** The value at a path below a value; `undefined` where there is none. */
export function valueAt(value: unknown, [step, ...rest]: ChangePath): unknown {
  if (step === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[Number(step)], rest);
  return isRecord(value) ? valueAt(value[step], rest) : undefined;
}

/** A copy with the value at a path replaced. Everything outside the path is shared with the original. */
export function withValue(value: unknown, [step, ...rest]: ChangePath, to: unknown): unknown {
  if (step === undefined) return to;
  if (Array.isArray(value)) return value.map((item, at) => (at === step ? withValue(item, rest, to) : item));
  return isRecord(value) ? { ...value, [step]: withValue(value[step], rest, to) } : value;
}
