import type { CataloguePolicy, Clause, ClauseResult } from '../../clauses/index.ts';
import { counts } from '../../clauses/language.ts';
import type { View } from '../view.ts';
import { sayNames, sayPeriod, sayVerdict, verdictClass, verdictSign } from '../wording/labels.ts';
import { sayRange } from '../wording/money.ts';
import { sayName } from '../wording/names.ts';
import { saidCalculation } from '../wording/results/calculation.ts';
import { saidConditions, sayRequirement } from '../wording/results/conditions.ts';
import { sayGrounds } from '../wording/results/grounds.ts';
import { type ResultContext, sayReason } from '../wording/results/result.ts';
import { sayStandingFully } from '../wording/results/standings.ts';
import { summary } from '../wording/rules/summary.ts';
import { ClauseAmount } from './ClauseAmount.tsx';
import { ConditionList } from './ConditionList.tsx';
import { Gaps } from './Gaps.tsx';
import { IdleReadings, OpenReadings } from './Readings.tsx';

/** The props of {@link ClauseVerdict}. */
export interface ClauseVerdictProps {
  readonly result: ClauseResult;
  /** The policy of the clause. */
  readonly policy: CataloguePolicy;
  readonly context: ResultContext;
}

interface KnownClauseProps extends ClauseVerdictProps {
  readonly clause: Clause;
}

/** The anchor of a clause on the result page. */
export function verdictAnchor({ id }: Pick<ClauseResult, 'id'>): string {
  return `result-${id.replace(/[/#]/g, '-')}`;
}

/** The address of a clause in its text. */
export function clauseAddress(id: string): string {
  return `/policies/${id.replace('#', '/#')}`;
}

/**
 * The result of one clause: verdict, amount, what decided it, what is missing, what could be changed and how the text can
 * be read. The conditions one by one, the calculation and the sentences of the text are folded, except where the verdict
 * is `eligible`.
 */
export function ClauseVerdict(props: ClauseVerdictProps): View | null {
  const clause = props.context.clauseOf(props.result.id);
  return clause === undefined ? null : <Card {...props} clause={clause} />;
}

function Card(props: KnownClauseProps): View {
  const { result, clause, policy, context } = props;
  const { words } = context;
  const gives = summary(clause, policy, words);
  const anchor = verdictAnchor(result);
  return (
    <article class={`verdict ${verdictClass(result)}`} id={anchor} aria-labelledby={`${anchor}-title`}>
      <Head {...props} />
      {isSaidByAmount(result, gives) ? null : (
        <p class="gives">
          <span class="faint">文件规定：</span>
          {gives}
        </p>
      )}
      <ClauseAmount result={result} context={context} />
      <Reasons {...props} />
      {counts(result.standing) ? <Gaps result={result} words={words} /> : null}
      {result.verdict === 'ineligible' ? null : <OpenReadings result={result} context={context} />}
      <details class="details" open={result.verdict === 'eligible'}>
        <summary>{sayDetails(props)}</summary>
        <Conditions {...props} />
        <Calculation {...props} />
        {result.verdict === 'ineligible' ? <OpenReadings result={result} context={context} /> : null}
        <IdleReadings result={result} context={context} />
        <Source {...props} />
      </details>
    </article>
  );
}

function Head({ result, policy: { dates } }: KnownClauseProps): View {
  const note = sayStandingFully(result.standing, dates);
  return (
    <header>
      <h3 id={`${verdictAnchor(result)}-title`}>{result.title}</h3>
      <p class="says">
        <span class="sign" aria-hidden="true">
          {verdictSign(result)}
        </span>{' '}
        <strong>{sayVerdict(result)}</strong>
        {note === undefined || result.verdict === undefined ? null : <span class="faint">（{note}）</span>}
      </p>
    </header>
  );
}

/** A fixed figure of the text is the amount itself: it is said once. */
function isSaidByAmount({ verdict, amount }: ClauseResult, gives: string): boolean {
  if (verdict === 'ineligible' || amount.kind === 'none') return false;
  const { least } = amount.beforeLimits ?? amount;
  return amount.force === 'fixed' && sayRange(least) === gives;
}

/** The parts that the folded section has: conditions and a calculation only where there are any. */
function sayDetails({ result, clause, context }: KnownClauseProps): string {
  const parts = [
    ...(result.trace.some(({ step }) => step === 'condition') ? ['逐项条件'] : []),
    ...(saidCalculation(result, clause, context).length > 0 ? ['算法'] : []),
    '原文和受理单位',
  ];
  return parts.join('、');
}

/** What decided, what is missing, and what only the authority can say. */
function Reasons({ result, context: { words } }: KnownClauseProps): View {
  const reasons = [
    ...result.reasons.map((reason) => sayReason(reason, words)),
    sayGrounds(result, words),
  ].filter((text) => text !== undefined);
  return (
    <div class="why">
      {[...new Set(reasons)].map((text) => (
        <p>{text}</p>
      ))}
      {result.missing.length === 0 ? null : (
        <p class="missing">
          <strong>{result.verdict === 'undetermined' ? '暂无法判断，还缺：' : '还缺（会影响金额）：'}</strong>
          {result.missing.map((name) => sayName(name, words)).join('；')}。
        </p>
      )}
      {result.authority.length === 0 ? null : (
        <p class="missing">
          <strong>要由主管部门认定：</strong>
          {result.authority.join('；')}。
        </p>
      )}
    </div>
  );
}

/** Every condition beside the answer, item by item. */
function Conditions({ result, clause, context: { words } }: KnownClauseProps): View {
  return (
    <>
      {groupsOf(result).map((item) => {
        const conditions = saidConditions(result.trace, item, clause, words);
        return conditions.length === 0 ? null : (
          <>
            {item === undefined || clause.list === undefined ? null : (
              <h4>
                {words.item(clause.list)} {item}
              </h4>
            )}
            <ConditionList conditions={conditions} />
          </>
        );
      })}
    </>
  );
}

/** The items that were checked one by one; one group without a number for a clause about the applicant as a whole. */
function groupsOf({ trace }: ClauseResult): readonly (number | undefined)[] {
  return [...new Set(trace.map(({ item }) => item))];
}

function Calculation({ result, clause, context }: KnownClauseProps): View | null {
  const steps = saidCalculation(result, clause, context);
  if (steps.length === 0) return null;
  const { list } = clause;
  const { words } = context;
  return (
    <div class="calculation">
      <h4>怎样算的</h4>
      <ul>
        {steps.map(({ item, line }) => (
          <li>
            {item === undefined || list === undefined ? '' : `${words.item(list)} ${item}：`}
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Source({ result, clause, policy: { dates } }: KnownClauseProps): View {
  return (
    <footer class="source">
      {clause.sentences.map((sentence) => (
        <blockquote>{sentence}</blockquote>
      ))}
      <p class="faint">
        出处：<a href={clauseAddress(clause.id)}>{clause.citation || '原文'}</a>。责任单位（受理）：
        {sayNames(clause.administrators)}。有效性：{sayPeriod(result.standing, dates)}。
      </p>
      {(clause.requirements ?? []).map((requirement) => (
        <>
          {requirement.sentences.map((sentence) => (
            <blockquote>{sentence}</blockquote>
          ))}
          <p class="faint">
            出处：<a href={clauseAddress(requirement.id)}>{sayRequirement(requirement)}</a>，也适用于这一条。
          </p>
        </>
      ))}
      {clause.undertakings.length === 0 ? null : (
        <p class="faint">享受以后还要做到：{clause.undertakings.join('；')}。</p>
      )}
    </footer>
  );
}
