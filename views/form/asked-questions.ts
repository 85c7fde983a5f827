import type { Clause, Dictionary, FactDefinition, Limit, Subject } from '../../clauses/index.ts';
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
 * The clauses that are checked: those named, else those of the topics, else all, and no others. Limits of other clauses
 * apply to them all the same; the result names them.
 */
export function clausesInScope(
  all: readonly Clause[],
  chosen: { readonly clauses: readonly string[]; readonly topics: readonly string[] },
): readonly Clause[] {
  const { clauses, topics } = chosen;
  if (clauses.length === 0 && topics.length === 0) return all;
  const named = new Set(clauses.length > 0 ? clauses : topics);
  return all.filter(({ id, topics: own }) =>
    clauses.length > 0 ? named.has(id) : own.some((topic) => named.has(topic)),
  );
}

/** The limits that clauses outside of the scope state over a clause inside. */
function limitsFromOutside(all: readonly Clause[], scope: readonly Clause[]): readonly Limit[] {
  const ids = new Set(scope.map(({ id }) => id));
  return all
    .filter(({ id }) => !ids.has(id))
    .flatMap(({ limits }) =>
      limits.filter(({ over }) => Array.isArray(over) && over.some((id) => ids.has(id))),
    );
}

/**
 * The questions of the clauses in scope, by subject, and of the limits that other clauses of the place (`all`) state over
 * them.
 */
export function questionsOf(
  dictionary: Dictionary,
  scope: readonly Clause[],
  all: readonly Clause[] = scope,
): readonly SubjectQuestions[] {
  const { facts, lists } = askedBy(scope, limitsFromOutside(all, scope));
  return dictionary.subjects
    .map((subject) => ({
      subject,
      facts: dictionary.facts.filter((fact) => fact.subject === subject.id && facts.has(fact.id)),
    }))
    .filter(({ subject, facts: own }) => own.length > 0 || lists.has(subject.id));
}

/**
 * The facts and lists that clauses, and limits of others over them, name anywhere, except in a budget: it only informs,
 * so nobody is asked for it.
 */
export function askedBy(clauses: readonly Clause[], limits: readonly Limit[] = []): AskedScope {
  const lists = new Set(clauses.flatMap(({ list }) => list ?? []));
  const facts = new Set<string>();
  const limiting = [...limits, ...clauses.flatMap((clause) => clause.limits)];
  const roots = [
    ...clauses.flatMap(({ when, award }) => [when, award?.least, award?.most]),
    ...limiting.flatMap(({ type, amount, when }) => (type === 'budget' ? [when] : [amount, when])),
  ];
  for (const part of roots.flatMap((root) => subtree(root))) {
    if ('fact' in part) facts.add(part.fact);
    if ('list' in part) lists.add(part.list);
  }
  return { facts, lists };
}
