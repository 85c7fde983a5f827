import type { AppliedLimit, CheckResult, TotalsReading } from '../clauses/index.ts';
import { clauseAddress, verdictAnchor } from './ClauseVerdict.tsx';
import { Money } from './Money.tsx';
import type { View } from './view.ts';
import { sayTotals, sayWhyRange } from './wording/result.ts';

export interface TotalsViewProps {
  readonly result: CheckResult;
  readonly titleOf: (clause: string) => string;
}

/** The two figures in one sentence, then what limits them and how they depend on the reading of the text. */
export function TotalsView({ result, titleOf }: TotalsViewProps): View {
  const { totals, questions } = result;
  const range = sayWhyRange(totals, questions.length);
  return (
    <section class="totals" aria-label="合计">
      <p class="headline">{sayTotals(totals)}</p>
      {range === undefined ? null : <p>{range}</p>}
      {totals.limitedBy.map((limit) => (
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
      {totals.readings.length === 0 ? null : <p>文件有的地方可作不同理解，合计会不同：</p>}
      {totals.readings.map((reading) => (
        <TotalsOfReading reading={reading} title={titleOf(ownerOf(reading))} />
      ))}
    </section>
  );
}

function LimitLine({ limit, title }: { limit: AppliedLimit; title: string }): View {
  return (
    <p>
      已考虑“<a href={clauseAddress(limit.clause)}>{title}</a>”：
      {limit.range.max === null ? (
        '限额还不知道（有的数字没有填）'
      ) : (
        <>
          限额 <Money range={limit.range} />
        </>
      )}
      。
    </p>
  );
}

/** A reading's full id is that of its clause or group, a colon and its name. */
function ownerOf({ id }: TotalsReading): string {
  return id.slice(0, id.lastIndexOf(':'));
}

function TotalsOfReading({ reading, title }: { reading: TotalsReading; title: string }): View {
  return (
    <table class="stack reading-totals">
      <caption>
        <strong>{title}</strong>：{reading.question}
      </caption>
      <thead>
        <tr>
          <th scope="col">理解为</th>
          <th scope="col">明确给予</th>
          <th scope="col">连同“最高”类，至多</th>
        </tr>
      </thead>
      <tbody>
        {reading.options.map(({ label, granted, atMost }) => (
          <tr>
            <th scope="row">{label}</th>
            <td data-label="明确给予">
              <Money range={granted} />
            </td>
            <td data-label="连同“最高”类，至多">
              <Money range={atMost} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
