import { expect, test } from 'vitest';
import { readAnswers } from '../../../clauses/answering.ts';
import { traceOf } from '../../../clauses/explain.ts';
import { check, type Dictionary, prepareCatalogues, verdicts } from '../../../clauses/index.ts';
import { catalogueOf, clause, inCase, money } from '../tiny-clauses.ts';

const cost = {
  id: 'items.cost',
  subject: 'items',
  name: 'cost',
  type: 'money',
  label: '金额',
  question: '金额？',
  decimals: 2,
  changeable: true,
} as const;

const dictionary: Dictionary = {
  subjects: [{ id: 'items', label: '项目', list: true, maxItems: 200 }],
  facts: [cost],
};

/** An item counts where all items together reach 100. */
const catalogue = catalogueOf([
  clause('together', {
    list: 'items',
    when: {
      op: 'compare',
      left: { op: 'total', list: 'items', of: { op: 'fact', fact: cost.id } },
      is: 'atLeast',
      right: { op: 'number', value: '100', text: '100元' },
    },
    award: { form: 'title', none: 'nonMonetary', schedule: [] },
  }),
]);

test('a part that reads all items of the own list is traced once, not for each item again', () => {
  const items = Array.from({ length: 200 }, (_, index) => ({ cost: index }));
  const { answers } = readAnswers(dictionary, { items });
  const request = { answers, asOf: '2024-01-01', jurisdiction: 'town', trace: traceOf };
  const [only] = check(prepareCatalogues(dictionary, [catalogue]), request).clauses;
  const steps = only?.trace ?? [];
  const named = steps.filter(({ fact }) => fact?.startsWith('items.')).map(({ fact }) => fact);
  expect(named).toHaveLength(200);
  expect(new Set(named).size).toBe(200);
  expect(steps.filter(({ op }) => op === 'total').map((step) => 'value' in step && step.value)).toEqual(
    Array.from({ length: 200 }, () => '19900'),
  );
});

test('verdicts alone carry the same trace as the whole result where it is asked for', () => {
  const { answers } = readAnswers(dictionary, { items: [{ cost: 60 }, {}] });
  const request = { answers, asOf: '2024-01-01', jurisdiction: 'town', trace: traceOf };
  const prepared = prepareCatalogues(dictionary, [catalogue]);
  const whole = check(prepared, request).clauses.map(({ id, verdict, amount, trace }) => ({
    id,
    verdict,
    amount,
    trace,
  }));
  expect(whole[0]?.trace.length).toBeGreaterThan(0);
  expect(verdicts(prepared, request)).toEqual(whole);
  expect(verdicts(prepared, { answers, asOf: '2024-01-01' })[0]).not.toHaveProperty('trace');
});

test('a part that reads all items is traced under the first item that reaches it', () => {
  const { answers } = readAnswers(dictionary, { items: [{ cost: 1 }, { cost: 60 }, { cost: 70 }] });
  const all = { op: 'total', list: 'items', of: { op: 'fact', fact: cost.id } } as const;
  const few = { op: 'number', value: '5', text: '5元' } as const;
  const large = {
    op: 'compare',
    left: { op: 'fact', fact: cost.id },
    is: 'atLeast',
    right: { op: 'number', value: '50', text: '50元' },
  } as const;
  const amount = { op: 'cases', cases: [inCase(large, all)], otherwise: few } as const;
  const prepared = prepareCatalogues(dictionary, [
    catalogueOf([clause('a', { list: 'items', award: money(amount) })]),
  ]);
  const [verdict] = verdicts(prepared, { answers, asOf: '2024-01-01', trace: traceOf });
  const inner = verdict?.trace?.filter(({ path }) => path.endsWith('/then/of')) ?? [];
  expect(inner.map((step) => [step.item, step.fact, 'value' in step && step.value])).toEqual([
    [2, 'items.1.cost', '1'],
    [2, 'items.2.cost', '60'],
    [2, 'items.3.cost', '70'],
  ]);
});

test('a step cites the sentence that names its figure, not one whose figure only ends like it', () => {
  const cited = (text: string, ...sentences: readonly string[]): string | undefined => {
    const left = { op: 'fact', fact: cost.id } as const;
    const right = { op: 'number', value: '5', text } as const;
    const when = { op: 'some', list: 'items', where: { op: 'compare', left, is: 'atLeast', right } } as const;
    const prepared = prepareCatalogues(dictionary, [catalogueOf([clause('a', { when, sentences })])]);
    const { answers } = readAnswers(dictionary, { items: [{}] });
    const [verdict] = verdicts(prepared, { answers, asOf: '2024-01-01', trace: traceOf });
    const step = verdict?.trace?.find(({ op }) => op === 'compare');
    return step !== undefined && 'sentence' in step ? step.sentence : undefined;
  };
  expect(cited('5%', '达到15%的', '达到 5 %的')).toBe('达到 5 %的');
  expect(cited('5%', '达到2.5%的', '达到15%，其中5%的')).toBe('达到15%，其中5%的');
  expect(cited('500万元', '达到1,500万元的', '达到500万元的')).toBe('达到500万元的');
  expect(cited('五年', '满十五年的', '满五年的')).toBe('满五年的');
  expect(cited('五百元', '满三千五百元的', '满五百元的')).toBe('满五百元的');
  expect(cited('5', '达到50的', '达到5的')).toBe('达到5的');
  expect(cited('5', '达到5,000的', '达到5,其中3的')).toBe('达到5,其中3的');
  // Where none names it, the first one is cited.
  expect(cited('5%', '达到百分之五的', '达到25%的')).toBe('达到百分之五的');
});
