import type { Amount, ClauseResult, MoneyRange } from '../clauses/index.ts';
import { Money } from './Money.tsx';
import type { View } from './view.ts';
import { sayForce, sayNoAmount } from './wording/labels.ts';

export interface ClauseAmountProps {
  readonly result: ClauseResult;
  /** Titles of clauses by id, for those that limit this one. */
  readonly titleOf: (clause: string) => string;
}

type Sum = Extract<Amount, { kind: 'money' }>;

/** What one clause gives, with the force that the text gives it, before limits over several clauses. */
export function ClauseAmount({ result, titleOf }: ClauseAmountProps): View | null {
  const { amount, ceiling, limitedBy, verdict } = result;
  if (ceiling !== undefined) {
    return (
      <p class="amount">
        <span class="faint">按您填写的情况，限额：</span>
        <strong>
          <Ceiling range={ceiling} />
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
      {limitedBy.length === 0 ? null : (
        <p class="faint">
          还受{limitedBy.map((id) => `“${titleOf(id)}”`).join('、')}限制，这里是受限以前的数。
        </p>
      )}
      {amount.schedule.length === 0 ? null : (
        <p class="faint">
          分次兑现：{amount.schedule.map(({ share, event }) => `${event} ${share}`).join('，')}。
        </p>
      )}
    </div>
  );
}

/** A ceiling without an upper end is one whose figure was not answered: the text does set it. */
export function Ceiling({ range }: { readonly range: MoneyRange }): View {
  return range.max === null ? <>还算不出来，要看没有填的数</> : <Money range={range} />;
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
          {sayForce(force)} <Money range={most} />
        </strong>
        （具体由主管部门确定{wider}）
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
