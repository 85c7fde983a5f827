import type { CheckResult } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import { verdictSign } from '../wording/labels.ts';
import { Money } from '../wording/Money.tsx';
import { byVerdict, countVerdicts, groupVerdicts, totalsParts } from '../wording/result.ts';

/** The props of {@link ResultSoFar}. */
export interface ResultSoFarProps {
  readonly result: CheckResult;
  /** Whether anything was answered: before that the figures do not depend on the applicant. */
  readonly begun: boolean;
}

/** The result of the answers so far: the two figures, and the verdicts one by one on demand. */
export function ResultSoFar({ result, begun }: ResultSoFarProps): View {
  const groups = groupVerdicts(result.clauses);
  if (!begun)
    return (
      <p class="so-far">
        这里有 {byVerdict(result.clauses).length} 条可以自查。答几题，就能看出哪些符合、能得多少。
      </p>
    );
  return (
    <div class="so-far">
      <p>
        {totalsParts(result.totals).map((part) => (typeof part === 'string' ? part : <Money range={part} />))}
      </p>
      <details>
        <summary>{countVerdicts(result.clauses).join('，')}</summary>
        <ul>
          {groups.map(({ name, clauses: [first, ...others] }) =>
            first === undefined ? null : (
              <li class={`verdict-${first.verdict}`}>
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
