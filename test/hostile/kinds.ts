import type { Clause, Dictionary, FactDefinition, Quantity } from '../../clauses/index.ts';
import { createApp } from '../../functions/app.ts';

/** The kinds of fields. Each has one fact, and one clause that pays the exact value of the fact as an amount of money. */
export const KINDS = [
  'yesNo',
  'choice',
  'money',
  'number',
  'percent',
  'count',
  'area',
  'date',
  'series',
  'list',
] as const;
export type Kind = (typeof KINDS)[number];

export const FACTS: readonly FactDefinition[] = [
  fact('firm.yes', { type: 'yesNo' }),
  fact('firm.level', {
    type: 'choice',
    options: [
      { value: 'city', label: '市级' },
      { value: 'national', label: '国家级' },
      { value: 'other', label: '其他（含委托）' },
    ],
  }),
  fact('firm.income', { type: 'money', unit: '元', decimals: 2, min: '0' }),
  fact('firm.power', { type: 'number', unit: '千瓦', decimals: 3, min: '0' }),
  fact('firm.share', { type: 'percent', unit: '%', decimals: 2, min: '0', max: '1' }),
  fact('firm.staff', { type: 'count', unit: '人', min: '0', max: '1000000' }),
  fact('firm.ground', { type: 'area', unit: '平方米', decimals: 2, min: '0' }),
  fact('firm.founded', { type: 'date' }),
  fact('firm.output', { type: 'series', unit: '元', decimals: 2, min: '0' }),
  fact('items.cost', { type: 'money', unit: '元', decimals: 2, min: '0' }),
];

/** The field for a value of each kind; of a series, the field of the year before the as-of date. */
export const FIELDS: Readonly<Record<Kind, string>> = {
  yesNo: 'firm.yes',
  choice: 'firm.level',
  money: 'firm.income',
  number: 'firm.power',
  percent: 'firm.share',
  count: 'firm.staff',
  area: 'firm.ground',
  date: 'firm.founded',
  series: 'firm.output.2023',
  list: 'items.1.cost',
};
export const AS_OF = '2024-06-01';

function fact(id: string, more: Partial<FactDefinition> & Pick<FactDefinition, 'type'>): FactDefinition {
  const [subject = '', name = ''] = id.split('.');
  return {
    id,
    subject,
    name,
    label: `题${name}`,
    question: `${name}？`,
    decimals: 0,
    changeable: true,
    ...more,
  };
}

const number = (value: string): Quantity => ({ op: 'number', value, text: value });
const product = (id: string, times: string): Quantity => ({
  op: 'product',
  of: [{ op: 'fact', fact: id }, number(times)],
});
const when = (id: string, index: number): Case => {
  // biome-ignore lint/suspicious/noThenProperty: a word of the language; the object is never awaited
  return { when: { op: 'oneOf', fact: id, options: [index] }, then: number(`${index + 1}`) };
};
const options = (id: string, count: number): Quantity => ({
  op: 'cases',
  cases: Array.from({ length: count }, (_, index) => when(id, index)),
});
type Case = Extract<Quantity, { op: 'cases' }>['cases'][number];

/** Yes is 2 and no 1, an option its 1-based position; power in watts, a share in millionths, a date in days since 1900. */
const AMOUNTS: Readonly<Record<Kind, Quantity>> = {
  yesNo: options('firm.yes', 2),
  choice: options('firm.level', 3),
  money: { op: 'fact', fact: 'firm.income' },
  number: product('firm.power', '1000'),
  percent: product('firm.share', '1000000'),
  count: { op: 'fact', fact: 'firm.staff' },
  area: { op: 'fact', fact: 'firm.ground' },
  date: { op: 'sum', of: [{ op: 'fact', fact: 'firm.founded' }, number('25567')] },
  series: { op: 'year', fact: 'firm.output', which: 'previous' },
  list: { op: 'total', list: 'items', of: { op: 'fact', fact: 'items.cost' } },
};

function clauseOf(kind: Kind): Clause {
  return {
    id: `town/1#${kind.toLowerCase()}`,
    kind: 'award',
    title: kind,
    citation: '一',
    administrators: ['某局'],
    topics: ['题'],
    award: { form: 'money', least: AMOUNTS[kind], most: AMOUNTS[kind], schedule: [] },
    limits: [],
    readings: [],
    undertakings: [],
    sentences: ['原文。'],
  };
}

export function clauseIdOf(kind: Kind): string {
  return clauseOf(kind).id;
}

const DICTIONARY: Dictionary = {
  subjects: [
    { id: 'firm', label: '企业', list: false, maxItems: 1 },
    { id: 'items', label: '项目', list: true, item: '项目', maxItems: 3 },
  ],
  facts: FACTS,
};
const POLICY = { id: 'town/1', title: '办法', documentNumber: null, dates: {}, groups: [] };
const TOWN = { slug: 'town', name: '某市', code: '910100' };
const SHELL =
  '<!doctype html><html lang="zh-CN"><title>x</title><main><!--huice:content--><!--/huice:content--></main></html>';

/** The edge over this world. */
export const app = createApp({
  loadJurisdictions: async () => [TOWN],
  loadFacts: async () => DICTIONARY,
  loadCatalogue: async () => ({
    api: 1,
    jurisdiction: 'town',
    hash: 'sha256-town',
    policies: [{ ...POLICY, clauses: KINDS.map(clauseOf) }],
  }),
  loadPolicies: async () => [],
  loadPoliciesOf: async () => [],
  loadShell: async () => SHELL,
  loadNotFound: async () => SHELL,
  today: () => AS_OF,
});
