import type { Dictionary, FactDefinition, Subject } from '../language/fact.ts';
import type { Rational } from '../numbers/exact.ts';
import { readAnswer } from './answer.ts';
import type { Answers } from './answers.ts';
import { pointerTo, shortened } from './pointer.ts';
import { nearestSpelling } from './spelling.ts';

/** What is wrong with one answer, as data; its wording is elsewhere. */
export interface AnswerProblem {
  readonly code: AnswerProblemCode;
  /** Flat name, items from 1: `projects.1.equipmentCost`. */
  readonly name: string;
  /** JSON Pointer below the facts (RFC 6901), items from 0: `/projects/0/equipmentCost`. */
  readonly pointer: string;
  readonly fact?: FactDefinition;
  readonly given?: string;
  /** How many items a list may have. */
  readonly most?: number;
  /** The known fact that an unknown name is most like. */
  readonly nearest?: string;
}

export type AnswerProblemCode =
  | 'unknownFact'
  | 'badValue'
  | 'outOfRange'
  | 'tooManyItems'
  | 'emptyText'
  | 'duplicate'
  | 'wrongShape'
  | 'tooPrecise';

export interface ReadAnswers {
  readonly answers: Answers;
  readonly problems: readonly AnswerProblem[];
}

/** A year of a series, or all the years before those that are listed one by one. */
const YEAR = /^((19|20|21)\d\d|earlier)$/;

/** Unknown names beyond this many get no suggestion, so that hostile input costs little. */
const MOST_SUGGESTIONS = 20;

/**
 * Reads answers strictly, nested as in the API or named flat, and reports every problem. `null` and what is absent are
 * unknown; nothing is coerced. A list is told as a whole or item by item, not both ways: told flat it has as many items
 * as the highest number that is named, if only with `null`: of the others nothing is known. Never throws.
 */
export function readAnswers(dictionary: Dictionary, raw: Readonly<Record<string, unknown>>): ReadAnswers {
  const reader = new AnswerReader(dictionary);
  for (const [key, value] of Object.entries(raw)) reader.read(key, value, [key]);
  return reader.done();
}

type Path = readonly (string | number)[];

/** A dictionary by the names that answers may use. */
interface Names {
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly subjects: ReadonlyMap<string, Subject>;
}

/** Made once for each dictionary. */
const named = new WeakMap<Dictionary, Names>();

function namesOf(dictionary: Dictionary): Names {
  const names = named.get(dictionary) ?? {
    facts: new Map(
      dictionary.facts.flatMap((fact) =>
        [fact.id, ...(fact.formerly ?? [])].map((id) => [id, fact] as const),
      ),
    ),
    subjects: new Map(dictionary.subjects.map((subject) => [subject.id, subject])),
  };
  named.set(dictionary, names);
  return names;
}

class AnswerReader {
  readonly #facts: Names['facts'];
  readonly #subjects: Names['subjects'];
  readonly #values = new Map<string, Rational>();
  readonly #lists = new Map<string, Map<string, Rational>[]>();
  readonly #seen = new Set<string>();
  /** In which way a list is told. */
  readonly #told = new Map<string, 'whole' | 'items'>();
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

  /** One entry under its flat name: a list, a fact, a year of a series or a fact of an item. */
  read(name: string, raw: unknown, path: Path): void {
    const subject = this.#subjects.get(name);
    if (subject?.list === true) return this.#list(subject, raw, path);
    if (subject !== undefined) return this.#fields(`${name}.`, raw, path);
    const item = /^([A-Za-z]\w*)\.([1-9]\d{0,3})\.(\w+)$/.exec(name);
    const list = item === null ? undefined : this.#subjects.get(item[1] ?? '');
    if (item !== null && list?.list === true)
      return this.#piece(list, Number(item[2]), item[3] ?? '', raw, path);
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
    if (!this.#tells(subject, 'whole')) return this.#problem('duplicate', subject.id, path);
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
  #piece(subject: Subject, item: number, field: string, raw: unknown, path: Path): void {
    const name = `${subject.id}.${item}.${field}`;
    if (item > subject.maxItems) return this.#tooMany(subject, name, path);
    if (!this.#tells(subject, 'items')) return this.#problem('duplicate', name, path);
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

  /** Whether a list is told in no other way than this. */
  #tells({ id }: Subject, way: 'whole' | 'items'): boolean {
    const told = this.#told.get(id) ?? way;
    this.#told.set(id, told);
    return told === way;
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
