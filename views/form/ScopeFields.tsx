import type { PlaceOption } from '../places.ts';
import type { View } from '../view.ts';
import type { FieldProblem } from '../wording/problems.ts';
import { sayProblem } from '../wording/problems.ts';
import { FIELDS } from './fields.ts';

/** A clause that is checked alone. */
export interface ChosenClause {
  readonly id: string;
  readonly title: string;
  /** Its document and paragraph: 《……》四（三）1. */
  readonly source: string;
}

/** The props of {@link ScopeFields}. */
export interface ScopeFieldsProps {
  readonly places: readonly PlaceOption[];
  readonly place?: string | undefined;
  /** As typed, or the default of today. */
  readonly asOf: string;
  /** Topics of the clauses of the place, and those that are chosen; none chosen means all. */
  readonly topics: readonly string[];
  readonly chosenTopics: readonly string[];
  /** Clauses to which the check is narrowed. */
  readonly chosenClauses: readonly ChosenClause[];
  readonly problems: readonly FieldProblem[];
}

/** Place, as-of date and what to look at. */
export function ScopeFields(props: ScopeFieldsProps): View {
  return (
    <>
      <PlaceField {...props} />
      <DayField {...props} />
      {props.chosenClauses.length > 0 ? <Clauses {...props} /> : null}
      {props.chosenClauses.length === 0 && props.topics.length > 1 ? <Topics {...props} /> : null}
    </>
  );
}

function Wrong({ problems, name }: { problems: readonly FieldProblem[]; name: string }): View | null {
  const own = problems.filter((problem) => problem.name === name);
  if (own.length === 0) return null;
  return (
    <p class="error" id={`${name}-error`}>
      <strong>要改：</strong>
      {own.map((problem) => sayProblem(problem)).join('')}
    </p>
  );
}

function errorOf(problems: readonly FieldProblem[], name: string): object {
  return problems.some((problem) => problem.name === name)
    ? { 'aria-invalid': 'true', 'aria-describedby': `${name}-error` }
    : {};
}

function PlaceField({ places, place, problems }: ScopeFieldsProps): View {
  return (
    <div class="question">
      <label class="ask" for={FIELDS.place}>
        企业在哪里？
      </label>
      <Wrong problems={problems} name={FIELDS.place} />
      <select id={FIELDS.place} name={FIELDS.place} {...errorOf(problems, FIELDS.place)}>
        <option value="">请选择</option>
        {places.map(({ slug, name, hasClauses }) => (
          <option value={slug} selected={slug === place}>
            {name}
            {hasClauses ? '' : '（还没有收录条款）'}
          </option>
        ))}
      </select>
    </div>
  );
}

function DayField({ asOf, problems }: ScopeFieldsProps): View {
  const wrong = problems.some(({ name }) => name === FIELDS.asOf);
  const hint = `${FIELDS.asOf}-hint`;
  return (
    <div class="question">
      <label class="ask" for={FIELDS.asOf}>
        按哪一天的情况看（基准日）？
      </label>
      <p class="hint" id={hint}>
        默认是今天（北京时间）。文件是否有效、“上一年”是哪一年，都按这一天算。
      </p>
      <Wrong problems={problems} name={FIELDS.asOf} />
      <input
        type="date"
        id={FIELDS.asOf}
        name={FIELDS.asOf}
        value={asOf}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={wrong ? `${hint} ${FIELDS.asOf}-error` : hint}
      />
    </div>
  );
}

function Topics({ topics, chosenTopics, problems }: ScopeFieldsProps): View {
  return (
    <fieldset class="question">
      <legend class="ask">看哪些方面？</legend>
      <p class="hint">一个也不选，就是全部。选定后点“更新问题”。</p>
      <Wrong problems={problems} name={FIELDS.topic} />
      <div class="choices">
        {topics.map((topic, index) => (
          <label class="choice">
            <input
              type="checkbox"
              name={FIELDS.topic}
              value={topic}
              id={index === 0 ? FIELDS.topic : undefined}
              checked={chosenTopics.includes(topic)}
            />
            {topic}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Clauses({ chosenClauses, problems }: ScopeFieldsProps): View {
  return (
    <fieldset class="question">
      <legend class="ask">只自查下面的条款</legend>
      <p class="hint">全部不选，再点“更新问题”，就自查这个地方的所有条款。</p>
      <Wrong problems={problems} name={FIELDS.clause} />
      <div class="choices stacked">
        {chosenClauses.map(({ id, title, source }, index) => (
          <label class="choice">
            <input
              type="checkbox"
              name={FIELDS.clause}
              value={id}
              id={index === 0 ? FIELDS.clause : undefined}
              checked
            />
            <span>
              {title} <small>{source}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
