import type { Dictionary, FactDefinition } from '../../clauses/language/fact.ts';

/** The highest amount that a fact can have, in yuan. */
export const TOP = 6;

function fact(id: string, rest: Partial<FactDefinition> & Pick<FactDefinition, 'type'>): FactDefinition {
  const [subject = '', name = ''] = id.split('.');
  return { id, subject, name, label: id, question: id, decimals: 0, changeable: true, ...rest };
}

const WHOLE = { min: '0', max: String(TOP) } as const;

/**
 * A dictionary so small that every completion can be tried: yes/no, a choice, whole numbers from 0 to 6 yuan, and a list of at most
 * two items.
 */
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

/** One more fact of the firm; its type is money unless `rest` states another. */
export const extraFact = (name: string, rest: Partial<FactDefinition>): FactDefinition =>
  fact(`firm.${name}`, { type: 'money', label: name, question: name, ...rest });

/** The possible answers to each fact, as texts. */
export const domains: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  dictionary.facts.map(({ id, type, options }) => [
    id,
    type === 'yesNo'
      ? ['false', 'true']
      : (options?.map(({ value }) => value) ?? Array.from({ length: TOP + 1 }, (_, value) => String(value))),
  ]),
);
