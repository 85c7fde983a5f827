import type { Answers } from '../../clauses/index.ts';
import { type Rational, rational } from '../../clauses/numbers/exact.ts';
import type { Random } from '../oracle/random.ts';
import type { FactSet, Known } from './fact-set.ts';

/** Encodes an applicant's answers for the core; the API and the form below get other notations in another order. */
export function toCore(random: Random, { values, lists }: FactSet): Answers {
  const item = (known: ReadonlyMap<string, Known>): ReadonlyMap<string, Rational> =>
    new Map(random.shuffled([...known.values()]).map(({ fact, text }) => [fact.id, typed({ fact, text })]));
  return {
    values: new Map(random.shuffled([...values]).map(([name, known]) => [name, typed(known)])),
    lists: new Map(random.shuffled([...lists]).map(([list, items]) => [list, items.map(item)])),
  };
}

/** The exact value of an answer, computed without the reader that is under test. */
function typed({ fact, text }: Known): Rational {
  switch (fact.type) {
    case 'yesNo':
      return rational(text === 'true' ? 1n : 0n);
    case 'choice':
      return rational(BigInt((fact.options ?? []).findIndex(({ value }) => value === text)));
    case 'date':
      return rational(BigInt(Date.parse(`${text}T00:00:00Z`) / 86_400_000));
    default: {
      const [whole = '0', rest = ''] = text.split('.');
      const unit = fact.type === 'percent' ? 100n : 1n;
      return rational(BigInt(whole + rest), 10n ** BigInt(rest.length) * unit);
    }
  }
}

type Json = Record<string, unknown>;

/** The `facts` of a request: a subject flat or nested, a list as a whole or item by item, unknowns as null or absent. */
export function toApi(random: Random, { place, values, lists }: FactSet): Json {
  const entries: [string, unknown][] = [];
  const flat = [...values].map(([name, known]) => [name, spelled(random, known, true)] as const);
  const bySubject = new Map<string, [string, unknown][]>();
  for (const [name, value] of flat) {
    const [subject = '', field = '', year] = name.split('.');
    const own = bySubject.get(subject) ?? [];
    own.push([year === undefined ? field : `${field}.${year}`, value]);
    bySubject.set(subject, own);
  }
  for (const [subject, own] of bySubject) {
    if (random.once(2)) entries.push([subject, nested(random, own)]);
    else for (const [field, value] of own) entries.push([`${subject}.${field}`, value]);
  }
  for (const [list, items] of lists) entries.push(...listEntries(random, list, items));
  const unknown = [...place.read.keys()].filter((id) => !lists.has(id) && !bySubject.has(id));
  for (const id of unknown) if (random.once(3)) entries.push([id, null]);
  return Object.fromEntries(random.shuffled(entries));
}

/** The fields of a subject; the years of a series are nested in the series. */
function nested(random: Random, fields: readonly [string, unknown][]): Json {
  const series = new Map<string, [string, unknown][]>();
  const plain: [string, unknown][] = [];
  for (const [field, value] of fields) {
    const [name = '', year] = field.split('.');
    if (year === undefined) plain.push([name, value]);
    else series.set(name, [...(series.get(name) ?? []), [year, value]]);
  }
  const years = [...series].map(([name, own]) => [name, Object.fromEntries(random.shuffled(own))] as const);
  return Object.fromEntries(random.shuffled([...plain, ...years]));
}

function listEntries(
  random: Random,
  list: string,
  items: readonly ReadonlyMap<string, Known>[],
): [string, unknown][] {
  const told = items.map((item) =>
    Object.fromEntries(
      random.shuffled([...item].map(([name, known]) => [name, spelled(random, known, true)])),
    ),
  );
  const last = items.at(-1);
  // Item by item only where the last item has an answer, because the highest index is the number of items.
  if (last === undefined || last.size === 0 || random.once(2)) return [[list, told]];
  return told.flatMap((item, index) =>
    Object.entries(item).map(([name, value]): [string, unknown] => [`${list}.${index + 1}.${name}`, value]),
  );
}

/** The fields of the form with every question on one page. */
export function toForm(random: Random, { place, asOf, values, lists, clauses = [] }: FactSet): string {
  const fields: [string, string][] = [...values].map(([name, known]) => [
    name,
    spelled(random, known, false),
  ]);
  for (const [list, items] of lists)
    fields.push(...itemFields(random, place.read.get(list) ?? [], list, items));
  const fixed: [string, string][] = [
    ['place', place.slug],
    ['asOf', asOf],
    ['mode', 'all'],
    ['action', 'check'],
    ...clauses.map((id): [string, string] => ['clause', id]),
  ];
  return new URLSearchParams(random.shuffled([...fixed, ...fields])).toString();
}

/** Fields of items are sent even if they are empty, as browsers do. */
function itemFields(
  random: Random,
  facts: readonly { readonly name: string }[],
  list: string,
  items: readonly ReadonlyMap<string, Known>[],
): [string, string][] {
  const fields = items.flatMap((item, index) =>
    facts.map(({ name }): [string, string] => {
      const known = item.get(name);
      return [`${list}.${index + 1}.${name}`, known === undefined ? '' : spelled(random, known, false)];
    }),
  );
  return [[list, items.length === 0 ? 'none' : 'given'], ...fields];
}

function spelled(random: Random, known: Known, json: true): unknown;
function spelled(random: Random, known: Known, json: false): string;
function spelled(random: Random, { fact, text }: Known, json: boolean): unknown {
  if (fact.type === 'yesNo') {
    if (json && random.once(2)) return text === 'true';
    return random.once(2) ? text : text === 'true' ? '是' : '否';
  }
  if (fact.type === 'choice') {
    const label = (fact.options ?? []).find(({ value }) => value === text)?.label ?? text;
    return random.pick([text, text, label]);
  }
  if (fact.type === 'date') return random.once(4) ? wide(text) : text;
  if (json && random.once(3) && text.replace(/\D/g, '').length <= 15) return Number(text);
  return random.pick([text, text, grouped(text), wide(text), inTenThousands(text), ` ${text}　`]);
}

function grouped(text: string): string {
  const [whole = '', rest] = text.split('.');
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? marked : `${marked}.${rest}`;
}

function wide(text: string): string {
  return text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
}

/** `1234500` becomes `123.45万`; a text with decimals is unchanged. */
function inTenThousands(text: string): string {
  if (!/^\d{5,}$/.test(text)) return text;
  const rest = text.slice(-4).replace(/0+$/, '');
  return `${text.slice(0, -4)}${rest === '' ? '' : `.${rest}`}万`;
}
