import type { View } from '../view.ts';
import type { SubjectQuestions } from './asked-questions.ts';
import { ListFields, ListQuestion } from './ItemFields.tsx';
import { type Filled, Question } from './Question.tsx';
import { SeriesFields, yearsAsked } from './SeriesFields.tsx';

/** The props of {@link QuestionGroup}. */
export interface QuestionGroupProps extends Filled, SubjectQuestions {
  /** `YYYY-MM-DD`, for the years of a series. */
  readonly asOf: string;
  /** How many clauses each answer can still change, by the name under which it is asked. */
  readonly matters?: ReadonlyMap<string, number>;
}

/** The questions of one subject; for a list without facts only whether it has items. */
export function QuestionGroup(props: QuestionGroupProps): View {
  const { subject, facts, asOf, values, problems, matters } = props;
  if (subject.list && facts.length === 0)
    return <ListQuestion {...props} more clauses={matters?.get(subject.id)} />;
  if (subject.list) return <ListFields {...props} />;
  const years = yearsAsked(asOf);
  return (
    <section class="subject" aria-labelledby={`subject-${subject.id}`}>
      <h3 id={`subject-${subject.id}`}>{subject.label}</h3>
      {facts.map((fact) =>
        fact.type === 'series' ? (
          <SeriesFields fact={fact} name={fact.id} years={years} values={values} problems={problems} />
        ) : (
          <Question
            fact={fact}
            name={fact.id}
            values={values}
            problems={problems}
            clauses={matters?.get(fact.id)}
          />
        ),
      )}
    </section>
  );
}
