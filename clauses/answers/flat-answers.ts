import type { Dictionary } from '../language/fact.ts';
import { textOf } from './answer.ts';
import type { Answers } from './answers.ts';

/** The answers as texts by flat name, which `readAnswers` reads back. Facts that the dictionary lacks are left out. */
export function flatAnswers(dictionary: Dictionary, answers: Answers): Readonly<Record<string, string>> {
  const facts = new Map(dictionary.facts.map((fact) => [fact.id, fact]));
  const flat: Record<string, string> = {};
  for (const [id, value] of answers.values) {
    const fact = facts.get(id) ?? facts.get(id.slice(0, id.lastIndexOf('.')));
    if (fact !== undefined) flat[id] = textOf(fact, value);
  }
  for (const [list, items] of answers.lists) {
    items.forEach((item, index) => {
      for (const [id, value] of item) {
        const fact = facts.get(id);
        if (fact !== undefined) flat[`${list}.${index + 1}.${fact.name}`] = textOf(fact, value);
      }
    });
  }
  return flat;
}
