import type { Answers, Clause, Condition, Dictionary, Quantity } from '../../clauses/index.ts';

/** The result of another engine for one clause: whether it is met, and the amount in yuan if there is one. */
export interface EngineResult {
  readonly met: boolean;
  readonly amount?: number;
}

/** Another engine with the clauses loaded: takes the answers of one applicant, returns the result of every clause. */
export type ComparedEngine = (facts: FlatFacts) => readonly EngineResult[] | Promise<readonly EngineResult[]>;

/**
 * The answers of an applicant of whom everything is known. A list has one item, whose facts lie beside the others. A choice
 * is given by the index of its option.
 */
export type FlatFacts = Readonly<Record<string, boolean | number>>;

/** The ids of the choice facts; every other fact in a `oneOf` is yes or no. */
export type Choices = ReadonlySet<string>;

/** Flattens answers: yes/no as booleans, everything else as numbers, the first item of a list in place of the list. */
export function flatFacts({ facts }: Dictionary, { values, lists }: Answers): FlatFacts {
  const all = new Map([...values, ...[...lists.values()].flatMap(([first = []]) => [...first])]);
  return Object.fromEntries(
    facts.flatMap(({ id, type }): [string, boolean | number][] => {
      const given = all.get(id);
      if (given === undefined) return [];
      const number = Number(given.numerator) / Number(given.denominator);
      return [[id, type === 'yesNo' ? number === 1 : number]];
    }),
  );
}

/** Throws: a clause must be translated completely. */
export function unsupported(what: string): never {
  throw new Error(`not translated: ${what}`);
}

/** The most that a clause pays, if the text states it. */
export function amountOf({ award }: Clause): Quantity | undefined {
  const amount = award?.most;
  return amount === undefined || amount === null || JSON.stringify(amount).includes('notStated')
    ? undefined
    : amount;
}

/** The cap of a clause in yuan. With one item, a cap for each item equals a cap for all of them. */
export function ownCap({ limits }: Clause): number | undefined {
  const [cap] = limits;
  if (cap === undefined) return undefined;
  return cap.amount.op === 'number' ? Number(cap.amount.value) : unsupported('cap');
}

/** The values that a `oneOf` accepts: a boolean, or the indexes of options. */
export function optionsOf(
  { fact, options }: Extract<Condition, { op: 'oneOf' }>,
  choices: Choices,
): boolean | readonly number[] {
  return choices.has(fact) ? options : options.includes(1);
}

/** The value of a decimal or of a fraction `a/b`. */
export function decimalOf(value: string): number {
  const [over = '', under = '1'] = value.split('/');
  return Number(over) / Number(under);
}
