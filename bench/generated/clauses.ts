import type { Catalogue, Clause, Condition, Dictionary, Quantity } from '../../clauses/index.ts';
import { generator } from '../measure/generator.ts';

/** The number of yes/no facts, and of sums of money, that the generated clauses read. */
const FACTS = 40;

const ids = (kind: string): readonly string[] =>
  Array.from({ length: FACTS }, (_, index) => `firm.${kind}${index}`);
const YES = ids('yes');
const MONEY = ids('money');

/** A dictionary of yes/no facts and sums of money. */
export const DICTIONARY: Dictionary = {
  subjects: [{ id: 'firm', label: 'firm', list: false, maxItems: 1 }],
  facts: [...YES, ...MONEY].map((id) => ({
    id,
    subject: 'firm',
    name: id.slice('firm.'.length),
    label: id,
    question: id,
    changeable: true,
    ...(YES.includes(id) ? { type: 'yesNo', decimals: 0 } : { type: 'money', decimals: 2, min: '0' }),
  })),
};

/** The answers of a random applicant: nearly always yes, and sums around the thresholds. */
export function generatedFacts(seed: number): Record<string, unknown> {
  const random = generator(seed);
  const truths = YES.map((id) => [id, random() < 0.95]);
  const sums = MONEY.map((id) => [id, String(Math.floor(10 ** (6 + random() * 2)))]);
  return Object.fromEntries([...truths, ...sums]);
}

/** The contents of one generated clause, from which each of the compared forms is built. */
export interface Shape {
  readonly both: readonly [number, number];
  readonly base: number;
  /** In yuan. */
  readonly threshold: number;
  readonly other: { readonly sum: number; readonly threshold: number; readonly orYes: number };
  /** Per cent of the base up to a cap, or a fixed sum; in yuan. */
  readonly award: { readonly percent: number; readonly cap: number } | { readonly fixed: number };
}

/**
 * Clauses like most of the real ones: two yes/no conditions, a threshold, an alternative, and a capped share of the sum
 * that is compared with the threshold, or a fixed sum. No two have the same figures.
 */
export function shapes(count: number): readonly Shape[] {
  const random = generator(20261121);
  const one = (): number => Math.floor(random() * FACTS);
  return Array.from({ length: count }, (_, index) => ({
    both: [one(), one()],
    base: one(),
    threshold: 500_000 + index * 100,
    other: { sum: one(), threshold: 1_000_000 + index * 10, orYes: one() },
    award: index % 2 === 0 ? { percent: 1 + (index % 30), cap: 200_000 + index } : { fixed: 50_000 + index },
  }));
}

/** A catalogue of one policy with the generated clauses. */
export function catalogueOf(all: readonly Shape[]): Catalogue {
  const dates = { issuedOn: '2020-01-01' };
  const clauses = all.map(clauseOf);
  const policy = { id: 'town/1', title: '', documentNumber: null, dates, clauses, groups: [] };
  return { api: 1, jurisdiction: 'town', hash: `generated-${all.length}`, policies: [policy] };
}

function clauseOf({ both, base, threshold, other, award }: Shape, index: number): Clause {
  const amount: Quantity =
    'fixed' in award
      ? number(award.fixed)
      : { op: 'product', of: [percent(award.percent), { op: 'fact', fact: money(base) }] };
  const cap = 'fixed' in award ? [] : [number(award.cap)];
  return {
    id: `town/1#clause-${index}`,
    kind: 'award',
    title: `clause ${index}`,
    citation: String(index),
    administrators: [],
    topics: [],
    when: {
      op: 'all',
      of: [
        ...both.map(yes),
        atLeast(base, threshold),
        { op: 'any', of: [atLeast(other.sum, other.threshold), yes(other.orYes)] },
      ],
    },
    award: { form: 'money', least: amount, most: amount, schedule: [] },
    limits: cap.map((amount) => ({
      type: 'cap',
      amount,
      over: 'clause',
      apply: 'jointly',
      per: 'enterprise',
      period: 'once',
    })),
    readings: [],
    undertakings: [],
    sentences: [],
  };
}

function yes(index: number): Condition {
  return { op: 'oneOf', fact: YES[index] ?? '', options: [1] };
}

function money(index: number): string {
  return MONEY[index] ?? '';
}

function atLeast(index: number, yuan: number): Condition {
  return { op: 'compare', left: { op: 'fact', fact: money(index) }, is: 'atLeast', right: number(yuan) };
}

function number(yuan: number): Quantity {
  return { op: 'number', value: String(yuan), text: `${yuan}元` };
}

function percent(share: number): Quantity {
  return { op: 'number', value: `${share}/100`, text: `${share}%` };
}
