import type { Subject } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import { sayProblem } from '../wording/problems.ts';
import { ANSWERS } from '../wording/terms.ts';
import type { SubjectQuestions } from './asked-questions.ts';
import { actionText, fieldName, LIST_ANSWERS } from './fields.ts';
import { itemCount } from './items.ts';
import { type Filled, Question, sayMatters, Wrong } from './Question.tsx';

/** The address of the form. Buttons add a fragment, so that the browser returns to the position of the button. */
export const CHECK_PATH = '/check/';

/** The props of {@link ListFields}. */
export interface ListFieldsProps extends Filled, SubjectQuestions {}

/** 有没有…？ and, where there is any, one group of questions for each item, with buttons to add and remove. */
export function ListFields({ subject, facts, values, problems }: ListFieldsProps): View {
  const own = problems.filter(({ name }) => name === subject.id);
  const answer = values.get(subject.id) ?? LIST_ANSWERS.unknown;
  const count = Math.max(itemCount(values, subject), 1);
  const inItems = problems.some(({ name }) => name.startsWith(`${subject.id}.`));
  const open = answer === LIST_ANSWERS.given || own.length > 0 || inItems;
  return (
    <div class={open ? 'list open' : 'list'}>
      <ListQuestion subject={subject} values={values} problems={problems} more={false} />
      <div class="items">
        {Array.from({ length: count }, (_, index) => (
          <Item
            subject={subject}
            facts={facts}
            values={values}
            problems={problems}
            number={index + 1}
            only={count === 1}
          />
        ))}
        {count < subject.maxItems ? (
          <button
            type="submit"
            class="quiet"
            name="action"
            value={actionText({ kind: 'add', list: subject.id })}
            formaction={`${CHECK_PATH}#${subject.id}.${count + 1}`}
          >
            增加一个{nameOf(subject)}
          </button>
        ) : null}
      </div>
    </div>
  );
}

function nameOf({ item, label }: Subject): string {
  return item ?? label;
}

/** The props of {@link ListQuestion}. */
export interface ListQuestionProps extends Filled {
  readonly subject: Subject;
  /** Whether the items are asked for on a later page. */
  readonly more: boolean;
  /** How many clauses the answer can still change; absent where the page does not show it. */
  readonly clauses?: number | undefined;
}

const LIST_OPTIONS = [
  { value: LIST_ANSWERS.given, label: ANSWERS.some },
  { value: LIST_ANSWERS.none, label: ANSWERS.none },
  { value: LIST_ANSWERS.unknown, label: ANSWERS.unknown },
] as const;

/** 有没有…？ */
export function ListQuestion({ subject, values, problems, more, clauses }: ListQuestionProps): View {
  const wrong = problems.filter(({ name }) => name === subject.id).map((problem) => sayProblem(problem));
  const answer = values.get(subject.id) ?? LIST_ANSWERS.unknown;
  const known = LIST_OPTIONS.some(({ value }) => value === answer) ? answer : LIST_ANSWERS.unknown;
  const hint = `${subject.id}-hint`;
  const error = `${subject.id}-error`;
  return (
    <fieldset
      class={wrong.length > 0 ? 'question wrong' : 'question'}
      aria-describedby={wrong.length > 0 ? `${hint} ${error}` : hint}
    >
      <legend class="ask">有没有{subject.label}？</legend>
      <p class="hint" id={hint}>
        {more
          ? `有的话，后面会问每个${nameOf(subject)}的情况。`
          : `有的话，请把每个${nameOf(subject)}都填上；一个${nameOf(subject)}里不清楚的可以空着。`}
        {sayMatters(clauses)}
      </p>
      {wrong.length > 0 ? (
        <p class="error" id={error}>
          <strong>要改：</strong>
          {wrong.join('')}
        </p>
      ) : null}
      <div class="choices">
        {LIST_OPTIONS.map(({ value, label }) => (
          <label class="choice">
            <input
              type="radio"
              name={subject.id}
              value={value}
              id={value === LIST_ANSWERS.given ? subject.id : undefined}
              checked={value === known}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ItemProps extends ListFieldsProps {
  readonly number: number;
  readonly only: boolean;
}

function Item({ subject, facts, values, problems, number, only }: ItemProps): View {
  return (
    <fieldset class="item" id={`${subject.id}.${number}`} tabindex={-1}>
      <legend>
        {nameOf(subject)} {number}
      </legend>
      <Wrong name={`${subject.id}.${number}`} values={values} problems={problems} />
      {facts.map((fact) => (
        <Question
          fact={fact}
          name={fieldName(fact, { list: subject.id, number })}
          values={values}
          problems={problems}
        />
      ))}
      {only ? null : (
        <button
          type="submit"
          class="quiet"
          name="action"
          value={actionText({ kind: 'remove', list: subject.id, item: number })}
          formaction={`${CHECK_PATH}#${subject.id}`}
        >
          删除{nameOf(subject)} {number}
        </button>
      )}
    </fieldset>
  );
}
