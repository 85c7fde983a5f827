import type { Dictionary } from '../../clauses/index.ts';
import type { View } from '../view.ts';
import { nameParts, type Vocabulary, vocabulary } from '../wording/names.ts';
import type { SubjectQuestions } from './asked-questions.ts';
import type { Filled } from './Question.tsx';
import { carriedFields } from './questionnaire.ts';

/** The props of {@link HiddenFields}. */
export interface HiddenFieldsProps extends Filled {
  readonly dictionary: Dictionary;
  /** The questions that the page shows. */
  readonly shown: readonly SubjectQuestions[];
}

/**
 * Answers to questions that are not asked now (another place or topic was chosen) as hidden fields, so that nothing is lost
 * when the applicant returns. Values that could not be read are dropped, because this page could not correct them.
 */
export function HiddenFields({ dictionary, values, problems, shown }: HiddenFieldsProps): View {
  const words = vocabulary(dictionary);
  const asked = new Set(shown.flatMap(({ subject, facts }) => [subject.id, ...facts.map(({ id }) => id)]));
  const wrong = new Set(problems.map(({ name }) => name));
  const kept = carriedFields(dictionary, values).filter(
    ([name]) => !wrong.has(name) && isKnown(name, words) && !asked.has(nameParts(name, words).id),
  );
  return (
    <>
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

function isKnown(name: string, words: Vocabulary): boolean {
  const { id } = nameParts(name, words);
  return words.fact(id) !== undefined || words.subject(id) !== id;
}
