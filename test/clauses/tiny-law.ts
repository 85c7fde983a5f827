import fc from 'fast-check';
import type { Award } from '../../clauses/language/award.ts';
import type { Catalogue } from '../../clauses/language/catalogue.ts';
import type { Clause } from '../../clauses/language/clause.ts';
import type { Condition, NumberQuantity, Quantity } from '../../clauses/language/expression.ts';
import type { Dictionary, FactDefinition } from '../../clauses/language/fact.ts';
import type { Group } from '../../clauses/language/group.ts';
import type { Limit } from '../../clauses/language/limit.ts';
import type { Reading } from '../../clauses/language/reading.ts';

/**
 * A world small enough to try every completion: yes/no facts, a choice, whole numbers from 0 to 6 yuan, and a list of
 * at most two items. Clauses over it are generated at random.
 */
export const TOP = 6;
const POLICY = 'town/1';

function fact(id: string, rest: Partial<FactDefinition> & Pick<FactDefinition, 'type'>): FactDefinition {
  const [subject = '', name = ''] = id.split('.');
  return { id, subject, name, label: id, question: id, decimals: 0, changeable: true, ...rest };
}

const WHOLE = { min: '0', max: String(TOP) } as const;

export const dictionary: Dictionary = {
  subjects: [
    { id: 'firm', label: 'firm', list: false, maxItems: 1 },
    { id: 'items', label: 'items', list: true, maxItems: 2 },
  ],
  facts: [
    fact('firm.a', { type: 'yesNo' }),
    fact('firm.b', { type: 'yesNo' }),
    fact('firm.kind', { type: 'choice', options: ['x', 'y', 'z'].map((value) => ({ value, label: value })) }),
    fact('firm.m', { type: 'money', ...WHOLE }),
    fact('firm.n', { type: 'money', ...WHOLE }),
    fact('items.ok', { type: 'yesNo' }),
    fact('items.cost', { type: 'money', ...WHOLE }),
  ],
};

/** One more fact of the firm, money unless said otherwise. */
export const extraFact = (name: string, rest: object): Dictionary['facts'][number] => ({
  id: `firm.${name}`,
  subject: 'firm',
  name,
  type: 'money',
  label: name,
  question: name,
  decimals: 0,
  changeable: true,
  ...rest,
});

export const domains: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  dictionary.facts.map(({ id, type, options }) => [
    id,
    type === 'yesNo'
      ? ['false', 'true']
      : (options?.map(({ value }) => value) ?? Array.from({ length: TOP + 1 }, (_, value) => String(value))),
  ]),
);

const number = (value: number): NumberQuantity => ({
  op: 'number',
  value: String(value),
  text: String(value),
});
const reading = (name: string): Reading => ({
  id: `${POLICY}#${name}:way`,
  name: 'way',
  question: '?',
  options: ['one', 'two'].map((option) => ({ name: option, label: option })),
});

const comparator = fc.constantFrom('atLeast', 'moreThan', 'atMost', 'lessThan', 'equals');
const smallNumber = fc.integer({ min: 0, max: TOP }).map(number);

interface Words {
  readonly condition: fc.Arbitrary<Condition>;
  readonly quantity: fc.Arbitrary<Quantity>;
}

function words(inList: boolean, way: string): Words {
  const numbers = inList ? ['firm.m', 'items.cost'] : ['firm.m', 'firm.n'];
  const truths = inList ? ['firm.a', 'items.ok'] : ['firm.a', 'firm.b'];
  const numeric: fc.Arbitrary<Quantity> = fc.constantFrom(...numbers).map((id) => ({ op: 'fact', fact: id }));
  return fc.letrec<{ condition: Condition; quantity: Quantity; leaf: Condition }>((tie) => ({
    leaf: fc.oneof(
      fc.record({ op: fc.constant('compare' as const), left: numeric, is: comparator, right: smallNumber }),
      fc.record({
        op: fc.constant('compare' as const),
        left: tie('quantity'),
        is: comparator,
        right: tie('quantity'),
      }),
      fc.record({
        op: fc.constant('oneOf' as const),
        fact: fc.constantFrom(...truths),
        options: fc.constantFrom([0], [1]),
      }),
      fc.record({
        op: fc.constant('oneOf' as const),
        fact: fc.constant('firm.kind'),
        options: fc.subarray([0, 1, 2], { minLength: 1 }),
      }),
      fc.record({
        op: fc.constant('reading' as const),
        reading: fc.constant(way),
        option: fc.constantFrom(0, 1),
      }),
      ...(inList ? [] : [quantifier]),
    ),
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc.record({
        op: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ op: fc.constant('not' as const), of: tie('condition') }),
      fc.record({
        op: fc.constant('nOf' as const),
        n: fc.integer({ min: 1, max: 2 }),
        of: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
      }),
    ),
    quantity: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      numeric,
      smallNumber,
      fc.record({
        op: fc.constantFrom('sum' as const, 'product' as const, 'smallest' as const, 'largest' as const),
        of: fc.array(tie('quantity'), { minLength: 1, maxLength: 2 }),
      }),
      fc.record({
        op: fc.constantFrom('difference' as const, 'quotient' as const),
        of: fc.tuple(tie('quantity'), tie('quantity')),
      }),
      fc.record({
        op: fc.constant('steps' as const),
        of: tie('quantity'),
        size: fc.integer({ min: 1, max: 3 }).map(number),
      }),
      fc.record({
        op: fc.constant('cases' as const),
        // biome-ignore lint/suspicious/noThenProperty: the language's own word for what a case gives
        cases: fc.array(fc.record({ when: tie('condition'), then: tie('quantity') }), {
          minLength: 1,
          maxLength: 2,
        }),
        otherwise: tie('quantity'),
      }),
      fc
        .record({
          by: numeric,
          of: tie('quantity'),
          rates: fc.array(smallNumber, { minLength: 3, maxLength: 3 }),
          marginal: fc.boolean(),
        })
        .map(bands),
      fc.constantFrom<Quantity>(
        {
          op: 'total',
          list: 'items',
          of: { op: 'fact', fact: 'items.cost' },
          where: { op: 'oneOf', fact: 'items.ok', options: [1] },
        },
        { op: 'count', list: 'items', where: { op: 'oneOf', fact: 'items.ok', options: [1] } },
      ),
    ),
  }));
}

const quantifier = fc.record({
  op: fc.constantFrom('some' as const, 'every' as const),
  list: fc.constant('items'),
  where: fc.constant<Condition>({
    op: 'compare',
    left: { op: 'fact', fact: 'items.cost' },
    is: 'atLeast',
    right: number(3),
  }),
});

function bands(parts: { by: Quantity; of: Quantity; rates: Quantity[]; marginal: boolean }): Quantity {
  const [low = number(0), middle = number(0), high = number(0)] = parts.rates;
  return {
    op: 'bands',
    by: parts.by,
    of: parts.marginal ? parts.by : parts.of,
    marginal: parts.marginal,
    rows: [
      { to: number(2), rate: low },
      { from: number(2), to: number(4), rate: middle },
      { from: number(4), rate: high },
    ],
  };
}

function clause(name: string): fc.Arbitrary<Clause> {
  return fc.boolean().chain((inList) => {
    const { condition, quantity } = words(inList, `${POLICY}#${name}:way`);
    const pair: fc.Arbitrary<Pick<Award, 'least' | 'most'>> = fc.oneof(
      quantity.map((amount) => ({ least: amount, most: amount })),
      quantity.map((most) => ({ least: number(0), most })),
      quantity.map((least) => ({ least, most: null })),
    );
    const cap = fc.record({
      amount: fc.oneof(smallNumber, quantity),
      over: fc.constantFrom('item' as const, 'clause' as const),
    });
    return fc
      .record({ when: condition, pair, caps: fc.array(cap, { maxLength: 2 }) })
      .map(({ when, pair: award, caps }) => ({
        id: `${POLICY}#${name}`,
        kind: 'award' as const,
        title: name,
        citation: '',
        administrators: [],
        topics: [],
        ...(inList ? { list: 'items' } : {}),
        when,
        award: { form: 'money' as const, schedule: [], ...award },
        limits: caps.map(
          ({ amount, over }): Limit => ({
            type: 'cap',
            amount,
            over: inList ? over : 'clause',
            apply: 'jointly',
            per: 'firm',
            period: 'notStated',
          }),
        ),
        readings: [reading(name)],
        undertakings: [],
        sentences: [],
      }));
  });
}

const joint = fc
  .record({
    amount: words(false, `${POLICY}#one:way`).quantity,
    apply: fc.constantFrom('jointly' as const, 'each' as const),
  })
  .map(
    ({ amount, apply }): Clause => ({
      id: `${POLICY}#joint`,
      kind: 'limit',
      title: 'joint',
      citation: '',
      administrators: [],
      topics: [],
      limits: [
        {
          type: 'cap',
          amount,
          over: [`${POLICY}#one`, `${POLICY}#two`],
          apply,
          per: 'firm',
          period: 'notStated',
        },
      ],
      readings: [],
      undertakings: [],
      sentences: [],
    }),
  );

const group = fc.boolean().map(
  (open): Group => ({
    id: `${POLICY}#group`,
    type: 'highestOnly',
    title: 'group',
    citation: '',
    clauses: [`${POLICY}#one`, `${POLICY}#two`],
    readings: open ? [reading('group')] : [],
    ...(open ? { when: { op: 'reading' as const, reading: `${POLICY}#group:way`, option: 1 } } : {}),
  }),
);

/** A catalogue of two paying clauses, perhaps a joint limit, perhaps a group. */
export const catalogue: fc.Arbitrary<Catalogue> = fc
  .tuple(
    clause('one'),
    clause('two'),
    fc.option(joint, { nil: undefined }),
    fc.option(group, { nil: undefined }),
  )
  .map(([one, two, limit, set]) => ({
    api: 1,
    jurisdiction: 'town',
    hash: 'sha256-0',
    policies: [
      {
        id: POLICY,
        title: '',
        documentNumber: null,
        dates: {},
        clauses: limit === undefined ? [one, two] : [one, two, limit],
        groups: set === undefined ? [] : [set],
      },
    ],
  }));

/** Answers of which at most `unknown` are missing, so that every completion can be tried. */
export function answers(unknown: number): fc.Arbitrary<Readonly<Record<string, string>>> {
  const items = fc.integer({ min: 0, max: 2 });
  return items.chain((count) => {
    const names = namesFor(count);
    return fc
      .tuple(
        fc.shuffledSubarray([...names], { minLength: 0, maxLength: Math.min(unknown, names.length) }),
        fc.tuple(...names.map((name) => fc.constantFrom(...(domains[definitionOf(name)] ?? [])))),
      )
      .map(([missing, values]) =>
        Object.fromEntries([
          ['items', String(count)],
          ...names.flatMap((name, index) => (missing.includes(name) ? [] : [[name, values[index] ?? '']])),
        ]),
      );
  });
}

export function namesFor(count: number): readonly string[] {
  const items = Array.from({ length: count }, (_, index) => [
    `items.${index + 1}.ok`,
    `items.${index + 1}.cost`,
  ]).flat();
  return ['firm.a', 'firm.b', 'firm.kind', 'firm.m', 'firm.n', ...items];
}

export function definitionOf(name: string): string {
  return name.replace(/^items\.\d+\./, 'items.');
}

/** Answers by flat name, as they are sent: the list told whole, or unknown without `items`. */
export function sent({
  items,
  ...facts
}: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const within = (prefix: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(facts)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [name.slice(prefix.length), value]),
    );
  const rows = Array.from({ length: Number(items ?? 0) }, (_, index) => within(`items.${index + 1}.`));
  return { items: items === undefined ? null : rows, firm: within('firm.') };
}
