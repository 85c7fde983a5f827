import type { View } from '../view.ts';
import { actionText, FIELDS } from './fields.ts';

/** An answer, and the asked name under which it can be changed. */
export interface Answered {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** The props of {@link AnsweredList}. */
export interface AnsweredListProps {
  readonly answered: readonly Answered[];
  readonly skipped: number;
  readonly open: boolean;
  /** The fragment at which the reply opens. */
  readonly to: string;
}

/** The answers, each with a button to change it, and the skipped questions with a button to ask them again. */
export function AnsweredList({ answered, skipped, open, to }: AnsweredListProps): View | null {
  if (answered.length === 0 && skipped === 0) return null;
  return (
    <details class="answered" open={open}>
      <summary>{sayCounts(answered.length, skipped)}</summary>
      <ul>
        {answered.map(({ name, label, value }) => (
          <li>
            <span>
              {label}：<strong>{value}</strong>
            </span>
            <button
              type="submit"
              class="quiet"
              name={FIELDS.action}
              value={actionText({ kind: 'change', name })}
              formaction={to}
            >
              改<span class="visually-hidden">“{label}”</span>
            </button>
          </li>
        ))}
      </ul>
      {skipped === 0 ? null : (
        <p>
          <button
            type="submit"
            class="quiet"
            name={FIELDS.action}
            value={actionText({ kind: 'again' })}
            formaction={to}
          >
            再问跳过的 {skipped} 题
          </button>
        </p>
      )}
    </details>
  );
}

function sayCounts(answered: number, skipped: number): string {
  const parts = [
    ...(answered > 0 ? [`已经答了 ${answered} 题`] : []),
    ...(skipped > 0 ? [`跳过了 ${skipped} 题`] : []),
  ];
  return `${parts.join('，')}：看一看，改一改`;
}
