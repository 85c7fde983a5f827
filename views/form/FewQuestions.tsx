import type { CataloguePolicy, CheckResult } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import { resultContext } from '../wording/results/result.ts';
import { type AllQuestionsProps, Nothing } from './AllQuestions.tsx';
import { type Answered, AnsweredList } from './AnsweredList.tsx';
import type { SubjectQuestions } from './asked-questions.ts';
import { FirstButton } from './FirstButton.tsx';
import { actionText, FIELDS } from './fields.ts';
import { HiddenFields } from './HiddenFields.tsx';
import { CHECK_PATH } from './ItemFields.tsx';
import { QuestionGroup } from './QuestionGroup.tsx';
import type { QuestionPage } from './questionnaire.ts';
import { ResultSoFar } from './ResultSoFar.tsx';
import { hasScopeProblem, ScopePanel } from './ScopePanel.tsx';

/** One page of questions. */
export interface QuestionPageView {
  /** The pages that were shown, the present one last. */
  readonly pages: readonly QuestionPage[];
  /** The questions of the present page; none during the review of the answers. */
  readonly shown: readonly SubjectQuestions[];
  /** How many clauses each answer can still change, by the name under which it is asked. */
  readonly matters: ReadonlyMap<string, number>;
  /** How many questions may still come. */
  readonly left: number;
  /** How many were shown, not answered, and still matter. */
  readonly skipped: number;
  readonly answered: readonly Answered[];
  /** The result of the answers so far. */
  readonly result: CheckResult;
  /** The policies of the place's chain, as prepared. */
  readonly policies: readonly CataloguePolicy[];
}

/** The props of {@link FewQuestions}. */
export interface FewQuestionsProps extends AllQuestionsProps {
  readonly step: QuestionPageView;
  /** The list of problems; `null` where there are none. */
  readonly summary: View | null;
}

/** A fragment that scrolls past the head of the page to the part that has changed. */
const STEP_PATH = `${CHECK_PATH}#step`;

/** A few questions, with the result so far above them and the answers given below. */
export function FewQuestions(props: FewQuestionsProps): View {
  const { questions, step, summary } = props;
  const asking = step.shown.length > 0;
  return (
    <form method="post" action={CHECK_PATH} novalidate>
      {asking ? (
        <FirstButton action={{ kind: 'next' }} to={STEP_PATH}>
          下一页
        </FirstButton>
      ) : (
        <FirstButton action={{ kind: 'check' }}>自查</FirstButton>
      )}
      {[...step.pages, ...(asking ? [] : [[]])].map((page) => (
        <input type="hidden" name={FIELDS.page} value={page.join(',')} />
      ))}
      <ScopePanel {...props} open={questions.length === 0 || hasScopeProblem(props)} />
      <HiddenFields {...props} shown={step.shown} />
      <section class="step" id="step" tabindex={-1} aria-labelledby="step-title">
        {summary}
        {questions.length === 0 ? <Nothing /> : asking ? <Asking {...props} /> : <Review {...props} />}
      </section>
    </form>
  );
}

function Asking(props: FewQuestionsProps): View {
  const { step } = props;
  return (
    <>
      <h2 id="step-title">{step.pages.length > 1 ? '再问几个' : '先问几个最有用的'}</h2>
      <p class="progress">
        {sayProgress(step)}
        {canNarrow(props) ? (
          <>
            只关心几个方面的，先在上面的<a href="#scope">地方、日期和方面</a>里选，问得更少。
          </>
        ) : null}
      </p>
      <SoFar {...props} />
      <p class="hint">
        不清楚的选“不清楚”或者空着，点“继续”就跳过，这一轮不再问。金额的单位是元，可以写 1200万、3.5亿。
      </p>
      {step.shown.map((group) => (
        <QuestionGroup {...props} {...group} matters={step.matters} />
      ))}
      <p class="actions">
        <button
          type="submit"
          name={FIELDS.action}
          value={actionText({ kind: 'next' })}
          formaction={STEP_PATH}
        >
          继续
        </button>
        {step.pages.length > 1 ? (
          <button
            type="submit"
            class="quiet"
            name={FIELDS.action}
            value={actionText({ kind: 'back' })}
            formaction={STEP_PATH}
          >
            上一页
          </button>
        ) : null}
        <button type="submit" class="quiet" name={FIELDS.action} value={actionText({ kind: 'check' })}>
          直接看结果
        </button>
      </p>
      <AnsweredList {...step} open={false} to={STEP_PATH} />
      <Foot />
    </>
  );
}

function SoFar({ step: { result, policies, answered }, dictionary }: FewQuestionsProps): View {
  return (
    <ResultSoFar result={result} context={resultContext(dictionary, policies)} begun={answered.length > 0} />
  );
}

/** How many questions come depends on the answers. */
function sayProgress({ pages, left }: QuestionPageView): string {
  const rest = left === 0 ? '没有别的要问了' : `后面还可能要问 ${left} 题，用不着的会略去`;
  return `第 ${pages.length} 页，${rest}。`;
}

function canNarrow({ step, topics, chosenTopics, chosenClauses }: FewQuestionsProps): boolean {
  return step.pages.length < 2 && topics.length > 1 && chosenTopics.length + chosenClauses.length === 0;
}

/** The review: it asks nothing, and every answer can be changed. */
function Review(props: FewQuestionsProps): View {
  const { step } = props;
  return (
    <>
      <h2 id="step-title">您填写的内容</h2>
      {step.left === 0 ? <p>要问的都问过了。</p> : null}
      <SoFar {...props} />
      <AnsweredList {...step} open to={STEP_PATH} />
      <p class="actions">
        <button type="submit" name={FIELDS.action} value={actionText({ kind: 'check' })}>
          看结果
        </button>
        {step.left === 0 ? null : (
          <button
            type="submit"
            class="quiet"
            name={FIELDS.action}
            value={actionText({ kind: 'next' })}
            formaction={STEP_PATH}
          >
            接着回答（还可能要问 {step.left} 题）
          </button>
        )}
      </p>
      <Foot />
    </>
  );
}

function Foot(): View {
  return (
    <>
      <p>
        <button type="submit" class="quiet" name={FIELDS.action} value={actionText({ kind: 'all' })}>
          显示全部问题
        </button>
      </p>
      <p class="hint">填写的内容只用来算这一次，不会保存，也不会出现在网址里。</p>
    </>
  );
}
