import type { Policy, Target } from '../clauses/index.ts';

/** A target with the document that contains it. */
export interface PlacedTarget {
  readonly policy: Policy;
  readonly target: Target;
  /** The number of places that have a target for the same indicator. */
  readonly places: number;
}

/** The targets of some documents, grouped by indicator; indicators that most places have come first. */
export function byIndicator(policies: readonly Policy[]): readonly PlacedTarget[] {
  const rows = policies.flatMap((policy) => policy.targets.map((target) => ({ policy, target })));
  const groups = [...Map.groupBy(rows, ({ target }) => target.indicator).values()];
  return groups
    .map((group) => {
      const places = new Set(group.map(({ policy }) => policy.jurisdiction)).size;
      return group.map((row) => ({ ...row, places }));
    })
    .sort(([a], [b]) => (b?.places ?? 0) - (a?.places ?? 0))
    .flat();
}
