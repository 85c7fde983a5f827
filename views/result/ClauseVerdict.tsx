import type { Clause, ClauseResult, PolicyDates } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import { saidCalculation } from '../wording/calculation.ts';
import { saidConditions, sayRequirement } from '../wording/conditions.ts';
import { sayGrounds } from '../wording/grounds.ts';
import { sayNames, sayPeriod, sayVerdict, verdictSign } from '../wording/labels.ts';
import { sayRange } from '../wording/money.ts';
import { sayName, type Vocabulary } from '../wording/names.ts';
import { sayReason } from '../wording/result.ts';
import { summary } from '../wording/summary.ts';
import { ClauseAmount, LimitedBy } from './ClauseAmount.tsx';
import { ConditionList } from './ConditionList.tsx';
import { Gaps } from './Gaps.tsx';
import { Readings } from './Readings.tsx';

/** The props of {@link ClauseVerdict}. */
export interface ClauseVerdictProps {
  readonly result: ClauseResult;
  readonly clause: Clause;
  /** The standing of its document. */
  readonly dates: PolicyDates;
  readonly words: Vocabulary;
  /** Titles of clauses by id, for those that limit this one. */
  readonly titleOf: (clause: string) => string;
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
 * The result of one clause: verdict, amount, grounds, missing answers and gaps. The conditions
 * one by one, the calculation and the sentences of the text are folded, except where the verdict is `eligible`.
 */
export function ClauseVerdict(props: ClauseVerdictProps): View {
  const { result, clause, words, titleOf } = props;
  const anchor = verdictAnchor(result);
  const gives = summary(clause, words);
  return (
    <article
      class={`verdict verdict-${result.verdict ?? 'limit'}`}
      id={anchor}
      aria-labelledby={`${anchor}-title`}
    >
      <header>
        <h3 id={`${anchor}-title`}>{result.title}</h3>
        <p class="says">
          <span class="sign" aria-hidden="true">
            {verdictSign(result)}
          </span>{' '}
          <strong>{sayVerdict(result)}</strong>
        </p>
      </header>
      {isSaidByAmount(result, gives) ? null : (
        <p class="gives">
          <span class="faint">文件规定：</span>
          {gives}
        </p>
      )}
      <ClauseAmount result={result} />
      <Reasons {...props} />
      <Gaps result={result} words={words} />
      <details class="details" open={result.verdict === 'eligible'}>
        <summary>{sayDetails(props)}</summary>
        <Conditions {...props} />
        <Calculation {...props} />
        <LimitedBy result={result} titleOf={titleOf} />
        <Readings readings={readingsOf(result)} />
        <Source {...props} />
      </details>
    </article>
  );
}

/** Whether the calculation is a fixed figure of the text, which is the amount itself and is not repeated. */
function isSaidByAmount({ verdict, amount }: ClauseResult, gives: string): boolean {
  if (verdict === 'ineligible' || amount.kind === 'none') return false;
  return amount.force === 'fixed' && sayRange(amount.least) === gives;
}

/** The readings to show: those of the sum of several awards do not matter where this one is not given. */
function readingsOf({ verdict, readings }: ClauseResult): ClauseResult['readings'] {
  if (verdict !== 'ineligible') return readings;
  return readings.filter(
    (reading) => reading.kind === 'noted' || reading.options.some((option) => option.verdict !== undefined),
  );
}

/** The parts that the folded section has: conditions and a calculation only where there are any. */
function sayDetails({ result, clause, words }: ClauseVerdictProps): string {
  const parts = [
    ...(result.trace.some(({ step }) => step === 'condition') ? ['逐项条件'] : []),
    ...(saidCalculation(result, clause, words).length > 0 ? ['算法'] : []),
    '原文和受理单位',
  ];
  return parts.join('、');
}

/** The grounds, the missing answers, and what only the authority can judge. */
function Reasons({ result, words }: ClauseVerdictProps): View {
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
function Conditions({ result, clause, words }: ClauseVerdictProps): View {
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

function Calculation({ result, clause, words }: ClauseVerdictProps): View | null {
  const steps = saidCalculation(result, clause, words);
  if (steps.length === 0) return null;
  const { list } = clause;
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

function Source({ result, clause, dates }: ClauseVerdictProps): View {
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
