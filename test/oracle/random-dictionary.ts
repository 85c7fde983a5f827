import type { Dictionary, FactDefinition, FactType, Subject } from '../../clauses/language/fact.ts';
import type { Random } from './random.ts';

/** The two lists of a random world; everything else belongs to the applicant as a whole. */
export const LISTS = ['projects', 'contracts'] as const;

/** The range, digits and figures of one kind of number. */
interface Scale {
  readonly min?: string;
  readonly max?: string;
  readonly decimals: number;
  /** The figures that a law uses for it. */
  readonly figures: readonly string[];
}

/** Ranges of a few values, which are tried one by one. */
const NARROW: readonly Scale[] = [
  { min: '0', max: '0.05', decimals: 2, figures: ['0', '0.01', '0.02', '0.03', '0.05', '0.06'] },
  { min: '-0.02', max: '0.02', decimals: 2, figures: ['-0.01', '0', '0.01', '0.03'] },
  { min: '0', max: '4', decimals: 0, figures: ['0', '1', '2', '3', '5'] },
  { min: '1', max: '5', decimals: 0, figures: ['1', '2', '4', '6'] },
  { min: '-1', max: '0.5', decimals: 1, figures: ['-0.5', '0', '0.5'] },
];

/** Ranges as in real texts, for which only critical values are tried. */
const BROAD: readonly Scale[] = [
  { min: '0', decimals: 2, figures: ['0', '1000000', '5000000', '20000000'] },
  { min: '0', max: '10000000', decimals: 2, figures: ['300000', '1000000', '2000000'] },
  { decimals: 2, figures: ['-100000', '0', '100000'] },
  { min: '0', max: '200', decimals: 0, figures: ['10', '50', '100'] },
];

/** A fact with the figures that laws compare it with. */
export interface RandomFact {
  readonly definition: FactDefinition;
  readonly figures: readonly string[];
}

/** The facts of a random world. */
export interface RandomDictionary {
  readonly dictionary: Dictionary;
  readonly facts: readonly RandomFact[];
}

const COUNTED: readonly FactType[] = ['money', 'money', 'number', 'area', 'count', 'series'];

/** A dictionary with facts of every type, of the applicant and of items. */
export function randomDictionary(random: Random): RandomDictionary {
  const facts = [
    ...random.several(3, 5, (index) => randomFact(random, 'enterprise', index)),
    ...LISTS.flatMap((list) => random.several(1, 2, (index) => randomFact(random, list, index))),
  ];
  const subjects = ['enterprise', ...LISTS].map((id): Subject => {
    const list = id !== 'enterprise';
    return { id, label: id, list, maxItems: list ? random.pick([1, 2, 2]) : 1 };
  });
  return { dictionary: { subjects, facts: facts.map(({ definition }) => definition) }, facts };
}

function randomFact(random: Random, subject: string, index: number): RandomFact {
  const type = random.pick<FactType>(['yesNo', 'choice', 'percent', 'date', ...COUNTED]);
  const listed = subject !== 'enterprise';
  const base = {
    id: `${subject}.f${index}`,
    subject,
    name: `f${index}`,
    label: `f${index}`,
    question: `f${index}?`,
    changeable: true,
  };
  if (type === 'yesNo' || type === 'date') return { definition: { ...base, type, decimals: 0 }, figures: [] };
  if (type === 'choice') {
    const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
    return { definition: { ...base, type, decimals: 0, options }, figures: [] };
  }
  if (type === 'percent') {
    const figures = ['0', '0.01', '0.02', '0.03'];
    return { definition: { ...base, type, decimals: 0, min: '0', max: '0.03' }, figures };
  }
  const whole = type === 'count';
  const scales = (listed || !random.once(3) ? NARROW : BROAD).filter(
    ({ decimals }) => !whole || decimals === 0,
  );
  const { figures, ...range } = random.pick(scales);
  return { definition: { ...base, type: type === 'series' && listed ? 'number' : type, ...range }, figures };
}
