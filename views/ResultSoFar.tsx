import type { CheckResult } from '../clauses/index.ts';
import { Money } from './Money.tsx';
import type { View } from './view.ts';
import { sayVerdict, verdictSign } from './wording/labels.ts';
import { byVerdict, countVerdicts, totalsParts } from './wording/result.ts';

export interface ResultSoFarProps {
  readonly result: CheckResult;
  /** Whether anything was answered: before that the figures say nothing about the applicant. */
  readonly begun: boolean;
}

/** What the answers so far come to: the two figures, and the verdicts one by one on demand. */
export function ResultSoFar({ result, begun }: ResultSoFarProps): View {
  const awards = byVerdict(result.clauses);
  if (!begun)
    return <p class="so-far">这里有 {awards.length} 条可以自查。答几题，就能看出哪些符合、能得多少。</p>;
  return (
    <div class="so-far">
      <p>
        {totalsParts(result.totals).map((part) => (typeof part === 'string' ? part : <Money range={part} />))}
      </p>
      <details>
        <summary>{countVerdicts(result.clauses).join('，')}</summary>
        <ul>
          {awards.map((clause) => (
            <li class={`verdict-${clause.verdict}`}>
              <span class="sign" aria-hidden="true">
                {verdictSign(clause)}
              </span>{' '}
              {clause.title}：{sayVerdict(clause)}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
