import fc from 'fast-check';
import type { Award } from '../../clauses/language/award.ts';
import type { Catalogue } from '../../clauses/language/catalogue.ts';
import type { Clause } from '../../clauses/language/clause.ts';
import type { Condition, Quantity } from '../../clauses/language/expression.ts';
import type { Reading } from '../../clauses/language/reading.ts';
import { cap, catalogueOf, clause, group, idsOf, limiting, number } from './tiny-clauses.ts';
import { domains, TOP } from './tiny-dictionary.ts';

/** An open reading of a clause, with two options. */
const reading = (name: string): Reading => ({
  id: `town/1#${name}:way`,
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
        // biome-ignore lint/suspicious/noThenProperty: a word of the language; the object is never awaited
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

function payingClause(name: string): fc.Arbitrary<Clause> {
  return fc.boolean().chain((inList) => {
    const { condition, quantity } = words(inList, `town/1#${name}:way`);
    const pair: fc.Arbitrary<Pick<Award, 'least' | 'most'>> = fc.oneof(
      quantity.map((amount) => ({ least: amount, most: amount })),
      quantity.map((most) => ({ least: number(0), most })),
      quantity.map((least) => ({ least, most: null })),
    );
    const limit = fc.record({
      amount: fc.oneof(smallNumber, quantity),
      over: fc.constantFrom('item' as const, 'clause' as const),
    });
    return fc
      .record({ when: condition, pair, caps: fc.array(limit, { maxLength: 2 }) })
      .map(({ when, pair: award, caps }) =>
        clause(name, {
          ...(inList ? { list: 'items' } : {}),
          when,
          award: { form: 'money' as const, schedule: [], ...award },
          limits: caps.map(({ amount, over }) => cap(amount, { over: inList ? over : 'clause' })),
          readings: [reading(name)],
        }),
      );
  });
}

const joint = fc
  .record({
    amount: words(false, `town/1#one:way`).quantity,
    apply: fc.constantFrom('jointly' as const, 'each' as const),
  })
  .map(({ amount, apply }) => limiting(cap(amount, { over: idsOf('one', 'two'), apply })));

const highestOnly = fc.boolean().map((open) =>
  group(['one', 'two'], {
    readings: open ? [reading('group')] : [],
    ...(open && { when: { op: 'reading', reading: 'town/1#group:way', option: 1 } }),
  }),
);

/** A catalogue over the tiny dictionary, generated at random: two paying clauses, and perhaps a joint limit and a group. */
export const catalogue: fc.Arbitrary<Catalogue> = fc
  .tuple(
    payingClause('one'),
    payingClause('two'),
    fc.option(joint, { nil: undefined }),
    fc.option(highestOnly, { nil: undefined }),
  )
  .map(([one, two, limit, set]) =>
    catalogueOf(limit === undefined ? [one, two] : [one, two, limit], set === undefined ? [] : [set]),
  );

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

/** Answers in the form of a request: the list as an array, or absent without `items`. */
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
