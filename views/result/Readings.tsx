import type { ClauseResult, ReadingResult } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import { sayNoAmount, sayReadingVerdict } from '../wording/labels.ts';
import { saidAmount } from '../wording/results/amount.ts';
import type { ResultContext, Said } from '../wording/results/result.ts';
import { SaidParts } from '../wording/results/Said.tsx';

type Computed = Extract<ReadingResult, { kind: 'computed' }>;
type Noted = Extract<ReadingResult, { kind: 'noted' }>;

/** The props of {@link OpenReadings} and {@link IdleReadings}. */
export interface ReadingsProps {
  readonly result: ClauseResult;
  readonly context: ResultContext;
}

/**
 * Where the text can be read in more than one way and the result changes: what each way gives. Then what the text leaves
 * open, each question in words, because it may decide whether anything is given at all; the notes on demand.
 */
export function OpenReadings({ result, context }: ReadingsProps): View {
  const decisive = computedOf(result).filter((reading) => !isIdle(reading));
  const noted = result.readings.filter((reading): reading is Noted => reading.kind === 'noted');
  return (
    <>
      {decisive.length === 0 ? null : (
        <div class="readings">
          <h4>文件可作不同理解</h4>
          {decisive.map((reading) => (
            <ComputedReading reading={reading} result={result} context={context} />
          ))}
        </div>
      )}
      {noted.length === 0 ? null : (
        <div class="readings">
          <h4>文件没有写清的</h4>
          {noted.map(({ question, note }) => (
            <details>
              <summary>{question}</summary>
              <p>{note}</p>
            </details>
          ))}
        </div>
      )}
    </>
  );
}

/** Readings that do not change the result of the clause, on demand. */
export function IdleReadings({ result, context }: ReadingsProps): View | null {
  const idle = computedOf(result).filter(isIdle);
  if (idle.length === 0) return null;
  return (
    <details class="readings">
      <summary>文件可作不同理解，不影响这一条的结果（{idle.length} 处）</summary>
      {idle.map((reading) => (
        <ComputedReading reading={reading} result={result} context={context} />
      ))}
    </details>
  );
}

/** How several awards add up does not matter to one that is not given. */
function computedOf({ verdict, readings }: ClauseResult): readonly Computed[] {
  const computed = readings.filter((reading): reading is Computed => reading.kind === 'computed');
  if (verdict !== 'ineligible') return computed;
  return computed.filter(({ options }) => options.some((option) => option.verdict !== undefined));
}

/** Whether a clause has the same result under every reading. */
function isIdle({ options }: Pick<Computed, 'options'>): boolean {
  return new Set(options.map(({ verdict, amount }) => JSON.stringify([verdict, amount]))).size < 2;
}

interface ComputedReadingProps extends ReadingsProps {
  readonly reading: Computed;
}

function ComputedReading({ reading: { question, options }, ...rest }: ComputedReadingProps): View {
  const same = isIdle({ options });
  // A reading of how several clauses add up changes the totals only.
  const joint = options.every(({ verdict }) => verdict === undefined);
  return (
    <>
      <p>{question}</p>
      <ul>
        {options.map((option) => (same ? <li>{option.label}</li> : <Option {...rest} option={option} />))}
      </ul>
      {same ? (
        <p class="faint">
          {joint ? '这只影响几条的合计，不影响这一条。' : '按您填写的情况，怎样理解结果都一样。'}
        </p>
      ) : null}
    </>
  );
}

function Option({ option, result, context }: ReadingsProps & { option: Computed['options'][number] }): View {
  const { label, verdict, amount } = option;
  const parts = amount === undefined || verdict === 'ineligible' ? [] : sayAmount(result, amount, context);
  return (
    <li>
      {label}：{verdict === undefined ? null : <strong>{sayReadingVerdict(verdict)}</strong>}
      {parts.length === 0 ? null : (
        <>
          ，<SaidParts parts={parts} />
        </>
      )}
    </li>
  );
}

function sayAmount(
  { id, standing }: ClauseResult,
  amount: ClauseResult['amount'],
  context: ResultContext,
): Said {
  if (amount.kind === 'none') return [sayNoAmount(amount.why)];
  const { figure, notes } = saidAmount({ id, standing, amount, missing: [] }, context) ?? {
    figure: [],
    notes: [],
  };
  return [...figure, ...notes.flatMap((note) => ['，', ...note])];
}
