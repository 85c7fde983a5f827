import type { Answers } from '../../../clauses/index.ts';
import type { ByHand, List, Range, Truth } from './ranges.ts';

type Values = Answers['values'];

/** The clauses of one place by name. `of` reads the answers once and returns a function that runs all clauses. */
export interface HandWrittenPlace {
  readonly names: readonly string[];
  readonly of: (answers: Answers, year: number) => () => readonly ByHand[];
}

/** Builds the clauses of a place from a function that reads the answers and one function for each clause. */
export function handWrittenPlace<Applicant>(
  applicantOf: (reader: AnswerReader) => Applicant,
  clauses: Readonly<Record<string, (applicant: Applicant) => ByHand>>,
): HandWrittenPlace {
  const functions = Object.values(clauses);
  return {
    names: Object.keys(clauses),
    of: (answers, year) => {
      const applicant = applicantOf(new AnswerReader(answers, year));
      return () => functions.map((clause) => clause(applicant));
    },
  };
}

/** Reads the answers about one subject. */
export class SubjectFacts {
  readonly #values: Values;
  readonly #subject: string;

  constructor(values: Values, subject: string) {
    this.#values = values;
    this.#subject = subject;
  }

  yes(name: string): Truth {
    const given = this.#number(name);
    return given === undefined ? 'unknown' : given === 1;
  }

  /** The option of a choice, counted from 0. */
  option(name: string): number | 'unknown' {
    return this.#number(name) ?? 'unknown';
  }

  /** Money in fen, an area in hundredths. */
  hundredths(name: string): Range {
    return this.#range(name, 100, 0, Number.POSITIVE_INFINITY);
  }

  /** Money in fen or an area in hundredths that may be negative. */
  signed(name: string): Range {
    return this.#range(name, 100, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  }

  /**
   * The highest value of all years before `before`: the answered years, unanswered years after the first answered one, and
   * all earlier years.
   */
  best(name: string, before: number): Range {
    const prefix = `${this.#subject}.${name}.`;
    const answered = [...this.#values.keys()].filter((id) => id.startsWith(prefix));
    const years = answered.map((id) => Number(id.slice(prefix.length))).filter((year) => year < before);
    let { min, max } = this.signed(`${name}.earlier`);
    for (let year = Math.min(...years, before - 1); year < before; year += 1) {
      const one = this.signed(`${name}.${year}`);
      [min, max] = [Math.max(min, one.min), Math.max(max, one.max)];
    }
    return { min, max };
  }

  count(name: string, most = Number.POSITIVE_INFINITY): Range {
    return this.#range(name, 1, 0, most);
  }

  day(name: string): Range {
    return this.#range(name, 1, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  }

  #range(name: string, unit: number, min: number, max: number): Range {
    const given = this.#number(name, unit);
    return given === undefined ? { min, max } : { min: given, max: given };
  }

  #number(name: string, unit = 1): number | undefined {
    const given = this.#values.get(`${this.#subject}.${name}`);
    return given && (Number(given.numerator) * unit) / Number(given.denominator);
  }
}

/** Reads the answers of one applicant. */
export class AnswerReader {
  readonly enterprise: SubjectFacts;
  /** The year of the as-of date. */
  readonly year: number;
  readonly #lists: Answers['lists'];

  constructor(answers: Answers, year: number) {
    this.year = year;
    this.#lists = answers.lists;
    this.enterprise = new SubjectFacts(answers.values, 'enterprise');
  }

  /** A list of at most `atMost` items. */
  readonly list = <Item>(id: string, atMost: number, read: (facts: SubjectFacts) => Item): List<Item> => {
    const rows = this.#lists.get(id);
    const items = (rows ?? [new Map()]).map((row) => read(new SubjectFacts(row, id)));
    return { known: rows !== undefined, items, times: rows === undefined ? atMost : 1 };
  };
}
