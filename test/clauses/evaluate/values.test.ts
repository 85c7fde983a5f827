import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../../clauses/answering.ts';
import { isOpenNow } from '../../../clauses/evaluate/facts.ts';
import { InfluenceCollector } from '../../../clauses/evaluate/influence.ts';
import { createPreparer } from '../../../clauses/evaluate/prepare.ts';
import type { Preparer, Value } from '../../../clauses/evaluate/prepared.ts';
import { layOut, type Situation, situation } from '../../../clauses/evaluate/situation.ts';
import type {
  Band,
  Comparator,
  Condition,
  Quantity,
  WhichYear,
} from '../../../clauses/language/expression.ts';
import type { Dictionary } from '../../../clauses/language/fact.ts';
import { parseDate } from '../../../clauses/numbers/calendar.ts';
import { formatRational } from '../../../clauses/numbers/exact.ts';
import type { Truth } from '../../../clauses/numbers/truth.ts';
import { fact, inCase, number, yes } from '../tiny-clauses.ts';
import { extraFact, dictionary as small } from '../tiny-dictionary.ts';

/** The value of one quantity or condition over all completions, before anything is split into cases. */
const dictionary: Dictionary = {
  ...small,
  facts: [
    ...small.facts,
    extraFact('low', { min: '1' }),
    extraFact('high', { max: '9' }),
    extraFact('any', {}),
    extraFact('on', { type: 'date' }),
    extraFact('output', { type: 'series', min: '0', max: '1000' }),
  ],
};
const preparer = (): Preparer => createPreparer(layOut(dictionary, []));
const m = fact('firm.m');
const n = fact('firm.n');
const low = fact('firm.low');
const high = fact('firm.high');
const any = fact('firm.any');
const cost = fact('items.cost');
type Facts = Readonly<Record<string, unknown>>;

function stateOf({ layout }: Preparer, facts: Facts): Situation {
  const { answers, problems } = readAnswers(dictionary, facts);
  expect(problems).toEqual([]);
  return situation(layout, answers, parseDate('2024-02-29') ?? Number.NaN);
}

/** `3`, `1 … 3`, `1 …` without limit; `1 … 3?` where it may be undefined; or why there is no value. */
function format({ min, max, flaw, partly }: Value): string {
  if (flaw !== undefined) return flaw;
  const [from, to] = [min, max].map((end) => (end === null ? '' : formatRational(end)));
  return `${from === to && from !== '' ? from : `${from} … ${to}`.trim()}${partly === true ? '?' : ''}`;
}

function comesTo(source: Quantity, facts: Facts = {}): string {
  const here = preparer();
  return format(here.quantity(source).value(stateOf(here, facts)));
}

function truthOf(source: Condition, facts: Facts = {}): Truth {
  const here = preparer();
  return here.condition(source).holds(stateOf(here, facts));
}

const sum = (...of: Quantity[]): Quantity => ({ op: 'sum', of });
const product = (...of: Quantity[]): Quantity => ({ op: 'product', of });
const quotient = (a: Quantity, b: Quantity): Quantity => ({ op: 'quotient', of: [a, b] });
const compare = (left: Quantity, is: Comparator, right: Quantity): Condition => ({
  op: 'compare',
  left,
  is,
  right,
});
const unnamed: Quantity = { op: 'notStated', text: '' };
const undefinedQuantity = quotient(number(1), number(0));
/** 1 ÷ n, which is undefined where n is 0. */
const perhaps = quotient(number(1), n);

describe('arithmetic', () => {
  test.each<[string, Quantity, Facts, string]>([
    ['a fact', m, { 'firm.m': 3 }, '3'],
    ['an unknown fact', m, {}, '0 … 6'],
    ['without upper end', low, {}, '1 …'],
    ['without lower end', high, {}, '… 9'],
    ['without any', any, {}, '…'],
    ['a sum', sum(m, low, number(1)), {}, '2 …'],
    ['a sum of one', sum(m), {}, '0 … 6'],
    ['a product', product(m, number(2)), {}, '0 … 12'],
    ['the smallest', { op: 'smallest', of: [m, number(2)] }, {}, '0 … 2'],
    ['the largest', { op: 'largest', of: [m, number(2)] }, {}, '2 … 6'],
    ['a difference', { op: 'difference', of: [m, number(2)] }, {}, '-2 … 4'],
    ['a quotient', quotient(m, number(2)), {}, '0 … 3'],
    ['a division by zero', quotient(m, number(0)), {}, 'undefined'],
    ['a division by what may be zero', perhaps, {}, '…?'],
    ['the same times zero', product(perhaps, number(0)), {}, '0?'],
    ['zero times the same', product(number(0), perhaps), {}, '0?'],
    ['a division by what is not zero', quotient(number(2), sum(m, number(1))), {}, '2/7 … 2'],
    ['what is not stated', sum(unnamed, m), {}, 'notStated'],
    ['the second not stated', sum(m, unnamed), {}, 'notStated'],
    ['the first reason counts', sum(undefinedQuantity, unnamed), {}, 'undefined'],
    ['undefined over nothing', quotient(unnamed, n), {}, 'notStated'],
    ['nothing over undefined', quotient(m, unnamed), {}, 'notStated'],
    ['whole steps', { op: 'steps', of: m, size: number(4) }, {}, '0 … 1'],
    ['whole steps are never below zero', { op: 'steps', of: number(-9), size: number(4) }, {}, '0'],
    ['steps of nothing', { op: 'steps', of: m, size: number(0) }, {}, 'undefined'],
    ['steps of what may be nothing', product({ op: 'steps', of: m, size: n }, number(0)), {}, '0?'],
    ['an unknown day', { op: 'later', of: fact('firm.on'), months: 12, days: 0, text: '' }, {}, '…'],
  ])('%s', (_, source, facts, expected) => {
    expect(comesTo(source, facts)).toBe(expected);
  });

  test('the as-of date, and dates after it', () => {
    const at = parseDate('2024-02-29') ?? 0;
    expect(comesTo({ op: 'asOf' })).toBe(String(at));
    const later = (months: number, days: number): string =>
      comesTo({ op: 'later', of: { op: 'asOf' }, months, days, text: '' });
    expect(later(12, 0)).toBe(String(at + 365));
    expect(later(1, 2)).toBe(String(at + 31));
    expect(later(0, -1)).toBe(String(at - 1));
    // Undefined in some completions stays so.
    const doubtful: Quantity = { op: 'cases', cases: [inCase(yes('firm.a'), { op: 'asOf' })] };
    expect(comesTo({ op: 'later', of: doubtful, months: 0, days: 1, text: '' })).toBe(`${at + 1}?`);
  });
});

describe('years', () => {
  const year = (which: 'current' | 'previous' | 'beforeLast' | 'best', given: object): string =>
    comesTo({ op: 'year', fact: 'firm.output', which }, { 'firm.output': given });
  const given = { earlier: 50, 2021: 300, 2022: 200, 2023: 100, 2024: 900 };

  test('are counted from the as-of date', () => {
    expect(year('current', given)).toBe('900');
    expect(year('previous', given)).toBe('100');
    expect(year('beforeLast', given)).toBe('200');
    expect(year('previous', { 2022: 5 })).toBe('0 … 1000');
  });

  test('are unknown while one of the years that are read is not answered', () => {
    const isOpen = (which: WhichYear, facts: object): boolean => {
      const here = preparer();
      const collector = new InfluenceCollector(here.layout);
      collector.quantity({ op: 'year', fact: 'firm.output', which }, 1, 'amount');
      return collector.all().some((use) => isOpenNow(stateOf(here, { 'firm.output': facts }), use));
    };
    expect(isOpen('previous', { 2023: 1 })).toBe(false);
    expect(isOpen('previous', { 2022: 1 })).toBe(true);
    expect(isOpen('best', { earlier: 1, 2023: 1 })).toBe(false);
    expect(isOpen('best', { 2023: 1 })).toBe(true);
  });

  test('the best is the highest value of all years before the current one', () => {
    expect(year('best', given)).toBe('300');
    expect(year('best', { ...given, earlier: 400 })).toBe('400');
    // 2022 lies between answered years.
    expect(year('best', { earlier: 50, 2021: 300, 2023: 100 })).toBe('300 … 1000');
    expect(year('best', { 2023: 100 })).toBe('100 … 1000');
    expect(year('best', { earlier: 50, 2023: 100 })).toBe('100');
    expect(year('best', { earlier: 50 })).toBe('50 … 1000');
  });
});

describe('bands', () => {
  const bands = (rows: readonly Band[], parts: object = {}): Quantity => ({
    op: 'bands',
    by: m,
    of: number(1),
    rows,
    marginal: false,
    ...parts,
  });
  const steps: readonly Band[] = [
    { to: number(2), rate: number(1) },
    { from: number(2), to: number(4), rate: number(2) },
    { from: number(4), rate: number(3) },
  ];
  const other = steps.map((row) => ({ ...row, fromExcluded: true, toIncluded: true }));
  const each = (source: Quantity): readonly string[] =>
    [1, 2, 3, 4, 5].map((value) => comesTo(source, { 'firm.m': value }));

  test('include their lower end and exclude their upper end, unless stated otherwise', () => {
    expect(each(bands(steps))).toEqual(['1', '2', '2', '3', '3']);
    expect(each(bands(other))).toEqual(['1', '1', '2', '2', '3']);
  });

  test.each<[string, Quantity, string]>([
    ['all rows that the key can reach', bands(steps), '1 … 3'],
    ['only those', bands(steps, { by: sum(m, number(2)) }), '2 … 3'],
    [
      'not one of which only an open end is touched',
      bands(steps, { by: { op: 'smallest', of: [m, number(2)] } }),
      '1 … 2',
    ],
    [
      'nothing beyond an end that is included',
      bands([{ from: number(0), to: number(2), toIncluded: true, rate: number(1) }]),
      '1?',
    ],
    ['the end that is excluded', bands(other, { by: { op: 'largest', of: [m, number(2)] } }), '1 … 3'],
    ['not the end before', bands(steps, { by: { op: 'largest', of: [m, number(2)] } }), '2 … 3'],
    [
      'not the end before that is excluded',
      bands(other, { by: { op: 'smallest', of: [m, number(2)] } }),
      '1',
    ],
    ['the base is narrowed to the row where it is the key', bands(steps, { of: m }), '0 … 18'],
    ['and is taken whole where it is not', bands(steps, { by: number(1), of: m }), '0 … 6'],
    ['one row for everything', bands([{ rate: number(3) }], { by: any }), '3'],
    ['no row', bands([]), 'undefined'],
    ['no row but a rest', bands([], { otherwise: number(7) }), '7'],
    ['no row that is reached', bands([{ from: number(9), rate: number(1) }]), 'undefined'],
    ['the rest instead', bands([{ from: number(9), rate: number(1) }], { otherwise: number(7) }), '7'],
    ['a gap before', bands([{ from: number(1), rate: number(3) }]), '3?'],
    ['no gap before', bands([{ from: number(0), rate: number(3) }]), '3'],
    ['the excluded start is a gap', bands([{ from: number(0), fromExcluded: true, rate: number(3) }]), '3?'],
    ['a gap behind', bands([{ to: number(6), rate: number(3) }]), '3?'],
    ['no gap behind', bands([{ to: number(7), rate: number(3) }]), '3'],
    ['the included end is no gap', bands([{ to: number(6), toIncluded: true, rate: number(3) }]), '3'],
    ['the rest in a gap', bands([{ from: number(1), rate: number(3) }], { otherwise: number(7) }), '3 … 7'],
    [
      'rows side by side leave no gap',
      bands([
        { to: number(3), rate: number(3) },
        { from: number(3), to: number(7), rate: number(3) },
      ]),
      '3',
    ],
    [
      'but what is otherwise may stand between them',
      bands(
        [
          { to: number(3), rate: number(3) },
          { from: number(4), rate: number(3) },
        ],
        { otherwise: number(7) },
      ),
      '3 … 7',
    ],
    [
      'one row that holds the key leaves nothing otherwise',
      bands([{ to: number(7), rate: number(3) }], { otherwise: number(7) }),
      '3',
    ],
    [
      'a key without upper end',
      bands([{ from: number(1), to: number(9), rate: number(3) }], { by: low }),
      '3?',
    ],
    [
      'a key without lower end',
      bands([{ from: number(0), to: number(10), rate: number(3) }], { by: high }),
      '3?',
    ],
    [
      'a key without lower end, in a row without',
      bands([{ to: number(10), rate: number(3) }], { by: high }),
      '3',
    ],
    ['a key that is undefined', bands(steps, { by: undefinedQuantity }), 'undefined'],
    ['a key that may be undefined', product(bands(steps, { by: perhaps }), number(0)), '0?'],
    ['a key that is not stated', bands(steps, { by: unnamed }), 'notStated'],
    ['a base that is not stated', bands(steps, { of: unnamed }), 'notStated'],
  ])('%s', (_, source, expected) => {
    expect(comesTo(source)).toBe(expected);
  });

  test('marginal: the part inside each row', () => {
    const marginal = bands(steps, { of: m, marginal: true });
    expect(each(marginal)).toEqual(['1', '2', '4', '6', '9']);
    expect(comesTo(marginal)).toBe('0 … 12');
    expect(comesTo(bands(steps.slice(1), { of: m, marginal: true }), { 'firm.m': 1 })).toBe('0');
    expect(comesTo(bands(steps, { of: unnamed, marginal: true }))).toBe('notStated');
    expect(comesTo(bands([], { of: perhaps, marginal: true }))).toBe('0?');
    expect(comesTo(bands([], { of: m, marginal: true }))).toBe('0');
  });
});

describe('cases', () => {
  const one = inCase(yes('firm.a'), number(1));
  const two = inCase(yes('firm.b'), number(2));
  test.each<[string, Quantity, Facts, string]>([
    ['the first that holds', { op: 'cases', cases: [one, two] }, { 'firm.a': true, 'firm.b': true }, '1'],
    ['not one that fails', { op: 'cases', cases: [one, two] }, { 'firm.a': false, 'firm.b': true }, '2'],
    ['an open one, until one holds', { op: 'cases', cases: [one, two] }, { 'firm.b': true }, '1 … 2'],
    ['none', { op: 'cases', cases: [one, two] }, { 'firm.a': false, 'firm.b': false }, 'undefined'],
    ['perhaps none', { op: 'cases', cases: [one] }, {}, '1?'],
    ['otherwise', { op: 'cases', cases: [one], otherwise: number(5) }, { 'firm.a': false }, '5'],
    ['perhaps otherwise', { op: 'cases', cases: [one], otherwise: number(5) }, {}, '1 … 5'],
    [
      'undefined or not stated',
      { op: 'cases', cases: [inCase(yes('firm.a'), undefinedQuantity)], otherwise: unnamed },
      {},
      'undefined',
    ],
    [
      'undefined or else',
      { op: 'cases', cases: [inCase(yes('firm.a'), undefinedQuantity)], otherwise: number(5) },
      {},
      '5?',
    ],
  ])('%s', (_, source, facts, expected) => {
    expect(comesTo(source, facts)).toBe(expected);
  });
});

describe('lists', () => {
  const ok = yes('items.ok');
  const total = (of: Quantity, where?: Condition): Quantity => ({
    op: 'total',
    list: 'items',
    of,
    ...(where === undefined ? {} : { where }),
  });
  const count = (where?: Condition): Quantity => ({
    op: 'count',
    list: 'items',
    ...(where === undefined ? {} : { where }),
  });
  const two = { items: [{ ok: true, cost: 5 }, { cost: 2 }] };
  const no = { items: [{ ok: false, cost: 5 }] };
  test.each<[string, Quantity, Facts, string]>([
    ['a total', total(cost), two, '7'],
    ['a total of what passes', total(cost, ok), two, '5 … 7'],
    ['a total of what passes not', total(cost, ok), no, '0'],
    ['a total of nothing', total(cost), { items: [] }, '0'],
    ['a total of an unknown list', total(cost), {}, '0 …'],
    ['a total of losses', total({ op: 'difference', of: [number(0), cost] }), {}, '… 0'],
    ['a total without figures', total(unnamed), two, 'notStated'],
    ['a total without figures of no items', total(unnamed), { items: [] }, '0'],
    ['perhaps without figures', total(unnamed, ok), { items: [{}] }, '0?'],
    ['an unknown list without figures', total(unnamed), {}, '0?'],
    ['an unknown list, perhaps without figures', product(total(perhaps), number(0)), {}, '0?'],
    ['a count', count(), two, '2'],
    ['a count of what passes', count(ok), two, '1 … 2'],
    ['a count of what passes not', count(ok), no, '0'],
    ['a count of an unknown list', count(), {}, '0 …'],
  ])('%s', (_, source, facts, expected) => {
    expect(comesTo(source, facts)).toBe(expected);
  });

  test.each<[Facts, Truth, Truth]>([
    [{ items: [] }, false, true],
    [{ items: [{ ok: true }] }, true, true],
    [{ items: [{ ok: false }] }, false, false],
    [{ items: [{ ok: true }, {}] }, true, 'unknown'],
    [{ items: [{ ok: false }, {}] }, 'unknown', false],
    [{ items: [{}, { ok: true }] }, true, 'unknown'],
    [{ items: [{}, { ok: false }] }, 'unknown', false],
    [{ items: [{ ok: true }, { ok: false }] }, true, false],
    [{}, 'unknown', 'unknown'],
  ])('%j: some %s, every %s', (facts, some, every) => {
    expect(truthOf({ op: 'some', list: 'items', where: ok }, facts)).toBe(some);
    expect(truthOf({ op: 'every', list: 'items', where: ok }, facts)).toBe(every);
  });

  test('of an unknown list: a condition true of any item is met by every item, one true of no item is not met by some', () => {
    expect(truthOf({ op: 'every', list: 'items', where: yes('firm.a') }, { 'firm.a': true })).toBe(true);
    expect(truthOf({ op: 'every', list: 'items', where: yes('firm.a') }, { 'firm.a': false })).toBe(
      'unknown',
    );
    expect(truthOf({ op: 'some', list: 'items', where: yes('firm.a') }, { 'firm.a': true })).toBe('unknown');
    expect(truthOf({ op: 'some', list: 'items', where: yes('firm.a') }, { 'firm.a': false })).toBe(false);
  });
});

describe('conditions', () => {
  const kinds = (...options: number[]): Condition => ({ op: 'oneOf', fact: 'firm.kind', options });
  test.each<[string, Condition, Facts, Truth]>([
    ['one option', kinds(1), { 'firm.kind': 'y' }, true],
    ['another', kinds(0, 2), { 'firm.kind': 'y' }, false],
    ['some options', kinds(0, 2), {}, 'unknown'],
    ['every option', kinds(0, 1, 2), {}, true],
    ['no option', kinds(), {}, false],
    ['all', { op: 'all', of: [yes('firm.a'), yes('firm.b')] }, { 'firm.a': true, 'firm.b': true }, true],
    ['all, one open', { op: 'all', of: [yes('firm.a'), yes('firm.b')] }, { 'firm.b': true }, 'unknown'],
    ['all, one not', { op: 'all', of: [yes('firm.a'), yes('firm.b')] }, { 'firm.b': false }, false],
    ['any', { op: 'any', of: [yes('firm.a'), yes('firm.b')] }, { 'firm.a': false, 'firm.b': false }, false],
    ['any, one open', { op: 'any', of: [yes('firm.a'), yes('firm.b')] }, { 'firm.b': false }, 'unknown'],
    ['any, one met', { op: 'any', of: [yes('firm.a'), yes('firm.b')] }, { 'firm.b': true }, true],
    ['not', { op: 'not', of: yes('firm.a') }, { 'firm.a': true }, false],
    ['not what is open', { op: 'not', of: yes('firm.a') }, {}, 'unknown'],
    ['two of two', { op: 'nOf', n: 2, of: [yes('firm.a'), yes('firm.b')] }, { 'firm.a': true }, 'unknown'],
    ['one of two', { op: 'nOf', n: 1, of: [yes('firm.a'), yes('firm.b')] }, { 'firm.a': true }, true],
    [
      'two of two, one not',
      { op: 'nOf', n: 2, of: [yes('firm.a'), yes('firm.b')] },
      { 'firm.a': false },
      false,
    ],
    ['the authority', { op: 'authority', text: '' }, {}, true],
    ['an undefined side', compare(undefinedQuantity, 'atLeast', number(-9)), {}, 'unknown'],
    ['an undefined other side', compare(number(-9), 'lessThan', undefinedQuantity), {}, 'unknown'],
    [
      'a side that may be undefined',
      compare(product(perhaps, number(0)), 'equals', number(0)),
      {},
      'unknown',
    ],
    ['the other side may be', compare(number(0), 'equals', product(perhaps, number(0))), {}, 'unknown'],
    ['beyond an open end', compare(low, 'atLeast', number(1)), {}, true],
    ['below an open end', compare(low, 'lessThan', number(1)), {}, false],
    ['within an open end', compare(low, 'atLeast', number(2)), {}, 'unknown'],
    ['under an open end', compare(high, 'atMost', number(9)), {}, true],
    ['an open end on the right', compare(number(9), 'lessThan', high), {}, false],
    ['open ends on both sides', compare(high, 'atLeast', low), {}, 'unknown'],
  ])('%s', (_, source, facts, expected) => {
    expect(truthOf(source, facts)).toBe(expected);
  });

  test.each<[Comparator, readonly Truth[]]>([
    ['atLeast', [false, true, true]],
    ['moreThan', [false, false, true]],
    ['atMost', [true, true, false]],
    ['lessThan', [true, false, false]],
    ['equals', [false, true, false]],
  ])('%s: below, at, above', (is, expected) => {
    expect([2, 3, 4].map((value) => truthOf(compare(m, is, number(3)), { 'firm.m': value }))).toEqual(
      expected,
    );
  });
});
