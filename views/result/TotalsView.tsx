import type { AppliedLimit, CheckResult, ClauseResult, MoneyRange } from '../../clauses/index.ts';
import { counts } from '../../clauses/language.ts';
import type { View } from '../view.ts';
import { isZero } from '../wording/money.ts';
import { sayLimitName, sayUnanswered } from '../wording/results/amount.ts';
import type { ResultContext } from '../wording/results/result.ts';
import { SaidParts } from '../wording/results/Said.tsx';
import { saidTotals } from '../wording/results/totals.ts';
import { LimitFigure } from './ClauseAmount.tsx';
import { clauseAddress, verdictAnchor } from './ClauseVerdict.tsx';
import { READINGS_ANCHOR } from './TotalsReadings.tsx';

/** The props of {@link TotalsView}. */
export interface TotalsViewProps {
  readonly result: CheckResult;
  readonly context: ResultContext;
}

/** The sums in one sentence, those that do not count apart, then what limits them and what is not in them. */
export function TotalsView({ result, context }: TotalsViewProps): View {
  const { totals } = result;
  const { headline, others } = saidTotals(result, context);
  return (
    <section class="totals" aria-label="合计">
      <p class="headline">
        <SaidParts parts={headline} />
      </p>
      {others.map((said) => (
        <p class="uncounted">
          <SaidParts parts={said} />
        </p>
      ))}
      {result.clauses.length === 0 ? (
        <p>
          可以换一个地方，或者看看<a href="/policies/">已收录的政策文件</a>。
        </p>
      ) : null}
      {totals.bound && isStated(totals.atMost) ? <p>实际的范围可能比这里更小。</p> : null}
      {limitsOf(result).map((limit) => (
        <LimitLine limit={limit} result={result} context={context} />
      ))}
      <Unstated result={result} context={context} />
      {totals.readings.length === 0 ? null : (
        <p>
          文件有 {totals.readings.length} 处可作不同理解，合计会不同，见
          <a href={`#${READINGS_ANCHOR}`}>不同理解下的合计</a>。
        </p>
      )}
    </section>
  );
}

/** Whether a figure is given: not where it is not known how many items there are. */
function isStated({ min, max }: MoneyRange): boolean {
  return max !== null || !isZero(min);
}

/** The clauses without a figure, by name; the headline counts them. */
function Unstated({ result, context }: TotalsViewProps): View | null {
  const { unquantified } = result.totals;
  if (unquantified.length === 0) return null;
  return (
    <p>
      没有写明金额、没有算在里面的：
      {unquantified.map((id, index) => (
        <>
          {index === 0 ? '' : '、'}
          <a href={`#${verdictAnchor({ id })}`}>{context.titleOf(id)}</a>
        </>
      ))}
      。
    </p>
  );
}

/** The limits to show: none where no amount that counts is left to limit. */
function limitsOf({ totals: { atMost, limitedBy }, clauses }: CheckResult): readonly AppliedLimit[] {
  if (atMost.max !== null && isZero(atMost.max)) return [];
  const limiting = new Set(clauses.filter(canPay).flatMap((clause) => clause.limitedBy));
  return limitedBy.filter(({ clause }) => limiting.has(clause));
}

function canPay({ verdict, standing, amount }: ClauseResult): boolean {
  return verdict !== 'ineligible' && counts(standing) && amount.kind === 'money';
}

function LimitLine({ limit, result, context }: TotalsViewProps & { limit: AppliedLimit }): View {
  return (
    <p>
      已考虑<a href={clauseAddress(limit.clause)}>{sayLimitName(limit.clause, context)}</a>：
      <LimitFigure range={limit.range} />
      {limit.range.max === null ? sayMissing(limit, result, context) : ''}。
    </p>
  );
}

/** Which answer a limit waits for, where the limiting clause is in scope. */
function sayMissing({ clause }: AppliedLimit, { clauses }: CheckResult, { words }: ResultContext): string {
  const { missing = [] } = clauses.find(({ id }) => id === clause) ?? {};
  return missing.length === 0 ? '' : `（${sayUnanswered(missing, words)}）`;
}
