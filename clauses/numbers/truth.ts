/**
 * Three-valued truth (S. C. Kleene's strong logic). Unknown is a value of its own, not `undefined`, so that no default
 * can turn it into a yes or a no.
 */
export type Truth = boolean | 'unknown';

/** Whether both are true. */
export function and(a: Truth, b: Truth): Truth {
  return b === false ? b : a === true ? b : a;
}

/** Whether one of them is true. */
export function or(a: Truth, b: Truth): Truth {
  return b === true ? b : a === false ? b : a;
}

/** The negation; of unknown it is unknown. */
export function not(a: Truth): Truth {
  return a === 'unknown' ? a : !a;
}

/** Whether at least `n` of the outcomes are true. */
export function atLeastOf(n: number, outcomes: readonly Truth[]): Truth {
  const sure = outcomes.filter((outcome) => outcome === true).length;
  const possible = outcomes.filter((outcome) => outcome !== false).length;
  return sure >= n ? true : possible < n ? false : 'unknown';
}
