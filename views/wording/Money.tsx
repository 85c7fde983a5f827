import type { MoneyRange } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import { exactRange, rangeParts } from './money.ts';

/** A range of money as people say it, with the exact yuan on hover. */
export function Money({ range }: { readonly range: MoneyRange }): View {
  return (
    <span class="money" title={exactRange(range)}>
      {rangeParts(range).map((part) => (
        <span class="figure">{part}</span>
      ))}
    </span>
  );
}
