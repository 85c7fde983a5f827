import type { Totals, TotalsReading } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import { Money } from '../wording/Money.tsx';
import { upTo } from '../wording/money.ts';

/** The anchor that the totals link to for their dependence on readings. */
export const READINGS_ANCHOR = 'readings';

/** The props of {@link TotalsReadings}. */
export interface TotalsReadingsProps {
  readonly readings: Totals['readings'];
  /** Titles of clauses and groups by id. */
  readonly titleOf: (id: string) => string;
}

/** The totals under each reading of the text. */
export function TotalsReadings({ readings, titleOf }: TotalsReadingsProps): View | null {
  if (readings.length === 0) return null;
  return (
    <section aria-labelledby={`${READINGS_ANCHOR}-title`}>
      <h2 id={`${READINGS_ANCHOR}-title`}>不同理解下的合计</h2>
      <details class="more">
        <summary>文件有 {readings.length} 处可作不同理解，各自的合计</summary>
        {/* A link to what is folded unfolds it. */}
        <div id={READINGS_ANCHOR}>
          {readings.map((reading) => (
            <table class="stack reading-totals">
              <caption>
                <strong>{titleOf(ownerOf(reading))}</strong>：{reading.question}
              </caption>
              <thead>
                <tr>
                  <th scope="col">理解为</th>
                  <th scope="col">明确给予</th>
                  <th scope="col">最多可以到</th>
                </tr>
              </thead>
              <tbody>
                {reading.options.map(({ label, granted, atMost }) => (
                  <tr>
                    <th scope="row">{label}</th>
                    <td data-label="明确给予">
                      <Money range={granted} />
                    </td>
                    <td data-label="最多可以到">
                      <Money range={upTo(atMost)} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </div>
      </details>
    </section>
  );
}

/** A reading's full id is that of its clause or group, a colon and its name. */
function ownerOf({ id }: TotalsReading): string {
  return id.slice(0, id.lastIndexOf(':'));
}
