import { type Dictionary, parseDate } from '../clauses/index.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { actionText, FIELDS } from './fields.ts';
import { HiddenFields } from './HiddenFields.tsx';
import { CHECK_PATH, ListFields } from './ItemFields.tsx';
import { type Filled, Question } from './Question.tsx';
import { ScopeFields, type ScopeFieldsProps } from './ScopeFields.tsx';
import { SeriesFields, yearsAsked } from './SeriesFields.tsx';
import type { SubjectQuestions } from './scope.ts';
import type { View } from './view.ts';
import { sayDate } from './wording/labels.ts';

export interface CheckFormProps extends ScopeFieldsProps, Filled {
  readonly dictionary: Dictionary;
  /** What the clauses in scope ask, by subject; empty until a place is chosen. */
  readonly questions: readonly SubjectQuestions[];
}

/** The title of the page; it says first when something must be mended. */
export function checkTitle({ problems }: Pick<CheckFormProps, 'problems'>): string {
  return problems.length > 0 ? `有 ${problems.length} 处要改：自查` : '自查';
}

/** The self-check as a form that works without a script: first the place, then the questions of its clauses. */
export function CheckForm(props: CheckFormProps): View {
  const { dictionary, problems, place } = props;
  return (
    <div class="check">
      <h1>自查：能享受哪些政策</h1>
      {problems.length > 0 ? <ErrorSummary dictionary={dictionary} problems={problems} /> : null}
      {place === undefined ? <PlaceForm {...props} /> : <QuestionForm {...props} />}
    </div>
  );
}

/** The first step stands in the address, so that it can be kept; it holds no answers. */
function PlaceForm(props: CheckFormProps): View {
  return (
    <form method="get" action={CHECK_PATH} novalidate>
      <p class="lead">
        先选地方，再回答几个问题。不清楚的可以不答，结果会告诉您还缺什么。填写的内容只用来算这一次，不会保存。
      </p>
      <ScopeFields {...props} />
      <p class="actions">
        <button type="submit">下一步：回答问题</button>
      </p>
    </form>
  );
}

function QuestionForm(props: CheckFormProps): View {
  const { questions } = props;
  return (
    <form method="post" action={CHECK_PATH} novalidate>
      {/* The Enter key presses the first button of a form: it must be this one. */}
      <button
        type="submit"
        class="first-button"
        name={FIELDS.action}
        value={actionText({ kind: 'check' })}
        tabindex={-1}
      >
        自查
      </button>
      <details class="scope" open={isScopeOpen(props)}>
        <summary>
          <h2>地方、日期和方面</h2>
          <span>{sayScope(props)}</span>
        </summary>
        <ScopeFields {...props} />
        <p class="actions">
          <button type="submit" class="quiet" name={FIELDS.action} value={actionText({ kind: 'update' })}>
            更新问题
          </button>
        </p>
      </details>
      <HiddenFields {...props} shown={questions} />
      {questions.length === 0 ? <Nothing /> : <Questions {...props} />}
    </form>
  );
}

/** So many questions that it is better to choose first what to look at. */
const MANY_QUESTIONS = 24;

function countQuestions({ questions }: CheckFormProps): number {
  return questions.reduce((count, { facts }) => count + facts.length, 0);
}

/** Whether to advise narrowing: many questions, nothing chosen and nothing answered yet. */
function isWide(props: CheckFormProps): boolean {
  const { chosenTopics, chosenClauses, topics, values } = props;
  const open = chosenTopics.length === 0 && chosenClauses.length === 0 && topics.length > 1;
  return open && values.size === 0 && countQuestions(props) > MANY_QUESTIONS;
}

/** Folded once it is settled: the questions come first then. */
function isScopeOpen(props: CheckFormProps): boolean {
  const { questions, problems } = props;
  const scope: readonly string[] = Object.values(FIELDS);
  return questions.length === 0 || isWide(props) || problems.some(({ name }) => scope.includes(name));
}

function sayScope({ places, place, asOf, chosenTopics, chosenClauses }: CheckFormProps): string {
  const name = places.find(({ slug }) => slug === place)?.name ?? '';
  const what =
    chosenClauses.length > 0
      ? `只自查${chosenClauses.map(({ title }) => `“${title}”`).join('、')}`
      : chosenTopics.length > 0
        ? chosenTopics.join('、')
        : '全部主题';
  return `${name}，${parseDate(asOf) === undefined ? '' : `${sayDate(asOf)}，`}${what}`;
}

function Nothing(): View {
  return (
    <p class="empty">
      这个地方还没有收录可以自查的条款。可以换一个地方，或者看看<a href="/policies/">已收录的政策文件</a>。
    </p>
  );
}

function Questions(props: CheckFormProps): View {
  return (
    <>
      <section class="questions" aria-labelledby="questions-title">
        <h2 id="questions-title">问题</h2>
        {isWide(props) ? (
          <p>
            共 {countQuestions(props)} 个问题。在上面的“看哪些方面”选定您关心的，点“更新问题”，就只问有关的。
          </p>
        ) : null}
        <p class="hint">都可以不答。金额的单位是元，可以写 1200万、1,200、3.5亿；结果里会写出读成了多少。</p>
        {props.questions.map((group) => (
          <Group {...props} {...group} />
        ))}
      </section>
      <p class="actions">
        <button type="submit" name={FIELDS.action} value={actionText({ kind: 'check' })}>
          自查，看结果
        </button>
      </p>
      <p class="hint">填写的内容只用来算这一次，不会保存，也不会出现在网址里。</p>
    </>
  );
}

function Group({ subject, facts, asOf, values, problems }: CheckFormProps & SubjectQuestions): View {
  if (subject.list) return <ListFields subject={subject} facts={facts} values={values} problems={problems} />;
  const years = yearsAsked(asOf);
  return (
    <section class="subject" aria-labelledby={`subject-${subject.id}`}>
      <h3 id={`subject-${subject.id}`}>{subject.label}</h3>
      {facts.map((fact) =>
        fact.type === 'series' ? (
          <SeriesFields fact={fact} name={fact.id} years={years} values={values} problems={problems} />
        ) : (
          <Question fact={fact} name={fact.id} values={values} problems={problems} />
        ),
      )}
    </section>
  );
}
