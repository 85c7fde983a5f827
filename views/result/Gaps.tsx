import type { ClauseResult } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import type { Vocabulary } from '../wording/names.ts';
import { sayGap, UNFINISHED } from '../wording/results/gaps.ts';

/** The props of {@link Gaps}. */
export interface GapsProps {
  readonly result: ClauseResult;
  readonly words: Vocabulary;
}

/** The answers that the applicant could change so that a clause is met or gives more. */
export function Gaps({ result: { gaps, verdict, unfinished }, words }: GapsProps): View | null {
  if (gaps.length === 0) return unfinished === true ? <p class="faint">{UNFINISHED}</p> : null;
  const eligible = verdict === 'eligible';
  return (
    <div class="gaps">
      <h4>{eligible ? '怎样能多得' : '怎样就能符合'}</h4>
      <ul>
        {gaps.map((gap) => (
          <li>{sayGap(gap, words, eligible)}</li>
        ))}
      </ul>
      {unfinished === true ? <p class="faint">{UNFINISHED}</p> : null}
    </div>
  );
}
