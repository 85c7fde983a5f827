import type { Policy } from '../../clauses/index.ts';
import type { Body } from './body.ts';

/** A citation that names another place than the one where the passage is marked. */
export interface Miscited {
  readonly part: 'clauses' | 'targets';
  /** Local name. */
  readonly name: string;
  readonly given: string;
  /** Where it is marked, as documents cite it. */
  readonly found: string;
}

/** Holds the citations (出处) of clauses and targets against the paragraphs in which they are marked. */
export function miscited(policy: Policy, { articles }: Body): readonly Miscited[] {
  return (['clauses', 'targets'] as const).flatMap((part) =>
    policy[part].flatMap(({ id, citation }) => {
      const name = id.slice(id.indexOf('#') + 1);
      const places = articles
        .filter((article) => article[part].includes(name))
        .map((article) => article.citation);
      const found = places.find((place) => place !== '');
      if (found === undefined || cites(citation, places)) return [];
      return [{ part, name, given: citation, found }];
    }),
  );
}

/**
 * A citation may be finer than the paragraph (四（三）1第二句), may name several places, and may name what several
 * marked paragraphs have in common (三（一） for 三（一）1（1） and 三（一）1（2）).
 */
function cites(citation: string, places: readonly string[]): boolean {
  const cited = plain(citation).split(/[、，,；;和及]/);
  return cited.some(
    (each) =>
      places.some((place) => each.startsWith(plain(place))) ||
      places.filter((place) => plain(place).startsWith(each)).length > 1,
  );
}

function plain(citation: string): string {
  return citation.replace(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）');
}
