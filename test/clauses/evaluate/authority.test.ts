import { describe, expect, test } from 'vitest';
import { anyOf, checked, clause, judged, money, number, perItem, yes } from '../tiny-clauses.ts';

describe('a fact that decides whether the authority still has to judge', () => {
  const when = anyOf(yes('firm.a'), judged);

  test('is asked where the award is granted without it', () => {
    const { clauses, questions, totals } = checked([clause('a', { when })], {});
    expect(totals.granted).toEqual({ min: '0.00', max: '5.00' });
    expect(clauses[0]).toMatchObject({ verdict: 'eligible', authority: ['择优'], missing: ['firm.a'] });
    expect(questions).toEqual([{ fact: 'firm.a', clauses: 1 }]);
  });

  test('is asked at each item', () => {
    const own = anyOf(yes('items.ok'), judged);
    const { questions } = checked([clause('a', { ...perItem, when: own, award: money(number(5)) })], {
      items: [{ ok: true }, {}],
    });
    expect(questions).toEqual([{ fact: 'items.2.ok', clauses: 1 }]);
  });

  test('is not asked where no case grants the award without it', () => {
    const { questions } = checked([clause('a', { when, award: money(number(0), number(5)) })], {});
    expect(questions).toEqual([]);
  });
});
