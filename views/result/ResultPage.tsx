import type { CataloguePolicy, CheckResult, ClauseResult, Dictionary } from '../../clauses/index.ts';
import { actionText, FIELDS, type FormAction, type FormState } from '../form/fields.ts';
import { CHECK_PATH } from '../form/ItemFields.tsx';
import { carriedFields } from '../form/questionnaire.ts';
import type { View } from '../view.ts';
import {
  sayDate,
  sayDocumentNumber,
  sayPeriod,
  sayVerdict,
  verdictClass,
  verdictSign,
} from '../wording/labels.ts';
import { sayName, type Vocabulary } from '../wording/names.ts';
import {
  byVerdict,
  countVerdicts,
  type ResultContext,
  resultContext,
  sayVersion,
} from '../wording/results/result.ts';
import { sayStandingFully, sayStandingNote } from '../wording/results/standings.ts';
import { AnswerTable } from './AnswerTable.tsx';
import { AmountCell } from './ClauseAmount.tsx';
import { ClauseVerdict, verdictAnchor } from './ClauseVerdict.tsx';
import { CombinationView } from './CombinationView.tsx';
import { TotalsReadings } from './TotalsReadings.tsx';
import { TotalsView } from './TotalsView.tsx';

/** The props of {@link ResultPage}. */
export interface ResultPageProps {
  /** Of a check with `trace: true`. */
  readonly result: CheckResult;
  readonly dictionary: Dictionary;
  /** The clauses of the place and of the places above it. */
  readonly policies: readonly CataloguePolicy[];
  readonly placeName: string;
  /** The form as it was sent, so that it can be changed. */
  readonly state: FormState;
  /** How many questions were not asked yet and may still matter. */
  readonly left: number;
  /** How many were asked, not answered, and still matter. */
  readonly skipped: number;
  /** The answers of the form as read, from `flatAnswers`. */
  readonly answers: Readonly<Record<string, string>>;
}

/** The title of the page. */
export const RESULT_TITLE = '自查结果';

/** The result of a check, readable and printable without a script: totals first, then policy by policy. */
export function ResultPage(props: ResultPageProps): View {
  const { result, dictionary, policies, placeName, state, answers } = props;
  const context = resultContext(dictionary, policies);
  const { words, titleOf } = context;
  const shown = policies.filter(({ id }) => result.clauses.some(({ policy }) => policy === id));
  return (
    <div class="result">
      <h1>{RESULT_TITLE}</h1>
      <p class="faint">
        {placeName} · 基准日 {sayDate(result.asOf)}
        {result.catalogue === '' ? null : (
          <>
            {' '}
            · 数据版本 <code>{sayVersion(result)}</code>
          </>
        )}
      </p>
      <TotalsView result={result} context={context} />
      <p class="disclaimer">
        <strong>仅供参考，以主管部门审核为准。</strong>
        填写的内容没有保存。
      </p>
      <Overview clauses={result.clauses} context={context} />
      <Missing result={result} words={words} />
      <EditForm {...props} />
      <CombinationView result={result} titleOf={titleOf} />
      <TotalsReadings readings={result.totals.readings} titleOf={titleOf} />
      {shown.map((policy) => (
        <PolicyResult policy={policy} result={result} context={context} />
      ))}
      <section aria-labelledby="answers-title">
        <h2 id="answers-title">您填写的内容</h2>
        <AnswerTable dictionary={dictionary} values={state.values} answers={answers} />
      </section>
      <EditForm {...props} />
    </div>
  );
}

interface OverviewProps {
  readonly clauses: readonly ClauseResult[];
  readonly context: ResultContext;
}

function Overview({ clauses, context }: OverviewProps): View | null {
  const awards = byVerdict(clauses);
  if (awards.length === 0) return null;
  return (
    <section aria-labelledby="overview-title">
      <h2 id="overview-title">一览</h2>
      <p>{countVerdicts(clauses).join('，')}。</p>
      <table class="stack overview">
        <thead>
          <tr>
            <th scope="col">条款</th>
            <th scope="col">结果</th>
            <th scope="col">金额</th>
          </tr>
        </thead>
        <tbody>
          {awards.map((clause) => (
            <OverviewRow clause={clause} context={context} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OverviewRow({ clause, context }: { clause: ClauseResult; context: ResultContext }): View {
  const note = sayStandingNote(clause.standing, context.datesOf(clause.policy));
  return (
    <tr class={verdictClass(clause)}>
      <th scope="row">
        <a href={`#${verdictAnchor(clause)}`}>{clause.title}</a>
      </th>
      <td data-label="结果">
        <span class="sign" aria-hidden="true">
          {verdictSign(clause)}
        </span>{' '}
        {sayVerdict(clause)}
        {note === undefined ? null : <span class="faint note">{note}</span>}
      </td>
      <td data-label="金额">
        <AmountCell result={clause} context={context} />
      </td>
    </tr>
  );
}

/** The number of missing answers that are listed at once; the others are folded. */
const MISSING_SHOWN = 6;

function Missing({ result, words }: { result: CheckResult; words: Vocabulary }): View | null {
  const { questions } = result;
  if (questions.length === 0) return null;
  const rest = questions.slice(MISSING_SHOWN);
  return (
    <section aria-labelledby="missing-title">
      <h2 id="missing-title">还缺 {questions.length} 项，答了结果会更准</h2>
      <MissingList questions={questions.slice(0, MISSING_SHOWN)} words={words} />
      {rest.length === 0 ? null : (
        <details class="more">
          <summary>其余 {rest.length} 项</summary>
          <MissingList questions={rest} words={words} />
        </details>
      )}
    </section>
  );
}

function MissingList({ questions, words }: Pick<CheckResult, 'questions'> & { words: Vocabulary }): View {
  return (
    <ul class="columns">
      {questions.map(({ fact, clauses }) => (
        <li>
          {sayName(fact, words)}
          {clauses > 1 ? <span class="faint">（影响 {clauses} 条）</span> : null}
        </li>
      ))}
    </ul>
  );
}

interface PolicyResultProps {
  readonly policy: CataloguePolicy;
  readonly result: CheckResult;
  readonly context: ResultContext;
}

function PolicyResult({ policy, result, context }: PolicyResultProps): View {
  const own = result.clauses.filter((clause) => clause.policy === policy.id);
  const [first] = own;
  const id = `policy-${policy.id.replace('/', '-')}`;
  return (
    <section class="policy-result" aria-labelledby={id}>
      <h2 id={id}>{policy.title}</h2>
      <p class="faint">
        {sayDocumentNumber(policy.documentNumber)} · {first === undefined ? '' : sayState(first, policy)} ·{' '}
        <a href={`/policies/${policy.id}/`}>看原文</a>
      </p>
      {inOrder(own).map((each) => (
        <ClauseVerdict result={each} policy={policy} context={context} />
      ))}
    </section>
  );
}

/** As in the overview; what only limits others comes last. */
function inOrder(clauses: readonly ClauseResult[]): readonly ClauseResult[] {
  return [...byVerdict(clauses), ...clauses.filter(({ verdict }) => verdict === undefined)];
}

/** The standing of a document, and since when. */
function sayState({ standing }: ClauseResult, { dates }: CataloguePolicy): string {
  const note = sayStandingFully(standing, dates);
  if (note === undefined || standing === 'unknown-period' || standing === 'plan-ended')
    return note ?? sayPeriod(standing, dates);
  return `${sayPeriod(standing, dates)}（${note}）`;
}

/** Back to the questions with every answer. */
function EditForm({ result, dictionary, state, left, skipped }: ResultPageProps): View {
  const hidden = [
    [FIELDS.place, result.jurisdiction],
    [FIELDS.asOf, result.asOf],
    ...state.topics.map((topic) => [FIELDS.topic, topic]),
    ...state.clauses.map((clause) => [FIELDS.clause, clause]),
    ...state.pages.map((page) => [FIELDS.page, page.join(',')]),
    ...(state.all ? [[FIELDS.mode, 'all']] : []),
    ...carriedFields(dictionary, state.values),
  ];
  return (
    <form class="no-print actions" method="post" action={CHECK_PATH}>
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {state.all ? null : left > 0 ? (
        <ActionButton action={{ kind: 'next' }}>接着回答</ActionButton>
      ) : skipped > 0 ? (
        <ActionButton action={{ kind: 'again' }}>{`回答跳过的 ${skipped} 题`}</ActionButton>
      ) : null}
      <ActionButton action={{ kind: 'edit' }}>修改或补充填写的内容</ActionButton>
    </form>
  );
}

function ActionButton({ action, children }: { action: FormAction; children: string }): View {
  return (
    <button type="submit" class="quiet" name={FIELDS.action} value={actionText(action)}>
      {children}
    </button>
  );
}
