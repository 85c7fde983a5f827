import { type Clause, parseDate } from '../../clauses/index.ts';
import { clausesInScope } from '../../views/form/asked-questions.ts';
import type { FormState } from '../../views/form/fields.ts';
import type { FormProblem } from '../../views/wording/problems.ts';
import type { ServedPlace } from '../data/places.ts';

/** Every clause that applies in a place, in the order of the catalogues; none without a place. */
export function clausesOf(place: ServedPlace | undefined): readonly Clause[] {
  return place === undefined ? [] : [...place.prepared.published.values()];
}

/** The clauses that a form asks to check; none without a place. */
export function clausesToCheck(state: FormState, place: ServedPlace | undefined): readonly Clause[] {
  return clausesInScope(clausesOf(place), state);
}

/** What is wrong with the place, the as-of date, the topics and the clauses that a form names. */
export function scopeProblems(state: FormState, place: ServedPlace | undefined): readonly FormProblem[] {
  const { place: slug, asOf } = state;
  return [
    ...(place === undefined && slug !== undefined ? [problemWith('unknownPlace', 'place', slug)] : []),
    ...(asOf !== undefined && parseDate(asOf) === undefined ? [problemWith('badDay', 'asOf', asOf)] : []),
    ...(place === undefined ? [] : unknownChoices(state, place)),
  ];
}

function unknownChoices({ topics, clauses }: FormState, place: ServedPlace): readonly FormProblem[] {
  const known = new Set(clausesOf(place).flatMap((clause) => clause.topics));
  return [
    ...topics
      .filter((topic) => !known.has(topic))
      .map((topic) => problemWith('unknownTopic', 'topic', topic)),
    ...clauses
      .filter((id) => !place.prepared.published.has(id))
      .map((id) => problemWith('unknownClause', 'clause', id)),
  ];
}

/** A problem with a field, with the first 40 characters of its text. */
function problemWith(code: FormProblem['code'], name: string, typed: string): FormProblem {
  return { code, name, given: typed.slice(0, 40) };
}
