/**
 * Three-valued truth (Kleene's strong logic): `undefined` is unknown, which is neither yes nor no.
 */
export type Truth = boolean | undefined;

export function and(a: Truth, b: Truth): Truth {
  return a === false || b === false ? false : a === true && b === true ? true : undefined;
}

export function or(a: Truth, b: Truth): Truth {
  return a === true || b === true ? true : a === false && b === false ? false : undefined;
}

export function not(a: Truth): Truth {
  return a === undefined ? undefined : !a;
}

/** Whether at least `n` of the outcomes hold. */
export function atLeastOf(n: number, outcomes: readonly Truth[]): Truth {
  const sure = outcomes.filter((outcome) => outcome === true).length;
  const possible = outcomes.filter((outcome) => outcome !== false).length;
  return sure >= n ? true : possible < n ? false : undefined;
}
