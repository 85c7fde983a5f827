import type { AppliedLimit, CheckResult, Totals } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import { Money } from '../wording/Money.tsx';
import { isZero } from '../wording/money.ts';
import { sayWhyRange, totalsParts } from '../wording/result.ts';
import { LimitFigure } from './ClauseAmount.tsx';
import { clauseAddress, verdictAnchor } from './ClauseVerdict.tsx';
import { READINGS_ANCHOR } from './TotalsReadings.tsx';

/** The props of {@link TotalsView}. */
export interface TotalsViewProps {
  readonly result: CheckResult;
  readonly titleOf: (clause: string) => string;
}

/** The two figures in one sentence, then the limits on them and the awards that they leave out. */
export function TotalsView({ result, titleOf }: TotalsViewProps): View {
  const { totals, questions } = result;
  const range = sayWhyRange(totals, questions.length);
  return (
    <section class="totals" aria-label="合计">
      <p class="headline">
        {totalsParts(totals).map((part) => (typeof part === 'string' ? part : <Money range={part} />))}
      </p>
      {range === undefined ? null : <p>{range}</p>}
      {limitsOf(totals).map((limit) => (
        <LimitLine limit={limit} title={titleOf(limit.clause)} />
      ))}
      {totals.unquantified.length === 0 ? null : (
        <p>
          另有 {totals.unquantified.length} 条文件没有写明金额，没有算在里面：
          {totals.unquantified.map((id, index) => (
            <>
              {index === 0 ? '' : '、'}
              <a href={`#${verdictAnchor({ id })}`}>{titleOf(id)}</a>
            </>
          ))}
          。
        </p>
      )}
      {totals.readings.length === 0 ? null : (
        <p>
          文件有 {totals.readings.length} 处可作不同理解，合计会不同，见
          <a href={`#${READINGS_ANCHOR}`}>不同理解下的合计</a>。
        </p>
      )}
    </section>
  );
}

/** The limits to show: none where no amount is left to limit. */
function limitsOf({ atMost, limitedBy }: Totals): readonly AppliedLimit[] {
  return atMost.max !== null && isZero(atMost.max) ? [] : limitedBy;
}

function LimitLine({ limit, title }: { limit: AppliedLimit; title: string }): View {
  return (
    <p>
      已考虑“<a href={clauseAddress(limit.clause)}>{title}</a>”：
      <LimitFigure range={limit.range} />。
    </p>
  );
}
