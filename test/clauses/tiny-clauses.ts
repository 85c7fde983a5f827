import { expect } from 'vitest';
import { readAnswers } from '../../clauses/answering.ts';
import type { CheckResult } from '../../clauses/check/result.ts';
import { combinationOf, defaultExplainers } from '../../clauses/explain.ts';
import { check, prepareCatalogues } from '../../clauses/index.ts';
import type { Award } from '../../clauses/language/award.ts';
import type { Catalogue } from '../../clauses/language/catalogue.ts';
import type { Clause } from '../../clauses/language/clause.ts';
import type { Case, Condition, NumberQuantity, Quantity } from '../../clauses/language/expression.ts';
import type { Group } from '../../clauses/language/group.ts';
import type { Limit } from '../../clauses/language/limit.ts';
import { dictionary } from './tiny-dictionary.ts';

/** Builders of minimal clauses. */
export const number = (value: number | string): NumberQuantity => ({
  op: 'number',
  value: String(value),
  text: String(value),
});
export const fact = (id: string): Quantity => ({ op: 'fact', fact: id });
export const yes = (id: string): Condition => ({ op: 'oneOf', fact: id, options: [1] });
export const compared = (left: Quantity, is: 'atLeast' | 'lessThan', right: Quantity): Condition => ({
  op: 'compare',
  left,
  is,
  right,
});
export const money = (amount: Quantity, most: Quantity | null = amount): Award => ({
  form: 'money',
  least: amount,
  most,
  schedule: [],
});
export const cap = (amount: Quantity, parts: Partial<Limit> = {}): Limit => ({
  type: 'cap',
  amount,
  over: 'clause',
  apply: 'jointly',
  per: 'enterprise',
  period: 'notStated',
  ...parts,
});

export const inCase = (when: Condition, amount: Quantity): Case => ({
  when,
  // biome-ignore lint/suspicious/noThenProperty: a word of the language; the object is never awaited
  then: amount,
});

export const not = (of: Condition): Condition => ({ op: 'not', of });
export const allOf = (...of: readonly Condition[]): Condition => ({ op: 'all', of });
export const anyOf = (...of: readonly Condition[]): Condition => ({ op: 'any', of });
/** A condition that only the authority can judge. */
export const judged: Condition = { op: 'authority', text: '择优' };

/** An award that pays the cost of each item of the list. */
export const perItem = { list: 'items', award: money(fact('items.cost')) };
/** Answers with a list of items that have these costs. */
export const items = (...costs: readonly number[]) => ({
  items: costs.map((cost) => ({ cost: String(cost) })),
});
/** A range with equal ends. */
export const exactly = (amount: string) => ({ min: amount, max: amount });

/** A clause named `name`, which pays 5 yuan unless `parts` say otherwise. */
export function clause(name: string, parts: Partial<Clause> = {}): Clause {
  return {
    id: `town/1#${name}`,
    kind: 'award',
    title: name,
    citation: '',
    administrators: [],
    topics: [],
    award: money(number(5)),
    limits: [],
    readings: [],
    undertakings: [],
    sentences: [],
    ...parts,
  };
}

/** The full ids of clauses of the law. */
export const idsOf = (...names: readonly string[]): readonly string[] =>
  names.map((name) => `town/1#${name}`);

/** A group of clauses, of which only the highest is paid unless stated otherwise. */
export const group = (names: readonly string[], parts: Partial<Group> = {}): Group => ({
  id: 'town/1#group',
  type: 'highestOnly',
  title: '',
  citation: '',
  clauses: idsOf(...names),
  readings: [],
  ...parts,
});

/** A clause without an award that only limits others. */
export function limiting(...limits: readonly Limit[]): Clause {
  const { award: _, ...rest } = clause('limit', { kind: 'limit', limits });
  return rest;
}

/** The catalogue of a town with one law. */
export function catalogueOf(clauses: readonly Clause[], groups: readonly Group[] = []): Catalogue {
  return {
    api: 1,
    jurisdiction: 'town',
    hash: 'sha256-0',
    policies: [{ id: 'town/1', title: '', documentNumber: null, dates: {}, clauses, groups }],
  };
}

/** The result of a check of some clauses; `scope` contains local names. */
export function checked(
  clauses: readonly Clause[],
  facts: Readonly<Record<string, unknown>>,
  { groups = [], scope }: { groups?: readonly Group[]; scope?: readonly string[] } = {},
): CheckResult {
  const { answers, problems } = readAnswers(dictionary, facts);
  expect(problems).toEqual([]);
  return check(prepareCatalogues(dictionary, [catalogueOf(clauses, groups)]), {
    ...defaultExplainers,
    combination: combinationOf,
    answers,
    asOf: '2024-01-01',
    jurisdiction: 'town',
    ...(scope === undefined ? {} : { clauses: idsOf(...scope) }),
  });
}
