import { expect, test } from 'vitest';
import { readAnswers } from '../../clauses/answering.ts';
import { traceOf } from '../../clauses/explain.ts';
import { check, type Dictionary, prepare, verdicts } from '../../clauses/index.ts';
import { catalogueOf, clause } from './small-clauses.ts';

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

test('what an item asks of all items is traced item by item once, not for each of them again', () => {
  const items = Array.from({ length: 200 }, (_, index) => ({ cost: index }));
  const { answers } = readAnswers(dictionary, { items });
  const request = { answers, asOf: '2024-01-01', jurisdiction: 'town', trace: traceOf };
  const [only] = check(prepare(dictionary, [catalogue]), request).clauses;
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
  const prepared = prepare(dictionary, [catalogue]);
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
