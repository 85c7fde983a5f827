import { readAnswers } from '../clauses/answering.ts';
import {
  type Catalogue,
  check,
  type Dictionary,
  type FactDefinition,
  prepareCatalogues,
} from '../clauses/index.ts';
import { generator } from './measure/generator.ts';
import { published } from './measure/published.ts';
import { head, row } from './measure/table.ts';

const APPLICANTS = 200;
const AS_OF = '2020-06-01';
const CHAINS = {
  longnan: ['longnan'],
  jieyang: ['jieyang', 'guangdong'],
  shenzhen: ['shenzhen', 'guangdong'],
  zhongshan: ['zhongshan', 'guangdong'],
} as const;

/** Counts the questions until nothing is open when the most useful one is asked first, compared with asking all facts. */
export function benchQuestions(): void {
  const dictionary = published<Dictionary>('facts.json');
  head(`questions, ${APPLICANTS} random applicants`, 'all', 'asked on average', 'share');
  for (const [place, chain] of Object.entries(CHAINS)) {
    const catalogues = chain.map((slug) => published<Catalogue>(`catalogues/${slug}.json`));
    const text = JSON.stringify(catalogues);
    const facts = dictionary.facts.filter(({ id }) => text.includes(`"${id}"`));
    const lists = new Set(
      facts
        .map(({ subject }) => subject)
        .filter((id) => dictionary.subjects.some((each) => each.id === id && each.list)),
    );
    const prepared = prepareCatalogues(dictionary, catalogues);
    const random = generator(20261121);
    let asked = 0;
    for (let applicant = 0; applicant < APPLICANTS; applicant += 1)
      asked += interview(
        (answers) =>
          check(prepared, {
            answers: readAnswers(dictionary, answers).answers,
            asOf: AS_OF,
            jurisdiction: place,
          }).questions[0]?.fact,
        facts,
        lists,
        random,
      );
    const all = facts.length + lists.size;
    const mean = asked / APPLICANTS;
    row(place, all, mean.toFixed(1), `${Math.round((mean / all) * 100)}%`);
  }
}

/** Answers the first question until none is left. Returns the number of questions. */
function interview(
  first: (answers: Record<string, unknown>) => string | undefined,
  facts: readonly FactDefinition[],
  lists: ReadonlySet<string>,
  random: () => number,
): number {
  const answers: Record<string, unknown> = {};
  for (let asked = 0; ; asked += 1) {
    const name = first(answers);
    if (name === undefined) return asked;
    if (lists.has(name)) answers[name] = random() < 0.3 ? [] : [{}];
    else Object.assign(answers, answered(name, facts, random));
  }
}

function answered(
  name: string,
  facts: readonly FactDefinition[],
  random: () => number,
): Record<string, unknown> {
  const id = name.replace(/\.\d+\./, '.');
  const fact = facts.find((each) => id === each.id || id.startsWith(`${each.id}.`));
  if (fact === undefined) throw new Error(`no question asks for ${name}`);
  if (fact.type === 'series') {
    const years = ['earlier', ...Array.from({ length: 8 }, (_, index) => String(2013 + index))];
    return Object.fromEntries(
      years.map((year) => [`${fact.id}.${year}`, String(Math.floor(random() * 6e10))]),
    );
  }
  return { [name]: answer(fact, random) };
}

function answer(fact: FactDefinition, random: () => number): unknown {
  switch (fact.type) {
    case 'yesNo':
      return random() < 0.5;
    case 'choice':
      return fact.options?.[Math.floor(random() * fact.options.length)]?.value;
    case 'date':
      return random() < 0.5 ? '2020-12-31' : '2021-06-01';
    case 'count':
      return String(Math.floor(random() * 12) + 1);
    default:
      return String(Math.floor(10 ** (4 + random() * 6)));
  }
}
