import type { Dictionary } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import type { SubjectQuestions } from './asked-questions.ts';
import { FirstButton } from './FirstButton.tsx';
import { actionText, FIELDS } from './fields.ts';
import { HiddenFields } from './HiddenFields.tsx';
import { CHECK_PATH } from './ItemFields.tsx';
import type { Filled } from './Question.tsx';
import { QuestionGroup } from './QuestionGroup.tsx';
import type { ScopeFieldsProps } from './ScopeFields.tsx';
import { hasScopeProblem, ScopePanel } from './ScopePanel.tsx';

/** The props of {@link AllQuestions}. */
export interface AllQuestionsProps extends ScopeFieldsProps, Filled {
  readonly dictionary: Dictionary;
  /** The questions of the clauses in scope, by subject. */
  readonly questions: readonly SubjectQuestions[];
}

/** All questions on one page. */
export function AllQuestions(props: AllQuestionsProps): View {
  const { questions } = props;
  return (
    <form method="post" action={CHECK_PATH} novalidate>
      <FirstButton action={{ kind: 'check' }}>自查</FirstButton>
      <input type="hidden" name={FIELDS.mode} value="all" />
      <ScopePanel {...props} open={isScopeOpen(props)} />
      <HiddenFields {...props} shown={questions} />
      {questions.length === 0 ? <Nothing /> : <Questions {...props} />}
    </form>
  );
}

/** With more questions than this, the form advises narrowing the scope first. */
const MANY_QUESTIONS = 24;

function countQuestions({ questions }: AllQuestionsProps): number {
  return questions.reduce((count, { facts }) => count + facts.length, 0);
}

/** Whether to advise narrowing: many questions, nothing chosen and nothing answered yet. */
function isWide(props: AllQuestionsProps): boolean {
  const { chosenTopics, chosenClauses, topics, values } = props;
  const open = chosenTopics.length === 0 && chosenClauses.length === 0 && topics.length > 1;
  return open && values.size === 0 && countQuestions(props) > MANY_QUESTIONS;
}

/** Whether the panel of place, date and topics is open. It is folded once these are chosen, so that the questions come first. */
function isScopeOpen(props: AllQuestionsProps): boolean {
  return props.questions.length === 0 || isWide(props) || hasScopeProblem(props);
}

/** The notice for a place without clauses. */
export function Nothing(): View {
  return (
    <p class="empty">
      这个地方还没有收录可以自查的条款。可以换一个地方，或者看看<a href="/policies/">已收录的政策文件</a>。
    </p>
  );
}

function Questions(props: AllQuestionsProps): View {
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
          <QuestionGroup {...props} {...group} />
        ))}
      </section>
      <p class="actions">
        <button type="submit" name={FIELDS.action} value={actionText({ kind: 'check' })}>
          自查，看结果
        </button>
        <button type="submit" class="quiet" name={FIELDS.action} value={actionText({ kind: 'few' })}>
          改为一次几题
        </button>
      </p>
      <p class="hint">填写的内容只用来算这一次，不会保存，也不会出现在网址里。</p>
    </>
  );
}
