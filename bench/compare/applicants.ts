import type { Catalogue, Dictionary, FactDefinition } from '../../clauses/index.ts';
import { generator } from '../measure/generator.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Draws a random applicant. `known` is the share of answers that are known; a list has one item or up to three. */
export type Draw = (known: number, items: 'one' | 'any') => Raw;

/** Draws applicants who answer the facts of a catalogue, in the form of the API; sums lie at its own figures or anywhere. */
export function applicantsOf(dictionary: Dictionary, catalogue: Catalogue, seed: number): Draw {
  const random = generator(seed);
  const text = JSON.stringify(catalogue.policies);
  const figures = Array.from(text.matchAll(/"value":"(\d{3,12})","text"/g), ([, figure]) => Number(figure));
  const facts = dictionary.facts.filter(({ id }) => text.includes(`"fact":"${id}"`));
  const subjects = dictionary.subjects.map((subject) => ({
    ...subject,
    facts: facts.filter((fact) => fact.subject === subject.id),
  }));
  return (known, items) => {
    const answers = (some: readonly FactDefinition[], key: 'id' | 'name'): Raw => {
      const answered = some.filter(() => random() < known);
      return Object.fromEntries(answered.map((fact) => [fact[key], answerOf(random, fact, figures)]));
    };
    const bySubject = subjects.map(({ id, list, facts: own }): Raw => {
      if (!list) return answers(own, 'id');
      if (random() >= known) return {};
      const count = items === 'one' ? 1 : Math.floor(random() * 4);
      return { [id]: Array.from({ length: count }, () => answers(own, 'name')) };
    });
    return Object.assign({}, ...bySubject);
  };
}

const YEARS = ['2023', '2022', '2021', 'earlier'];

function answerOf(random: () => number, fact: FactDefinition, figures: readonly number[]): unknown {
  const below = (count: number): number => Math.floor(random() * count);
  switch (fact.type) {
    case 'yesNo':
      return random() < 0.8;
    case 'choice':
      return fact.options?.[below(fact.options.length)]?.value;
    case 'date':
      return `20${18 + below(6)}-0${1 + below(9)}-${10 + below(19)}`;
    case 'count':
      return below(13);
    case 'series': {
      const years = YEARS.filter(() => random() < 0.9);
      return Object.fromEntries(years.map((year) => [year, sumNear(random, figures)]));
    }
    default:
      return sumNear(random, figures);
  }
}

/** A figure of the clauses or a small multiple of it, at most one hundredth off, or any sum. */
function sumNear(random: () => number, figures: readonly number[]): string {
  const below = (count: number): number => Math.floor(random() * count);
  const figure = (figures[below(figures.length)] ?? 0) * 100;
  const hundredths =
    random() < 0.5 ? figure * (1 + below(3)) + below(3) - 1 : Math.floor(10 ** (4 + random() * 8));
  return (Math.max(0, hundredths) / 100).toFixed(2);
}
