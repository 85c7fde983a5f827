/** How a result moves when a variable grows: always up, always down, or either way. */
export type Sign = 1 | -1 | 0;

/** The common direction of two; 0 where they differ. */
export function mergedSign(a: Sign | undefined, b: Sign | undefined): Sign {
  if (a === undefined) return b ?? 0;
  return b === undefined || a === b ? a : 0;
}

/** The opposite direction. */
export function opposite(sign: Sign): Sign {
  return sign === 1 ? -1 : sign === -1 ? 1 : 0;
}
