import type { Dictionary, FactDefinition } from '../../clauses/index.ts';

/** What facts, lists and options are called, by id. */
export interface Vocabulary {
  readonly fact: (id: string) => FactDefinition | undefined;
  readonly label: (id: string) => string;
  readonly option: (id: string, index: number) => string;
  /** The name of one item of a list: 项目. */
  readonly item: (list: string) => string;
  readonly subject: (id: string) => string;
}

/** A cache: a dictionary never changes, and a page asks for its names at many places. */
const cache = new WeakMap<Dictionary, Vocabulary>();

/** The names of a dictionary, which may not change afterwards. Unknown ids are shown as they are. */
export function vocabulary(dictionary: Dictionary): Vocabulary {
  const known = cache.get(dictionary) ?? namesOf(dictionary);
  cache.set(dictionary, known);
  return known;
}

function namesOf(dictionary: Dictionary): Vocabulary {
  const facts = new Map(dictionary.facts.map((fact) => [fact.id, fact]));
  const subjects = new Map(dictionary.subjects.map((subject) => [subject.id, subject]));
  return {
    fact: (id) => facts.get(id),
    label: (id) => facts.get(id)?.label ?? id,
    option: (id, index) => facts.get(id)?.options?.[index]?.label ?? '',
    item: (id) => subjects.get(id)?.item ?? subjects.get(id)?.label ?? id,
    subject: (id) => subjects.get(id)?.label ?? id,
  };
}

/** The parts of a flat name: the id of the fact, and the item or the year. */
export interface NamedFact {
  readonly id: string;
  readonly item?: number;
  readonly year?: string;
}

/** Splits a flat name into its parts; a list or an unknown name is its own id. */
export function nameParts(name: string, words: Vocabulary): NamedFact {
  if (words.fact(name) !== undefined) return { id: name };
  const [subject = '', second = '', third] = name.split('.');
  if (third === undefined) return { id: name };
  if (/^\d+$/.test(second)) return { id: `${subject}.${third}`, item: Number(second) };
  return { id: `${subject}.${second}`, year: third };
}

/** How a flat name reads: `项目 1 的购买设备投资额`, `2025 年的营业收入`, `有没有技术改造项目`. */
export function sayName(name: string, words: Vocabulary): string {
  const { id, item, year } = nameParts(name, words);
  const [subject = ''] = id.split('.');
  if (item !== undefined) return `${words.item(subject)} ${item} 的“${words.label(id)}”`;
  if (year !== undefined) return `${sayYear(year)}${words.label(id)}`;
  return id.includes('.') ? `“${words.label(id)}”` : `有没有${words.subject(id)}`;
}

/** The year of a series: `2025 年的`, or all the years before those that are listed one by one. */
export function sayYear(year: string): string {
  return year === 'earlier' ? '更早各年中最高的' : `${year} 年的`;
}
