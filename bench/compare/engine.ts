import type { Answers, Clause, Condition, Dictionary, Quantity } from '../../clauses/index.ts';

/** What another engine says of one clause: met or not, and the amount in yuan where there is one. */
export interface EngineResult {
  readonly met: boolean;
  readonly amount?: number;
}

/** An engine that has read the clauses: answers of one applicant in, all clauses out, with its own full explanation. */
export type ComparedEngine = (facts: FlatFacts) => readonly EngineResult[] | Promise<readonly EngineResult[]>;

/**
 * Everything is known, and a list has one item, whose facts stand side by side with the others. A choice is told by the
 * number of its option.
 */
export type FlatFacts = Readonly<Record<string, boolean | number>>;

/** The facts that are a choice; every other one that is one of some options is yes or no. */
export type Choices = ReadonlySet<string>;

/** Yes/no as it is, everything else as a number, the first item of a list in place of the list. */
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

/** Stops the bench: a clause is translated whole or not at all. */
export function unsupported(what: string): never {
  throw new Error(`not translated: ${what}`);
}

/** The amount that a text states, where it can be computed. */
export function amountOf({ award }: Clause): Quantity | undefined {
  const amount = award?.most;
  return amount === undefined || amount === null || JSON.stringify(amount).includes('notStated')
    ? undefined
    : amount;
}

/** With one item it does not matter whether a cap is for each item or for all of them. */
export function ownCap({ limits }: Clause): number | undefined {
  const [cap] = limits;
  if (cap === undefined) return undefined;
  return cap.amount.op === 'number' ? Number(cap.amount.value) : unsupported('cap');
}

/** What a fact is held against: yes or no, or the numbers of some options. */
export function optionsOf(
  { fact, options }: Extract<Condition, { op: 'oneOf' }>,
  choices: Choices,
): boolean | readonly number[] {
  return choices.has(fact) ? options : options.includes(1);
}

export function decimalOf(value: string): number {
  const [over = '', under = '1'] = value.split('/');
  return Number(over) / Number(under);
}
