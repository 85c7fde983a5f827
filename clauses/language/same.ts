import type { Expression } from './expression.ts';

/**
 * Whether two quantities or two conditions are written alike: the same kinds, figures and names at the same places. The
 * words of the author (`text`) count. Equal in value is more: 1+2 and 3 are not the same. Two absent ones are the same.
 */
export function sameQuantity(a: Expression | null | undefined, b: Expression | null | undefined): boolean {
  return sameData(a, b);
}

/** Deep equality of plain data: JSON, `undefined` and `bigint`. The order of an object's keys does not count. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const others = new Map<string, unknown>(Object.entries(b));
  const entries: readonly [string, unknown][] = Object.entries(a);
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && sameData(value, others.get(key)))
  );
}
