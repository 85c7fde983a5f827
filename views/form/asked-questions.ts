import type { Clause, Dictionary, FactDefinition, Subject } from '../../clauses/index.ts';
import { subtree } from '../../clauses/language.ts';

/** The questions of one subject, in the order of the dictionary. */
export interface SubjectQuestions {
  readonly subject: Subject;
  readonly facts: readonly FactDefinition[];
}

/** The facts and lists that clauses read. */
export interface AskedScope {
  readonly facts: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
}

/**
 * The clauses that are checked: the named ones, else those of the topics, else all. Limiting clauses over any of them are
 * added, because they apply whether or not they are named.
 */
export function clausesInScope(
  all: readonly Clause[],
  chosen: { readonly clauses: readonly string[]; readonly topics: readonly string[] },
): readonly Clause[] {
  const { clauses, topics } = chosen;
  if (clauses.length === 0 && topics.length === 0) return all;
  const isChosen = ({ id, topics: own }: Clause): boolean =>
    clauses.length > 0 ? clauses.includes(id) : own.some((topic) => topics.includes(topic));
  const ids = new Set(
    all.filter((clause) => clause.kind === 'award' && isChosen(clause)).map(({ id }) => id),
  );
  return all.filter((clause) => ids.has(clause.id) || isChosen(clause) || limitsSome(clause, ids));
}

function limitsSome(clause: Clause, ids: ReadonlySet<string>): boolean {
  return clause.limits.some(({ over }) => Array.isArray(over) && over.some((id) => ids.has(id)));
}

/** The questions that clauses ask, by subject. */
export function questionsOf(dictionary: Dictionary, clauses: readonly Clause[]): readonly SubjectQuestions[] {
  const { facts, lists } = askedBy(clauses);
  return dictionary.subjects
    .map((subject) => ({
      subject,
      facts: dictionary.facts.filter((fact) => fact.subject === subject.id && facts.has(fact.id)),
    }))
    .filter(({ subject, facts: own }) => own.length > 0 || lists.has(subject.id));
}

/** The facts and lists that clauses name anywhere, except in a budget: a budget is only information, so it needs no answers. */
export function askedBy(clauses: readonly Clause[]): AskedScope {
  const facts = new Set<string>();
  const lists = new Set<string>();
  for (const { list, when, award, limits } of clauses) {
    if (list !== undefined) lists.add(list);
    const amounts = limits.map(({ type, amount }) => (type === 'budget' ? undefined : amount));
    const roots = [when, award?.least, award?.most, ...amounts, ...limits.map((limit) => limit.when)];
    for (const part of roots.flatMap((root) => subtree(root))) {
      if ('fact' in part) facts.add(part.fact);
      if ('list' in part) lists.add(part.list);
    }
  }
  return { facts, lists };
}
