import { expect, test } from 'vitest';
import { readAnswers } from '../../../clauses/answering.ts';
import { groundsOf } from '../../../clauses/explain.ts';
import { check, type Dictionary, prepareCatalogues } from '../../../clauses/index.ts';
import { catalogueOf, clause } from '../tiny-clauses.ts';

const dictionary: Dictionary = {
  subjects: [{ id: 'firm', label: '企业', list: false, maxItems: 1 }],
  facts: [
    {
      id: 'firm.output',
      subject: 'firm',
      name: 'output',
      type: 'series',
      label: '产值',
      question: '产值？',
      decimals: 2,
      changeable: true,
    },
  ],
};

const catalogue = catalogueOf([
  clause('first', {
    when: {
      op: 'compare',
      left: { op: 'year', fact: 'firm.output', which: 'best' },
      is: 'moreThan',
      right: { op: 'number', value: '100', text: '100元' },
    },
    award: { form: 'title', none: 'nonMonetary', schedule: [] },
  }),
]);

test('of two years that each decide, the same one is cited for any order of the answers', () => {
  const years: readonly [string, string][] = [
    ['2021', '500'],
    ['2020', '700'],
    ['earlier', '900'],
  ];
  const cited = (given: typeof years): unknown => {
    const { answers } = readAnswers(dictionary, { 'firm.output': Object.fromEntries(given) });
    const request = { asOf: '2022-06-01', jurisdiction: 'town', grounds: groundsOf };
    const named = { values: new Map([...answers.values].reverse()), lists: answers.lists };
    return [answers, named].map(
      (each) =>
        check(prepareCatalogues(dictionary, [catalogue]), { ...request, answers: each }).clauses[0]?.grounds,
    );
  };
  const ground = [{ fact: 'firm.output.2020', value: '700' }];
  for (const given of [years, [...years].reverse()]) expect(cited(given)).toEqual([ground, ground]);
});
