import { readAnswers } from '../../clauses/answering.ts';
import {
  type Answers,
  type Catalogue,
  type Dictionary,
  type PreparedCatalogue,
  prepareCatalogues,
  verdicts,
} from '../../clauses/index.ts';
import { published } from '../measure/published.ts';
import { assertSameAsByHand, assertSameAsEngine } from './agreement.ts';
import { applicantsOf, type Draw } from './applicants.ts';
import { GUANGDONG } from './by-hand/guangdong.ts';
import { JIEYANG } from './by-hand/jieyang.ts';
import { LONGNAN } from './by-hand/longnan.ts';
import type { HandWrittenPlace } from './by-hand/read-facts.ts';
import { SHENZHEN } from './by-hand/shenzhen.ts';
import { ZHONGSHAN } from './by-hand/zhongshan.ts';
import { type ComparedEngine, type FlatFacts, flatFacts } from './engine.ts';
import { firstReading } from './first-reading.ts';
import { jsonRules } from './json-rules.ts';
import { publicodes } from './publicodes.ts';

const PLACES: Readonly<Record<string, HandWrittenPlace>> = {
  jieyang: JIEYANG,
  longnan: LONGNAN,
  shenzhen: SHENZHEN,
  guangdong: GUANGDONG,
  zhongshan: ZHONGSHAN,
};
/** The date of every measured check. */
export const AS_OF = '2023-06-01';
const YEAR = 2023;
const SEED = 20_261_121;
/** The number of random applicants of each place for whom all forms must agree before they are measured. */
const APPLICANTS = 3000;

/** The clauses of one place in all their forms. */
export interface ComparedPlace {
  readonly slug: string;
  readonly prepared: PreparedCatalogue;
  readonly byHand: HandWrittenPlace;
  /** The clauses that the other engines can express, reduced by `firstReading`. */
  readonly reduced: PreparedCatalogue;
  readonly engines: Readonly<Record<string, ComparedEngine>>;
  /** Draws a random applicant; see {@link Draw}. */
  readonly draw: (...how: Parameters<Draw>) => ComparedApplicant;
}

/** The answers of one applicant, in the input format of each form. */
export interface ComparedApplicant {
  readonly answers: Answers;
  readonly byHand: ReturnType<HandWrittenPlace['of']>;
  /** Usable only when everything is known. */
  readonly flat: FlatFacts;
}

/** Every place with clauses of its own, after checking that all forms agree. Throws where one of them differs. */
export async function comparedPlaces(applicants = APPLICANTS): Promise<readonly ComparedPlace[]> {
  const dictionary = published<Dictionary>('facts.json');
  const places = Object.entries(PLACES).map(([slug, byHand]) => comparedPlace(slug, byHand, dictionary));
  for (const place of places) await assertAgreement(place, applicants);
  return places;
}

function comparedPlace(slug: string, byHand: HandWrittenPlace, dictionary: Dictionary): ComparedPlace {
  const catalogue = published<Catalogue>(`catalogues/${slug}.json`);
  const reduced = prepareCatalogues(dictionary, [firstReading(catalogue)]);
  const drawAnswers = applicantsOf(dictionary, catalogue, SEED);
  const draw = (...how: Parameters<Draw>): ComparedApplicant => {
    const { answers, problems } = readAnswers(dictionary, drawAnswers(...how));
    if (problems.length > 0) throw new Error(`${slug}: ${JSON.stringify(problems)}`);
    return { answers, byHand: byHand.of(answers, YEAR), flat: flatFacts(dictionary, answers) };
  };
  const clauses = [...reduced.published.values()];
  const choices = new Set(dictionary.facts.filter(({ type }) => type === 'choice').map(({ id }) => id));
  const engines = {
    'json-rules-engine': jsonRules(clauses, choices),
    publicodes: publicodes(clauses, Object.keys(draw(1, 'one').flat), choices),
  };
  return { slug, prepared: prepareCatalogues(dictionary, [catalogue]), byHand, reduced, engines, draw };
}

async function assertAgreement(
  { slug, prepared, byHand, reduced, engines, draw }: ComparedPlace,
  applicants: number,
): Promise<void> {
  for (let index = 0; index < applicants; index += 1) {
    const { answers, byHand: run } = draw((index % 6) / 5, 'any');
    const ours = verdicts(prepared, { answers, asOf: AS_OF });
    if (index === 0) sameClauses(slug, ours, byHand);
    assertSameAsByHand(ours, run());
  }
  for (let index = 0; index < applicants / 10; index += 1) {
    const { answers, flat } = draw(1, 'one');
    const ours = verdicts(reduced, { answers, asOf: AS_OF });
    for (const [name, engine] of Object.entries(engines)) assertSameAsEngine(ours, await engine(flat), name);
  }
}

function sameClauses(
  slug: string,
  ours: readonly { readonly id: string }[],
  { names }: HandWrittenPlace,
): void {
  const own = ours.map(({ id }) => id.slice(id.indexOf('#') + 1));
  if (own.join() !== names.join()) throw new Error(`${slug}: written by hand are ${names.join()}`);
}
