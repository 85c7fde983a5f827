import type { CheckResult } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import { sayCombination } from '../wording/results/combination.ts';

/** The props of {@link CombinationView}. */
export interface CombinationViewProps {
  readonly result: CheckResult;
  /** Titles of clauses and groups by id. */
  readonly titleOf: (id: string) => string;
}

/** The awards to take where only one of several may be taken. */
export function CombinationView({ result: { combination }, titleOf }: CombinationViewProps): View | null {
  const sentences = combination === undefined ? [] : sayCombination(combination, titleOf);
  if (sentences.length === 0) return null;
  return (
    <section aria-labelledby="combination-title">
      <h2 id="combination-title">不能同时享受的，怎样取</h2>
      <ul>
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
