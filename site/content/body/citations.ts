import type { Policy } from '../../../clauses/index.ts';
import type { Body } from './read-body.ts';
import { requirementsOf } from './requirements.ts';

/** A citation that names another place than the one where the passage is marked. */
export interface CitationMismatch {
  readonly part: 'clauses' | 'groups' | 'requirements' | 'targets';
  /** Local name. */
  readonly name: string;
  readonly given: string;
  /** Where it is marked, as documents cite it. */
  readonly found: string;
}

/** Holds the citations (出处) of clauses, groups, requirements and targets against the paragraphs in which they are marked. */
export function citationMismatches(policy: Policy, { articles }: Body): readonly CitationMismatch[] {
  const cited = {
    clauses: policy.clauses,
    groups: policy.groups,
    requirements: requirementsOf(policy),
    targets: policy.targets,
  };
  return (['clauses', 'groups', 'requirements', 'targets'] as const).flatMap((part) =>
    cited[part].flatMap(({ id, citation }) => {
      const name = id.slice(id.indexOf('#') + 1);
      const places = articles
        .filter((article) => article[part === 'targets' ? part : 'clauses'].includes(name))
        .map((article) => article.citation);
      const found = places.find((place) => place !== '');
      if (found === undefined || cites(citation, places)) return [];
      return [{ part, name, given: citation, found }];
    }),
  );
}

/**
 * A citation may be finer than the paragraph (四（三）1第二句), may name several places, may name what several marked
 * paragraphs have in common (三（一） for 三（一）1（1） and 三（一）1（2）), and need not say which paragraph of an article.
 */
function cites(citation: string, places: readonly string[]): boolean {
  const known = places
    .map(plain)
    .map((place) => ({ full: withParagraph(place), short: withoutParagraph(place) }));
  return plain(citation)
    .split(/[、，,；;和及]/)
    .some((each) => {
      const form = /^第[^条]+条第[^款]+款/.test(each) ? 'full' : 'short';
      const named = known.map((place) => place[form]).filter((place) => place !== '');
      return (
        named.some((place) => begins(each, place)) ||
        named.filter((place) => place.startsWith(each)).length > 1
      );
    });
}

/** Whether a citation is that of a place or finer; 第五条（二）12 is no part of 第五条（二）1. */
function begins(citation: string, place: string): boolean {
  return citation.startsWith(place) && !/\d\d/.test(citation.slice(place.length - 1, place.length + 1));
}

/** The first paragraph of an article is 第五条 and 第五条第一款 alike. */
function withParagraph(place: string): string {
  return place.replace(/^(第[^条]+条)(?!第[^款]+款)/, '$1第一款');
}

function withoutParagraph(place: string): string {
  return place.replace(/^(第[^条]+条)第[^款]+款/, '$1');
}

/** One way to write what may be written in several: 第二章第五条第（二）项 is 第五条（二）. */
function plain(citation: string): string {
  return citation
    .replace(/\s+/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/^第[^章条]+章(?:第[^节条]+节)?(?=第[^条]+条)/, '')
    .replace(/第（?([一二三四五六七八九十]+)）?项/, '（$1）')
    .replace(/第(\d+)目/, '$1');
}
