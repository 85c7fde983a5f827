import type { View } from '../view.ts';
import { sayYear } from '../wording/names.ts';
import { Help, type QuestionProps, TextField, Wrong } from './Question.tsx';

/** The props of {@link SeriesFields}. */
export interface SeriesFieldsProps extends QuestionProps {
  /** Years that are asked for, newest first; `earlier` means all years before them. */
  readonly years: readonly string[];
}

/** The years that a series is asked for: the year of the as-of date, three before it, and the best of all earlier years. */
export function yearsAsked(asOf: string): readonly string[] {
  const year = Number(asOf.slice(0, 4));
  return [year, year - 1, year - 2, year - 3].map(String).concat('earlier');
}

/** One field for each year, under one question. */
export function SeriesFields(props: SeriesFieldsProps): View {
  const { fact, name, years } = props;
  const [first = ''] = years;
  return (
    <fieldset class="question">
      <legend class="ask">{fact.question}</legend>
      <Help {...props} />
      <div class="years">
        {years.map((year) => {
          const field = { ...props, name: `${name}.${year}` };
          return (
            <div class="year" id={year === first ? name : undefined}>
              <label for={field.name}>{sayYear(year).replace(/的$/, '')}</label>
              <Wrong {...field} />
              <TextField {...field} hinted={false} />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
