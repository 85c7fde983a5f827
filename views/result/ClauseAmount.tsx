import type { Amount, ClauseResult, MoneyRange } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import { sayForce, sayNoAmount } from '../wording/labels.ts';
import { Money } from '../wording/Money.tsx';
import { isZero, sayShare } from '../wording/money.ts';

/** The props of {@link ClauseAmount}. */
export interface ClauseAmountProps {
  readonly result: ClauseResult;
  /** Titles of clauses by id, for those that limit this one. */
  readonly titleOf: (clause: string) => string;
}

type Sum = Extract<Amount, { kind: 'money' }>;

/** The amount of one clause with its force, before limits over several clauses. */
export function ClauseAmount({ result }: Pick<ClauseAmountProps, 'result'>): View | null {
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
  return (
    <div class="amount">
      <p>
        <span class="faint">{verdict === 'eligible' ? '金额：' : '如果符合，金额：'}</span>
        <Figure {...amount} />
      </p>
      {amount.schedule.length === 0 ? null : (
        <p class="faint">
          分次兑现：{amount.schedule.map(({ share, event }) => `${event} ${sayShare(share)}`).join('，')}。
        </p>
      )}
    </div>
  );
}

/** The note that other clauses limit the amount, which is shown before their limits. */
export function LimitedBy({ result: { amount, limitedBy }, titleOf }: ClauseAmountProps): View | null {
  if (amount.kind === 'none' || limitedBy.length === 0) return null;
  return (
    <p class="faint">
      还受{limitedBy.map((id) => `“${titleOf(id)}”`).join('、')}限制，这里的金额是受限以前的数。
    </p>
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

/** The range to show after 最高: a range from zero is reduced to its end, because “最高 0 至 5 万元” says no more. */
export function upTo(most: MoneyRange): MoneyRange {
  return isOpen(most) && most.max !== null ? { min: most.max, max: most.max } : most;
}

function isOpen({ min, max }: MoneyRange): boolean {
  return isZero(min) && max !== min;
}

/** The figure, and how it is meant: fixed, at most, at least, from–to. */
function Figure({ force, least, most, bound }: Sum): View {
  const wider = bound ? '；实际的范围可能更小' : '';
  if (force === 'fixed') {
    return (
      <>
        <strong>
          <Money range={least} />
        </strong>
        （{sayForce(force)}
        {wider}）
      </>
    );
  }
  if (force === 'upTo') {
    return (
      <>
        <strong>
          {sayForce(force)} <Money range={upTo(most)} />
        </strong>
        （{isOpen(most) ? '现在还算不准，' : ''}具体由主管部门确定{wider}）
      </>
    );
  }
  return (
    <>
      <strong>
        {sayForce(force)} <Money range={least} />
      </strong>
      {most.max === null ? (
        `（文件未设上限${wider}）`
      ) : (
        <>
          ，至多 <Money range={most} />
          {bound ? '（实际的范围可能更小）' : ''}
        </>
      )}
    </>
  );
}
