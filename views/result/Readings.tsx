import type { ReadingResult } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import { sayBareVerdict, sayNoAmount } from '../wording/labels.ts';
import { Money } from '../wording/Money.tsx';
import { FORCES } from '../wording/terms.ts';

type Computed = Extract<ReadingResult, { kind: 'computed' }>;
type Noted = Extract<ReadingResult, { kind: 'noted' }>;

/** The readings of a clause: the result under each option, and those that are only noted. */
export function Readings({ readings }: { readonly readings: readonly ReadingResult[] }): View {
  const computed = readings.filter((reading): reading is Computed => reading.kind === 'computed');
  const [idle, decisive] = [computed.filter(isIdle), computed.filter((reading) => !isIdle(reading))];
  const noted = readings.filter((reading): reading is Noted => reading.kind === 'noted');
  return (
    <>
      {decisive.length === 0 ? null : (
        <div class="readings">
          <h4>文件可作不同理解</h4>
          {decisive.map((reading) => (
            <ComputedReading {...reading} />
          ))}
        </div>
      )}
      {idle.length === 0 ? null : (
        <details class="readings">
          <summary>文件可作不同理解，不影响这一条的结果（{idle.length} 处）</summary>
          {idle.map((reading) => (
            <ComputedReading {...reading} />
          ))}
        </details>
      )}
      {noted.length === 0 ? null : (
        <details class="readings">
          <summary>文件没有写清的地方（{noted.length} 处）</summary>
          <dl>
            {noted.map(({ question, note }) => (
              <>
                <dt>{question}</dt>
                <dd>{note}</dd>
              </>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

/** Whether a clause has the same result under every reading. */
function isIdle({ options }: Pick<Computed, 'options'>): boolean {
  return new Set(options.map(({ verdict, amount }) => JSON.stringify([verdict, amount]))).size < 2;
}

function ComputedReading({ question, options }: Computed): View {
  const same = isIdle({ options });
  // A reading of how several clauses add up changes the totals only.
  const joint = options.every(({ verdict }) => verdict === undefined);
  return (
    <>
      <p>{question}</p>
      <ul>{options.map((option) => (same ? <li>{option.label}</li> : <Option {...option} />))}</ul>
      {same ? (
        <p class="faint">
          {joint ? '这只影响几条的合计，不影响这一条。' : '按您填写的情况，怎样理解结果都一样。'}
        </p>
      ) : null}
    </>
  );
}

function Option({ label, verdict, amount }: Computed['options'][number]): View {
  return (
    <li>
      {label}：{verdict === undefined ? null : <strong>{sayBareVerdict(verdict)}</strong>}
      {amount === undefined || verdict === 'ineligible' ? null : amount.kind === 'none' ? (
        `，${sayNoAmount(amount.why)}`
      ) : (
        <>
          ，{amount.force === 'upTo' ? `${FORCES.upTo} ` : ''}
          <Money range={amount.force === 'upTo' ? amount.most : amount.least} />
        </>
      )}
    </li>
  );
}
