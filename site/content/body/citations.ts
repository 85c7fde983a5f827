import type { Policy } from '../../../clauses/index.ts';
import type { Body } from './read-body.ts';
import { requirementsOf } from './requirements.ts';

/** A citation that does not agree with the paragraph in which the passage is marked. */
export interface CitationMismatch {
  readonly part: 'clauses' | 'groups' | 'requirements' | 'targets';
  /** Local name of the clause, group, requirement or target. */
  readonly name: string;
  /** The citation in the front matter. */
  readonly given: string;
  /** The citation of the paragraph in which it is marked. */
  readonly found: string;
}

/**
 * Compares the citations (出处) of clauses, groups, requirements and targets with the paragraphs in which they are marked.
 * What is not marked in any cited paragraph is left out.
 */
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
      const marked = articles
        .filter((article) => article[part === 'targets' ? part : 'clauses'].includes(name))
        .map((article) => article.citation);
      const found = marked.find((other) => other !== '');
      if (found === undefined || cites(citation, marked)) return [];
      return [{ part, name, given: citation, found }];
    }),
  );
}

/**
 * Whether a citation agrees with the citations of the marked paragraphs. It may be finer than a paragraph
 * (四（三）1第二句), name several paragraphs, name the common section of several marked paragraphs (三（一） for 三（一）1（1）
 * and 三（一）1（2）), and omit the paragraph of an article.
 */
function cites(citation: string, marked: readonly string[]): boolean {
  const known = marked
    .map(normalized)
    .map((each) => ({ full: withParagraph(each), short: withoutParagraph(each) }));
  return normalized(citation)
    .split(/[、，,；;和及]/)
    .some((each) => {
      const form = /^第[^条]+条第[^款]+款/.test(each) ? 'full' : 'short';
      const candidates = known.map((place) => place[form]).filter((place) => place !== '');
      return (
        candidates.some((place) => isAtOrBelow(each, place)) ||
        candidates.filter((place) => place.startsWith(each)).length > 1
      );
    });
}

/** Whether a citation is equal to a place or finer; 第五条（二）12 is not part of 第五条（二）1. */
function isAtOrBelow(citation: string, place: string): boolean {
  return citation.startsWith(place) && !/\d\d/.test(citation.slice(place.length - 1, place.length + 1));
}

/** Adds 第一款 where a citation of an article omits the paragraph: 第五条 also means its first paragraph. */
function withParagraph(place: string): string {
  return place.replace(/^(第[^条]+条)(?!第[^款]+款)/, '$1第一款');
}

function withoutParagraph(place: string): string {
  return place.replace(/^(第[^条]+条)第[^款]+款/, '$1');
}

/** The shortest notation of a citation: 第二章第五条第（二）项 becomes 第五条（二）. */
function normalized(citation: string): string {
  return citation
    .replace(/\s+/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/^第[^章条]+章(?:第[^节条]+节)?(?=第[^条]+条)/, '')
    .replace(/第（?([一二三四五六七八九十]+)）?项/, '（$1）')
    .replace(/第(\d+)目/, '$1');
}
