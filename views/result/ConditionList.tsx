import type { View } from '../view.ts';
import { type SaidCondition, sayOutcome } from '../wording/results/conditions.ts';

/** Conditions with their outcomes: a sign, a word for screen readers, and the answer. */
export function ConditionList({ conditions }: { readonly conditions: readonly SaidCondition[] }): View {
  return (
    <ul class="conditions">
      {conditions.map(({ outcome, text, answer, children }) => {
        const [sign, word] = sayOutcome(outcome);
        return (
          <li class={`outcome-${outcome}`}>
            <span class="sign" aria-hidden="true">
              {sign}
            </span>{' '}
            <span class="condition">{text}</span>{' '}
            <span class="outcome">
              {answer}
              {/* The sign is for the eye only; an unmet condition is also stated in words. */}
              <span class={outcome === 'notMet' ? undefined : 'visually-hidden'}>
                {answer === undefined ? '' : '，'}
                {word}
              </span>
            </span>
            {children.length === 0 ? null : <ConditionList conditions={children} />}
          </li>
        );
      })}
    </ul>
  );
}
