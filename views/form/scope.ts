import type {
  Clause,
  Condition,
  Dictionary,
  FactDefinition,
  Quantity,
  Subject,
} from '../../clauses/index.ts';

/** The questions of one subject, in the order of the dictionary. */
export interface SubjectQuestions {
  readonly subject: Subject;
  readonly facts: readonly FactDefinition[];
}

/** What clauses ask for: their facts, and the lists that they look at. */
export interface AskedScope {
  readonly facts: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
}

/**
 * The clauses that are checked: those named, else those of the topics, else all. Limiting clauses over any of them come
 * along, because they apply whether or not they were asked for.
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

/** Collects the facts and lists that stand anywhere in the clauses. */
export function askedBy(clauses: readonly Clause[]): AskedScope {
  const walk = new Walk();
  for (const { list, when, award, limits } of clauses) {
    if (list !== undefined) walk.lists.add(list);
    if (when !== undefined) walk.condition(when);
    for (const quantity of [award?.least, award?.most]) if (quantity) walk.quantity(quantity);
    for (const limit of limits) {
      // A budget is information: nobody is asked for it.
      if (limit.type !== 'budget') walk.quantity(limit.amount);
      if (limit.when !== undefined) walk.condition(limit.when);
    }
  }
  return walk;
}

class Walk implements AskedScope {
  readonly facts = new Set<string>();
  readonly lists = new Set<string>();

  condition(condition: Condition): void {
    switch (condition.op) {
      case 'compare':
        this.quantity(condition.left);
        return this.quantity(condition.right);
      case 'oneOf':
        this.facts.add(condition.fact);
        return;
      case 'all':
      case 'any':
      case 'nOf':
        for (const part of condition.of) this.condition(part);
        return;
      case 'not':
        return this.condition(condition.of);
      case 'some':
      case 'every':
        this.lists.add(condition.list);
        return this.condition(condition.where);
      case 'authority':
      case 'reading':
        return;
    }
  }

  quantity(quantity: Quantity): void {
    switch (quantity.op) {
      case 'number':
      case 'asOf':
      case 'notStated':
        return;
      case 'fact':
      case 'year':
        this.facts.add(quantity.fact);
        return;
      case 'sum':
      case 'product':
      case 'smallest':
      case 'largest':
      case 'difference':
      case 'quotient':
        return this.#all(quantity.of);
      case 'later':
        return this.quantity(quantity.of);
      case 'steps':
        return this.#all([quantity.of, quantity.size]);
      case 'cases':
        for (const { when } of quantity.cases) this.condition(when);
        return this.#all([...quantity.cases.map(({ then }) => then), quantity.otherwise]);
      case 'bands':
        return this.#all([
          quantity.by,
          quantity.of,
          ...quantity.rows.flatMap(({ from, to, rate }) => [from, to, rate]),
          quantity.otherwise,
        ]);
      case 'total':
        this.quantity(quantity.of);
        return this.#list(quantity.list, quantity.where);
      case 'count':
        return this.#list(quantity.list, quantity.where);
    }
  }

  #all(quantities: readonly (Quantity | undefined)[]): void {
    for (const quantity of quantities) if (quantity !== undefined) this.quantity(quantity);
  }

  #list(list: string, where: Condition | undefined): void {
    this.lists.add(list);
    if (where !== undefined) this.condition(where);
  }
}
