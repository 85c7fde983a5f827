import type { ReadingResult } from '../clauses/index.ts';
import { Money } from './Money.tsx';
import type { View } from './view.ts';
import { sayNoAmount, sayVerdict } from './wording/labels.ts';

type Computed = Extract<ReadingResult, { kind: 'computed' }>;

/** Where the text can be read in more than one way: what each way gives, or what the text leaves open. */
export function Readings({ readings }: { readonly readings: readonly ReadingResult[] }): View | null {
  if (readings.length === 0) return null;
  return (
    <div class="readings">
      <h5>文件没有写清的地方（不同理解）</h5>
      <dl>
        {readings.map((reading) => (
          <>
            <dt>{reading.question}</dt>
            {reading.kind === 'noted' ? (
              <dd>{reading.note}</dd>
            ) : (
              reading.options.map((option) => <Option {...option} />)
            )}
          </>
        ))}
      </dl>
    </div>
  );
}

function Option({ label, verdict, amount }: Computed['options'][number]): View {
  return (
    <dd>
      {label}
      {verdict === undefined ? null : `：${sayVerdict({ verdict, authority: [], missing: [] })}`}
      {amount === undefined || verdict === 'ineligible' ? null : amount.kind === 'none' ? (
        `，${sayNoAmount(amount.why)}`
      ) : (
        <>
          ，{amount.force === 'upTo' ? '最高 ' : ''}
          <Money range={amount.force === 'upTo' ? amount.most : amount.least} />
        </>
      )}
    </dd>
  );
}
