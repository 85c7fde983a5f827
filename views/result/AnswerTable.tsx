import type { Dictionary } from '../../clauses/index.ts';
import { LIST_ANSWERS } from '../form/fields.ts';
import type { View } from '../view.ts';
import { nameParts, sayName, type Vocabulary, vocabulary } from '../wording/names.ts';
import { ANSWERS } from '../wording/terms.ts';
import { sayFactValue } from '../wording/values.ts';

/** The props of {@link AnswerTable}. */
export interface AnswerTableProps {
  readonly dictionary: Dictionary;
  /** Texts as typed, by field name. */
  readonly values: ReadonlyMap<string, string>;
  /** The values as read, from `flatAnswers`. */
  readonly answers: Readonly<Record<string, string>>;
}

interface Row {
  readonly name: string;
  readonly read: string;
  /** The typed text, where it differs from the value. */
  readonly typed?: string;
}

/** The answers as typed and as read. */
export function AnswerTable({ dictionary, values, answers }: AnswerTableProps): View {
  const words = vocabulary(dictionary);
  const rows = [...values].flatMap(([name, typed]) => rowOf(name, typed, answers, words) ?? []);
  if (rows.length === 0) return <p>您没有填写任何一项。</p>;
  return (
    <table class="stack answers">
      <thead>
        <tr>
          <th scope="col">填报项</th>
          <th scope="col">您填的</th>
          <th scope="col">读作</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">{row.name}</th>
            <td data-label="您填的">{row.typed ?? row.read}</td>
            <td data-label="读作">{row.read}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rowOf(
  name: string,
  typed: string,
  answers: Readonly<Record<string, string>>,
  words: Vocabulary,
): Row | undefined {
  const label = sayName(name, words);
  if (typed === LIST_ANSWERS.none) return { name: label, read: ANSWERS.none };
  const read = answers[name];
  const fact = words.fact(nameParts(name, words).id);
  if (typed.trim() === '' || read === undefined || fact === undefined) return undefined;
  const value = sayFactValue(fact, read);
  return fact.type === 'yesNo' || fact.type === 'choice'
    ? { name: label, read: value }
    : { name: label, read: value, typed: typed.trim() };
}
