import { describe, expect, test } from 'vitest';
import type { Condition, Quantity } from '../../../clauses/language/expression.ts';
import type { Limit } from '../../../clauses/language/limit.ts';
import { runWorlds } from '../../oracle/run.ts';
import {
  cap,
  checked,
  clause,
  compared,
  exactly,
  fact,
  group,
  idsOf,
  inCase,
  items,
  limiting,
  money,
  not,
  number,
  perItem,
  yes,
} from '../tiny-clauses.ts';

/** Limits of each item of several clauses read every item; constraints that may apply are computed once for each level. */
const both = idsOf('a', 'b');
const ofItems = (amount: Quantity, parts: Partial<Limit> = {}): Limit =>
  cap(amount, { over: both, apply: 'items', ...parts });
const fives = ['a', 'b'].map((name) => clause(name, { ...perItem, award: money(number(5)) }));
describe('a limit of each item', () => {
  const byCost = [...fives, limiting(ofItems(fact('items.cost')))];

  test('asks for the unknowns of every item', () => {
    const { questions, clauses, totals } = checked(byCost, { items: [{ cost: '1' }, {}] });
    expect(questions).toEqual([{ fact: 'items.2.cost', clauses: 2 }]);
    expect(clauses[2]?.missing).toEqual(['items.2.cost']);
    expect(totals.granted).toEqual({ min: '1.00', max: '7.00' });
  });

  test('asks nothing of an item for which no clause is met', () => {
    const clauses = fives.map((each) => ({ ...each, when: yes('items.ok') }));
    const asked = (ok: boolean): readonly unknown[] =>
      checked([...clauses, limiting(ofItems(fact('items.cost')))], {
        items: [{ ok: true, cost: '6' }, { ok }],
      }).questions;
    expect(asked(false)).toEqual([]);
    expect(asked(true)).toEqual([{ fact: 'items.2.cost', clauses: 2 }]);
  });

  test('asks for a fact that changes an item although the sum of its clause is one figure', () => {
    const capped = clause('a', { ...perItem, award: money(fact('items.cost')), limits: [cap(number(2))] });
    const floor = ofItems(number(6), { type: 'floor', below: 'refuse' });
    const law = [capped, clause('b', { ...perItem, award: money(number(5)) }), limiting(floor)];
    const { questions, clauses, totals } = checked(law, { items: [{ cost: '4' }, {}] });
    expect(clauses[0]).toMatchObject({ amount: { least: exactly('2.00') }, missing: [] });
    expect(totals.granted).not.toEqual(exactly(`${totals.granted.max}`));
    expect(questions).toEqual([{ fact: 'items.2.cost', clauses: 1 }]);
  });

  test('asks nothing more of a clause with one figure where only sums are limited', () => {
    const capped = clause('a', { ...perItem, award: money(fact('items.cost')), limits: [cap(number(2))] });
    const jointly = limiting(cap(number(9), { over: both }));
    const law = [capped, clause('b', { ...perItem, award: money(number(5)) }), jointly];
    expect(checked(law, { items: [{ cost: '4' }, {}] }).questions).toEqual([]);
  });

  test('asks for its own facts where one of its clauses is met for the item', () => {
    const one = fives.map((each, index) => (index === 0 ? { ...each, when: yes('items.ok') } : each));
    const law = [...one, limiting(ofItems(fact('items.cost')))];
    const { questions } = checked(law, { items: [{ ok: false }] });
    expect(questions.map(({ fact }) => fact)).toEqual(['items.1.cost']);
    // For an unknown list only the list itself is asked.
    expect(checked(law, {}).questions.map(({ fact }) => fact)).toEqual(['items']);
  });

  test('lists a reading that moves one item of a clause with one figure', () => {
    const reading = 'town/1#a:way';
    const award: Quantity = {
      op: 'cases',
      cases: [
        inCase(not(yes('items.ok')), number(4)),
        inCase({ op: 'reading', reading, option: 0 }, number(3)),
      ],
      otherwise: number(2),
    };
    const options = ['one', 'two'].map((name) => ({ name, label: name }));
    const capped = clause('a', {
      ...perItem,
      award: money(award),
      limits: [cap(number(2))],
      readings: [{ id: reading, name: 'way', question: '', options }],
    });
    const floor = ofItems(number(8), { type: 'floor', below: 'refuse' });
    const law = [capped, clause('b', { ...perItem, award: money(number(5)) }), limiting(floor)];
    const { clauses, totals } = checked(law, { items: [{ ok: false }, { ok: true }] });
    expect(clauses[0]).toMatchObject({ amount: { least: exactly('2.00') } });
    expect(totals.readings).toMatchObject([{ id: reading }]);
  });

  test('asks whether it applies to any item', () => {
    const limit = ofItems(number(2), { when: yes('items.ok') });
    const { questions } = checked([...fives, limiting(limit)], { items: [{ ok: false }, {}] });
    expect(questions).toEqual([{ fact: 'items.2.ok', clauses: 2 }]);
  });

  test('allows in total the sum of what it allows for each item', () => {
    const { totals, clauses } = checked(byCost, items(1, 3));
    const range = { min: '1.00', max: '3.00' };
    expect(totals.limitedBy).toEqual([{ clause: 'town/1#limit', ceiling: null, range }]);
    expect(clauses[2]?.ceiling).toEqual(range);
  });

  test('is listed where it applies to another item than the first', () => {
    const limit = ofItems(fact('items.cost'), { when: yes('items.ok') });
    const answers = {
      items: [
        { ok: false, cost: '1' },
        { ok: true, cost: '2' },
      ],
    };
    const { totals, clauses } = checked([...fives, limiting(limit)], answers);
    const range = exactly('2.00');
    expect(totals.limitedBy).toEqual([{ clause: 'town/1#limit', ceiling: '2.00', range }]);
    expect(clauses[2]?.ceiling).toEqual(range);
    // It applies to no item of [].
    expect(checked([...fives, limiting(limit)], { items: [] }).totals.limitedBy).toEqual([]);
  });

  test('gives a bound where it has no figure at any item', () => {
    const share: Quantity = { op: 'quotient', of: [number(4), fact('items.cost')] };
    for (const costs of [items(0, 1), items(1, 0)])
      expect(checked([...fives, limiting(ofItems(share))], costs).totals).toMatchObject({
        granted: { min: '4.00', max: '14.00' },
        bound: true,
      });
  });

  test('limits a combination where it applies to another item than the first', () => {
    const limit = ofItems(number(6), { when: yes('items.ok') });
    const answers = { items: [{ ok: false }, { ok: true }] };
    const { combination, totals } = checked([...fives, limiting(limit)], answers);
    expect(totals.granted).toEqual(exactly('16.00'));
    expect(combination?.best.granted).toEqual(exactly('16.00'));
  });
});

describe('a constraint of which it is unknown whether it applies', () => {
  /** Unknown with any answers, and not split into cases. */
  const open = compared({ op: 'quotient', of: [number(1), number(0)] }, 'atLeast', number(1));
  const DEPTH = 40;

  test('is computed once for each level, however deep limits are nested', () => {
    const limits = Array.from({ length: DEPTH }, (_, index) =>
      cap(number(index + 2), { over: both, when: open }),
    );
    const clauses = [clause('a'), clause('b'), limiting(...limits)];
    expect(checked(clauses, {}).totals.granted).toEqual({ min: '2.00', max: '10.00' });
  });

  test('is computed once for each level, with alternating groups and limits', () => {
    const names = Array.from({ length: DEPTH }, (_, index) => `c${index}`);
    const sets = names.slice(1).map((_, index) => names.slice(0, index + 2));
    const limits = sets.map((set, index) => cap(number(index + 7), { over: idsOf(...set), when: open }));
    const clauses = [...names.map((name) => clause(name)), limiting(...limits)];
    const groups = sets.map((set, index) => group(set, { id: `town/1#g${index}`, when: open }));
    // At least the highest of all, at most their sum.
    expect(checked(clauses, {}, { groups }).totals.granted).toEqual({ min: '5.00', max: '200.00' });
  });

  test('counts only for what is paid: a limit without a figure over an unmet clause gives no bound', () => {
    const unmet = ['a', 'b'].map((name) => clause(name, { when: yes('firm.a') }));
    const figures: readonly Quantity[] = [
      { op: 'notStated', text: '若干万元' },
      { op: 'quotient', of: [number(4), number(0)] },
    ];
    for (const figure of figures) {
      const clauses = [...unmet, limiting(cap(figure, { over: both }))];
      expect(checked(clauses, { 'firm.a': false }).totals).toMatchObject({
        granted: exactly('0.00'),
        bound: false,
      });
      expect(checked(clauses, { 'firm.a': true }).totals.bound).toBe(true);
    }
  });

  test('of a group with a single met clause has no effect', () => {
    const when: Condition = { op: 'compare', left: fact('firm.m'), is: 'moreThan', right: fact('firm.n') };
    const clauses = [
      clause('a', { when: yes('firm.a') }),
      clause('b', { when: yes('firm.b') }),
      clause('c', { award: money(fact('firm.m')) }),
    ];
    const answers = { 'firm.b': false };
    const { totals } = checked(clauses, answers, { groups: [group(['a', 'b'], { when })] });
    expect(totals).toMatchObject({ granted: { min: '0.00', max: '11.00' }, bound: false });
  });
});

test('bands in the base of bands are computed once for each level', () => {
  const rows = [0, 1, 2, 3, 4, 5].map((from) => ({
    from: number(from),
    ...(from < 5 ? { to: number(from + 1) } : {}),
    rate: number(1),
  }));
  let base: Quantity = fact('firm.n');
  for (let depth = 0; depth < 40; depth += 1)
    base = {
      op: 'bands',
      by: { op: 'sum', of: [fact('firm.m'), fact('firm.m')] },
      of: base,
      rows,
      marginal: false,
    };
  const [result] = checked([clause('a', { award: money(base) })], {}).clauses;
  expect(result?.amount).toMatchObject({ least: { min: '0.00', max: '6.00' } });
});

/** Regressions: a reading of a clause that may not be met, and answers that change one item of a limited clause. */
test.each([15_960, 70_627, 186_196, 210_035, 267_576, 425_791])('world %i agrees', (world) => {
  expect(runWorlds(1, world, 1).failed).toEqual([]);
});
