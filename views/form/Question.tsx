import type { FactDefinition } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import type { FieldProblem } from '../wording/problems.ts';
import { sayProblem } from '../wording/problems.ts';
import { ANSWERS } from '../wording/terms.ts';
import { UNKNOWN } from './fields.ts';

/** What a question needs to know of the form around it. */
export interface Filled {
  /** Texts as typed, by field name. */
  readonly values: ReadonlyMap<string, string>;
  readonly problems: readonly FieldProblem[];
}

/** The props of {@link Question}. */
export interface QuestionProps extends Filled {
  readonly fact: FactDefinition;
  /** The flat name of the field. */
  readonly name: string;
  /** How many clauses the answer can still change; absent where the page does not show it. */
  readonly clauses?: number | undefined;
}

/** One question with its hint, its error and the field that fits its type. */
export function Question(props: QuestionProps): View {
  const { fact } = props;
  if (fact.type === 'yesNo') return <Radios {...props} options={YES_NO} />;
  if (fact.type === 'choice') return <Radios {...props} options={fact.options ?? []} />;
  return (
    <div class={problemsOf(props).length > 0 ? 'question wrong' : 'question'}>
      <label class="ask" for={props.name}>
        {fact.question}
      </label>
      <Help {...props} />
      <TextField {...props} />
    </div>
  );
}

const YES_NO = [
  { value: 'true', label: ANSWERS.yes },
  { value: 'false', label: ANSWERS.no },
] as const;

interface RadiosProps extends QuestionProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The first button carries the field's name as its id, so that links to the field lead to it. */
function Radios(props: RadiosProps): View {
  const { fact, name, options, values } = props;
  const wrong = problemsOf(props).length > 0;
  const typed = values.get(name) ?? UNKNOWN;
  const given = typed === ANSWERS.yes ? 'true' : typed === ANSWERS.no ? 'false' : typed;
  const known = options.some(({ value }) => value === given) ? given : UNKNOWN;
  return (
    <fieldset class={wrong ? 'question wrong' : 'question'} aria-describedby={describedBy(props)}>
      <legend class="ask">{fact.question}</legend>
      <Help {...props} />
      <div class={options.length > 2 ? 'choices stacked' : 'choices'}>
        {[...options, { value: UNKNOWN, label: ANSWERS.unknown }].map(({ value, label }, index) => (
          <label class="choice">
            <input
              type="radio"
              name={name}
              value={value}
              id={index === 0 ? name : undefined}
              checked={value === known}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A text or date field, followed by its unit. `hinted` is false where the hint belongs to a whole group. */
export function TextField(props: QuestionProps & { readonly hinted?: boolean }): View {
  const { fact, name, values, hinted } = props;
  const wrong = problemsOf(props).length > 0;
  return (
    <span class="field">
      <input
        type={fact.type === 'date' ? 'date' : 'text'}
        id={name}
        name={name}
        value={values.get(name) ?? ''}
        inputmode={fact.type === 'date' ? undefined : fact.type === 'count' ? 'numeric' : 'decimal'}
        autocomplete="off"
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={describedBy(props, hinted)}
      />
      {fact.unit === undefined ? null : <span class="unit">{fact.unit}</span>}
    </span>
  );
}

/** The hint, where the number is found, and what is wrong. */
export function Help(props: QuestionProps): View {
  const { fact, name, clauses } = props;
  return (
    <>
      {hasHint(props) ? (
        <p class="hint" id={`${name}-hint`}>
          {fact.hint}
          {fact.foundIn === undefined ? null : <span class="found-in">可查看：{fact.foundIn}。</span>}
          {sayMatters(clauses)}
        </p>
      ) : null}
      <Wrong {...props} />
    </>
  );
}

/** What is wrong with the field of a name. */
export function Wrong(props: Filled & { readonly name: string }): View | null {
  const problems = problemsOf(props);
  if (problems.length === 0) return null;
  return (
    <p class="error" id={`${props.name}-error`}>
      <strong>要改：</strong>
      {problems.map((problem) => sayProblem(problem)).join('')}
    </p>
  );
}

/** Ids of the hint and of the error, for the field that they describe. */
function describedBy(props: QuestionProps, hinted = true): string | undefined {
  const ids = [
    ...(hinted && hasHint(props) ? [`${props.name}-hint`] : []),
    ...(problemsOf(props).length > 0 ? [`${props.name}-error`] : []),
  ];
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function hasHint({ fact, clauses }: QuestionProps): boolean {
  return fact.hint !== undefined || fact.foundIn !== undefined || sayMatters(clauses) !== '';
}

/** The number of clauses that a question matters to: `关系到 9 条。`; empty for a single clause. */
export function sayMatters(clauses: number | undefined): string {
  return clauses === undefined || clauses < 2 ? '' : `关系到 ${clauses} 条。`;
}

function problemsOf({ problems, name }: Pick<QuestionProps, 'problems' | 'name'>): readonly FieldProblem[] {
  return problems.filter((problem) => problem.name === name);
}
