import type { Dictionary, Subject } from '../../clauses/index.ts';
import type { FieldProblem } from '../wording/problems.ts';
import { type FormState, itemField, LIST_ANSWERS } from './fields.ts';
import { itemCount } from './items.ts';

/** The answers of a form as the core reads them, and what is wrong with the form itself. */
export interface RawAnswers {
  /** For `readAnswers`: empty fields and 不清楚 are left out, a list is an array of items. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly problems: readonly FieldProblem[];
}

/** Turns the texts of a form into answers. A list that is answered with 有 has at least one item. */
export function rawAnswers(dictionary: Dictionary, { values, repeated }: FormState): RawAnswers {
  const lists = dictionary.subjects.filter(({ list }) => list);
  const raw = new Map<string, unknown>();
  const problems = repeated.map((name): FieldProblem => ({ code: 'duplicate', name }));
  for (const [name, text] of values) {
    if (text.trim() !== '' && !lists.some((list) => belongsTo(name, list))) raw.set(name, text);
  }
  for (const list of lists) {
    const problem = listProblem(values, list);
    if (problem !== undefined) problems.push(problem);
    const answer = values.get(list.id);
    if (answer === LIST_ANSWERS.none) raw.set(list.id, []);
    if (answer === LIST_ANSWERS.given) raw.set(list.id, itemsOf(values, list));
  }
  return { raw: Object.fromEntries(raw), problems };
}

/** Items beyond the limit are left to the core, which refuses them. */
function belongsTo(name: string, { id, maxItems }: Subject): boolean {
  return name === id || (itemField(name, id)?.number ?? Number.POSITIVE_INFINITY) <= maxItems;
}

function itemsOf(values: ReadonlyMap<string, string>, list: Subject): readonly Record<string, string>[] {
  const items = Array.from({ length: Math.max(itemCount(values, list), 1) }, () => new Map<string, string>());
  for (const [name, text] of values) {
    const at = itemField(name, list.id);
    if (at !== undefined && text.trim() !== '') items[at.number - 1]?.set(at.field, text);
  }
  return items.map((item) => Object.fromEntries(item));
}

/** Answers in items together with 不清楚 are a problem, so that they are not dropped silently. */
function listProblem(values: ReadonlyMap<string, string>, list: Subject): FieldProblem | undefined {
  const answer = values.get(list.id) ?? LIST_ANSWERS.unknown;
  if (answer === LIST_ANSWERS.given || answer === LIST_ANSWERS.none) return undefined;
  if (answer !== LIST_ANSWERS.unknown && answer !== '')
    return { code: 'badList', name: list.id, given: answer.slice(0, 40) };
  const filled = [...values].some(
    ([name, text]) => itemField(name, list.id) !== undefined && text.trim() !== '',
  );
  return filled ? { code: 'listOpen', name: list.id } : undefined;
}
