import type { CheckResult } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import { verdictClass, verdictSign } from '../wording/labels.ts';
import { byVerdict, countVerdicts, groupVerdicts, type ResultContext } from '../wording/results/result.ts';
import { SaidParts } from '../wording/results/Said.tsx';
import { saidTotals } from '../wording/results/totals.ts';

/** The props of {@link ResultSoFar}. */
export interface ResultSoFarProps {
  readonly result: CheckResult;
  readonly context: ResultContext;
  /** Whether anything was answered: before that the figures say nothing about the applicant. */
  readonly begun: boolean;
}

/** What the answers so far come to: the sentences of the result, and the verdicts one by one on demand. */
export function ResultSoFar({ result, context, begun }: ResultSoFarProps): View {
  const groups = groupVerdicts(result.clauses);
  if (!begun)
    return (
      <p class="so-far">
        这里有 {byVerdict(result.clauses).length} 条可以自查。答几题，就能看出哪些符合、能得多少。
      </p>
    );
  const { headline, others } = saidTotals(result, context);
  return (
    <div class="so-far">
      {[headline, ...others].map((said) => (
        <p>
          <SaidParts parts={said} />
        </p>
      ))}
      <details>
        <summary>{countVerdicts(result.clauses).join('，')}</summary>
        <ul>
          {groups.map(({ name, clauses: [first, ...others] }) =>
            first === undefined ? null : (
              <li class={verdictClass(first)}>
                <span class="sign" aria-hidden="true">
                  {verdictSign(first)}
                </span>
                <span>
                  <strong>{name}：</strong>
                  {[first, ...others].map(({ title }) => title).join('、')}
                </span>
              </li>
            ),
          )}
        </ul>
      </details>
    </div>
  );
}
