import type { Dictionary, FactDefinition, Subject } from '../language/fact.ts';
import type { Rational } from '../numbers/exact.ts';
import { readAnswer } from './answer.ts';
import type { Answers } from './answers.ts';
import { pointerTo, shortened } from './pointer.ts';
import { nearestSpelling } from './spelling.ts';

/** What is wrong with one answer, as data. `views/wording` has the text. */
export interface AnswerProblem {
  readonly code: AnswerProblemCode;
  /** Flat name, items from 1: `projects.1.equipmentCost`. */
  readonly name: string;
  /** JSON Pointer below the facts (RFC 6901), items from 0: `/projects/0/equipmentCost`. */
  readonly pointer: string;
  readonly fact?: FactDefinition;
  /** The beginning of what was received. */
  readonly given?: string;
  /** The most items of the list. */
  readonly most?: number;
  /** The fact whose name is nearest to an unknown one. */
  readonly nearest?: string;
}

/** The kinds of problems with answers. They are part of the API. */
export type AnswerProblemCode =
  | 'unknownFact'
  | 'badValue'
  | 'outOfRange'
  | 'tooManyItems'
  | 'emptyText'
  | 'duplicate'
  | 'wrongShape'
  | 'tooPrecise';

/** The answers that could be read, and every problem. */
export interface ReadAnswers {
  readonly answers: Answers;
  readonly problems: readonly AnswerProblem[];
}

/** A year of a series; `earlier` is the best of all years before the listed ones. */
const YEAR = /^((19|20|21)\d\d|earlier)$/;

/** Unknown names beyond this many get no suggestion, so that hostile input costs little. */
const MOST_SUGGESTIONS = 20;

/**
 * Reads answers, nested as in the API or by flat name, and reports every problem. `null` and what is absent are unknown;
 * nothing is coerced. A list is given as an array or by the flat names of its items, not both. By flat names it has as
 * many items as the highest index, even one with `null`; what is not given is unknown. Never throws.
 */
export function readAnswers(dictionary: Dictionary, raw: Readonly<Record<string, unknown>>): ReadAnswers {
  const reader = new AnswerReader(dictionary);
  for (const [key, value] of Object.entries(raw)) reader.read(key, value, [key]);
  return reader.done();
}

type Path = readonly (string | number)[];

/** A dictionary, indexed by the names that answers may use. */
interface Names {
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly subjects: ReadonlyMap<string, Subject>;
}

/** A cache by dictionary. */
const cache = new WeakMap<Dictionary, Names>();

function namesOf(dictionary: Dictionary): Names {
  const names = cache.get(dictionary) ?? {
    facts: new Map(
      dictionary.facts.flatMap((fact) =>
        [fact.id, ...(fact.formerly ?? [])].map((id) => [id, fact] as const),
      ),
    ),
    subjects: new Map(dictionary.subjects.map((subject) => [subject.id, subject])),
  };
  cache.set(dictionary, names);
  return names;
}

/** How a list is given: as an array, or by the flat names of its items. */
type Notation = 'array' | 'flatNames';

class AnswerReader {
  readonly #facts: Names['facts'];
  readonly #subjects: Names['subjects'];
  readonly #values = new Map<string, Rational>();
  readonly #lists = new Map<string, Map<string, Rational>[]>();
  readonly #seen = new Set<string>();
  /** By list: the notation in which it is given. */
  readonly #notations = new Map<string, Notation>();
  readonly #problems: AnswerProblem[] = [];
  #suggestions = 0;

  constructor(dictionary: Dictionary) {
    const { facts, subjects } = namesOf(dictionary);
    this.#facts = facts;
    this.#subjects = subjects;
  }

  done(): ReadAnswers {
    return { answers: { values: this.#values, lists: this.#lists }, problems: this.#problems };
  }

  /** Reads one entry by its flat name: a list, a fact, a year of a series or a fact of an item. */
  read(name: string, raw: unknown, path: Path): void {
    const subject = this.#subjects.get(name);
    if (subject?.list === true) return this.#list(subject, raw, path);
    if (subject !== undefined) return this.#fields(`${name}.`, raw, path);
    const item = /^([A-Za-z]\w*)\.([1-9]\d{0,3})\.(\w+)$/.exec(name);
    const list = item === null ? undefined : this.#subjects.get(item[1] ?? '');
    if (item !== null && list?.list === true)
      return this.#flatItem(list, Number(item[2]), item[3] ?? '', raw, path);
    this.#fact(name, raw, path);
  }

  #fields(prefix: string, raw: unknown, path: Path): void {
    if (raw === null) return;
    if (!isRecord(raw)) return this.#problem('wrongShape', prefix.slice(0, -1), path);
    for (const [key, value] of Object.entries(raw)) this.read(prefix + key, value, [...path, key]);
  }

  #list(subject: Subject, raw: unknown, path: Path): void {
    if (raw === null) return;
    if (!Array.isArray(raw)) return this.#problem('wrongShape', subject.id, path);
    if (raw.length > subject.maxItems) return this.#tooMany(subject, subject.id, path);
    if (!this.#isOnly('array', subject)) return this.#problem('duplicate', subject.id, path);
    this.#rows(subject, raw.length);
    for (const [index, item] of raw.entries()) this.#row(subject, index, item, [...path, index]);
  }

  #row(subject: Subject, index: number, item: unknown, path: Path): void {
    if (item === null) return;
    if (!isRecord(item)) return this.#problem('wrongShape', `${subject.id}.${index + 1}`, path);
    for (const [key, value] of Object.entries(item))
      this.#item(subject, index + 1, key, value, [...path, key]);
  }

  /** A fact of an item under its flat name. */
  #flatItem(subject: Subject, item: number, field: string, raw: unknown, path: Path): void {
    const name = `${subject.id}.${item}.${field}`;
    if (item > subject.maxItems) return this.#tooMany(subject, name, path);
    if (!this.#isOnly('flatNames', subject)) return this.#problem('duplicate', name, path);
    this.#item(subject, item, field, raw, path);
  }

  #item(subject: Subject, item: number, field: string, raw: unknown, path: Path): void {
    const fact = this.#facts.get(`${subject.id}.${field}`);
    if (fact?.subject !== subject.id)
      return this.#unknown(`${subject.id}.${item}.${field}`, `${subject.id}.${field}`, path);
    const name = `${subject.id}.${item}.${fact.name}`;
    const row = this.#rows(subject, item)[item - 1];
    this.#store(fact, name, raw, path, (value) => row?.set(fact.id, value));
  }

  /** Whether a list is given in this notation only. */
  #isOnly(notation: Notation, { id }: Subject): boolean {
    const used = this.#notations.get(id) ?? notation;
    this.#notations.set(id, used);
    return used === notation;
  }

  #rows(subject: Subject, count: number): Map<string, Rational>[] {
    const rows = this.#lists.get(subject.id) ?? [];
    while (rows.length < count) rows.push(new Map());
    this.#lists.set(subject.id, rows);
    return rows;
  }

  #fact(name: string, raw: unknown, path: Path): void {
    const fact = this.#facts.get(name);
    if (fact?.type === 'series') return this.#series(fact, raw, path);
    if (fact !== undefined && this.#subjects.get(fact.subject)?.list !== true) {
      return this.#store(fact, fact.id, raw, path, (value) => this.#values.set(fact.id, value));
    }
    const dot = name.lastIndexOf('.');
    const series = this.#facts.get(name.slice(0, dot));
    if (series?.type === 'series') return this.#year(series, name.slice(dot + 1), raw, path);
    this.#unknown(name, name, path);
  }

  #series(fact: FactDefinition, raw: unknown, path: Path): void {
    if (raw === null) return;
    if (!isRecord(raw)) return this.#problem('wrongShape', fact.id, path, fact);
    for (const [year, value] of Object.entries(raw)) this.#year(fact, year, value, [...path, year]);
  }

  #year(fact: FactDefinition, year: string, raw: unknown, path: Path): void {
    const name = `${fact.id}.${year}`;
    if (!YEAR.test(year)) return this.#unknown(name, fact.id, path);
    this.#store(fact, name, raw, path, (value) => this.#values.set(name, value));
  }

  #store(
    fact: FactDefinition,
    name: string,
    raw: unknown,
    path: Path,
    keep: (value: Rational) => void,
  ): void {
    if (this.#seen.has(name)) return this.#problem('duplicate', name, path, fact);
    this.#seen.add(name);
    if (raw === null) return;
    const read = readAnswer(fact, raw);
    if ('value' in read) keep(read.value);
    else this.#problem(read.code, name, path, fact, raw);
  }

  #unknown(name: string, meant: string, path: Path): void {
    this.#suggestions += 1;
    const near =
      this.#suggestions > MOST_SUGGESTIONS || meant.length > 64
        ? undefined
        : nearestSpelling(meant, this.#facts.keys());
    this.#problems.push({
      code: 'unknownFact',
      name,
      pointer: pointerTo(path),
      ...(near === undefined ? {} : { nearest: near }),
    });
  }

  #tooMany(subject: Subject, name: string, path: Path): void {
    this.#problems.push({ code: 'tooManyItems', name, pointer: pointerTo(path), most: subject.maxItems });
  }

  #problem(code: AnswerProblemCode, name: string, path: Path, fact?: FactDefinition, raw?: unknown): void {
    const given = raw === undefined ? {} : { given: shortened(raw) };
    this.#problems.push({
      code,
      name,
      pointer: pointerTo(path),
      ...(fact === undefined ? {} : { fact }),
      ...given,
    });
  }
}

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
