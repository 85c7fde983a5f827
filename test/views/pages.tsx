import { flatAnswers, readAnswers } from '../../clauses/answering.ts';
import { buildCatalogue } from '../../clauses/authoring.ts';
import { combinationOf, defaultExplainers, gapsOf, groundsOf, traceOf } from '../../clauses/explain.ts';
import { type Answers, type CheckResult, check, type PolicyDates } from '../../clauses/index.ts';
import { loadContent } from '../../site/content/load/load-content.ts';
import { type FormState, readForm } from '../../views/form/fields.ts';
import { rawAnswers } from '../../views/form/raw-answers.ts';
import { ResultPage } from '../../views/result/ResultPage.tsx';
import { type PublishedPlace, placeOfCatalogues } from '../parity/published-places.ts';

/** A checked applicant and the page of the result. */
export interface Page {
  readonly result: CheckResult;
  readonly html: string;
}

const content = loadContent('content');
const { dictionary, jurisdictions = [] } = content;
if (dictionary === undefined) throw new Error('the content has no dictionary');

const policies = content.policies.flatMap(({ policy }) => (policy === undefined ? [] : [policy]));

/** Places with the clauses that apply there, as `content/` has them; `dates` replaces those of the place's own policies. */
export function placeWithPolicies(slug: string, dates?: PolicyDates): PublishedPlace {
  if (dictionary === undefined) throw new Error('the content has no dictionary');
  const own = new Set(policies.map(({ jurisdiction }) => jurisdiction));
  const chain = chainOf(slug).filter((each) => own.has(each));
  const catalogues = chain.map((each) =>
    buildCatalogue(
      each,
      policies
        .filter(({ jurisdiction }) => jurisdiction === each)
        .map((policy) => (each === slug && dates !== undefined ? { ...policy, dates } : policy)),
      () => `sha256-${each}`,
    ),
  );
  return placeOfCatalogues(slug, dictionary, catalogues);
}

/** The places that have policies of their own. */
export function placesWithPolicies(): readonly PublishedPlace[] {
  return [...new Set(policies.map(({ jurisdiction }) => jurisdiction))].map((slug) =>
    placeWithPolicies(slug),
  );
}

function chainOf(slug: string): readonly string[] {
  const parent = jurisdictions.find((each) => each.slug === slug)?.parent;
  return parent === undefined ? [slug] : [slug, ...chainOf(parent)];
}

/** Checks with every explanation that the page shows. */
export function checkAll(
  { prepared, slug }: PublishedPlace,
  request: {
    readonly answers: Answers;
    readonly asOf: string;
    readonly clauses?: readonly string[] | undefined;
  },
): CheckResult {
  const { clauses, ...others } = request;
  return check(prepared, {
    ...defaultExplainers,
    ...others,
    ...(clauses === undefined ? {} : { clauses }),
    jurisdiction: slug,
    trace: traceOf,
    grounds: groundsOf,
    gaps: gapsOf,
    combination: combinationOf,
  });
}

/** The markup of the page of a result. */
export function render(
  place: PublishedPlace,
  result: CheckResult,
  state: FormState = readForm([]),
  answers: Readonly<Record<string, string>> = {},
): string {
  return String(
    <ResultPage
      result={result}
      dictionary={place.dictionary}
      policies={place.prepared.policies}
      placeName={place.slug}
      state={state}
      left={0}
      skipped={0}
      answers={answers}
    />,
  );
}

/** The page for a form with these fields, as somebody sends it. */
export function pageFor(
  place: PublishedPlace,
  asOf: string,
  fields: Readonly<Record<string, string>>,
  clauses?: readonly string[],
): Page {
  const state = readForm(Object.entries(fields));
  const { answers } = readAnswers(place.dictionary, rawAnswers(place.dictionary, state).raw);
  const result = checkAll(place, { answers, asOf, clauses });
  return { result, html: render(place, result, state, flatAnswers(place.dictionary, answers)) };
}
