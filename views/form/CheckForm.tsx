import type { View } from '../view.ts';
import { AllQuestions, type AllQuestionsProps } from './AllQuestions.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FewQuestions, type QuestionPageView } from './FewQuestions.tsx';
import { CHECK_PATH } from './ItemFields.tsx';
import { ScopeFields } from './ScopeFields.tsx';

/** The props of {@link CheckForm}. */
export interface CheckFormProps extends AllQuestionsProps {
  /** The page of questions to show; absent shows every question at once. */
  readonly step?: QuestionPageView;
  /** How many problems there are besides those in `problems`. */
  readonly problemsLeft?: number;
}

/** The title of the page; it begins with the number of problems where there are any. */
export function checkTitle({
  problems,
  problemsLeft = 0,
}: Pick<CheckFormProps, 'problems' | 'problemsLeft'>): string {
  return problems.length > 0 ? `有 ${problems.length + problemsLeft} 处要改：自查` : '自查';
}

/** The self-check as a form that works without a script: first the place, then the questions of its clauses. */
export function CheckForm(props: CheckFormProps): View {
  const { problems, place, step } = props;
  const summary = problems.length > 0 ? <ErrorSummary {...props} /> : null;
  return (
    <div class="check">
      <h1>自查：能享受哪些政策</h1>
      {place !== undefined && step !== undefined ? (
        <FewQuestions {...props} step={step} summary={summary} />
      ) : (
        <>
          {summary}
          {place === undefined ? <PlaceForm {...props} /> : <AllQuestions {...props} />}
        </>
      )}
    </div>
  );
}

/** A GET form: place and date become part of the address, so that it can be bookmarked. It has no answers. */
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
