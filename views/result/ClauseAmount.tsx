import type { ClauseResult, MoneyRange } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import { sayNoAmount } from '../wording/labels.ts';
import { Money } from '../wording/Money.tsx';
import { sayShare } from '../wording/money.ts';
import { type SaidAmount, saidAmount } from '../wording/results/amount.ts';
import type { ResultContext } from '../wording/results/result.ts';
import { SaidParts } from '../wording/results/Said.tsx';

/** The props of {@link ClauseAmount}. */
export interface ClauseAmountProps {
  readonly result: ClauseResult;
  readonly context: ResultContext;
}

/** The own figure of a clause, with its force and the limits over it. */
export function ClauseAmount({ result, context }: ClauseAmountProps): View | null {
  const { amount, ceiling, verdict } = result;
  if (ceiling !== undefined) {
    return (
      <p class="amount">
        <span class="faint">按您填写的情况，</span>
        <strong>
          <LimitFigure range={ceiling} />
        </strong>
      </p>
    );
  }
  if (verdict === 'ineligible') return null;
  if (amount.kind === 'none')
    return amount.why === 'nonMonetary' ? null : <p class="amount">{sayNoAmount(amount.why)}。</p>;
  const said = saidAmount(result, context);
  return (
    <div class="amount">
      <p>
        <span class="faint">{verdict === 'eligible' ? '金额：' : '如果符合，金额：'}</span>
        {said === undefined ? null : <AmountSentence {...said} />}
      </p>
      {amount.schedule.length === 0 ? null : (
        <p class="faint">
          分次兑现：{amount.schedule.map(({ share, event }) => `${event} ${sayShare(share)}`).join('，')}。
        </p>
      )}
    </div>
  );
}

function AmountSentence({ figure, meant, notes }: SaidAmount): View {
  return (
    <>
      <strong>
        <SaidParts parts={figure} />
      </strong>
      {meant.length === 0 ? null : `（${meant.join('；')}）`}
      {notes.map((note) => (
        <>
          ，<SaidParts parts={note} />
        </>
      ))}
    </>
  );
}

/** The amount of a clause in one cell of a table: the same figure with its notes. */
export function AmountCell({ result, context }: ClauseAmountProps): View {
  const { amount } = result;
  if (amount.kind === 'none') return <>{amount.why === 'ineligible' ? '—' : sayNoAmount(amount.why)}</>;
  const said = saidAmount(result, context);
  if (said === undefined) return <>—</>;
  return (
    <>
      <SaidParts parts={said.figure} />
      {said.notes.length === 0 ? null : (
        <span class="faint note">
          {said.notes.map((note, index) => (
            <>
              {index === 0 ? '' : '，'}
              <SaidParts parts={note} />
            </>
          ))}
        </span>
      )}
    </>
  );
}

/** A ceiling without an upper end is one whose figure was not answered: the text does set it. */
export function LimitFigure({ range }: { readonly range: MoneyRange }): View {
  if (range.max === null) return <>限额要看没有填的数</>;
  return (
    <>
      限额 <Money range={range} />
    </>
  );
}
