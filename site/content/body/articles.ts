import type { ArticleKind, Clause, Policy } from '../../../clauses/index.ts';
import { subtree } from '../../../clauses/language.ts';
import { markedBody } from './marked-body.ts';
import type { NumberedBlock } from './numbering.ts';
import { inlineText, joinLines } from './plain-text.ts';

/** A paragraph of the text with a permanent anchor. */
export interface Article {
  readonly anchor: string;
  /** The citation of the paragraph: 四（三）1; empty outside all sections. */
  readonly citation: string;
  /** Its first 40 characters without private passages, for lists. */
  readonly start: string;
  readonly kind: ArticleKind;
  /** Local names of the clauses marked in it. */
  readonly clauses: readonly string[];
  /** Local names of the targets marked in it. */
  readonly targets: readonly string[];
}

const startLength = 40;

/** The paragraphs of the text with their marks. The marks determine the kind; {@link withArticleKinds} refines it. */
export function articlesOf(numbered: readonly NumberedBlock[]): readonly Article[] {
  return numbered.flatMap(({ block, anchor, citation }) => {
    if (block.type !== 'paragraph') return [];
    const { marks } = markedBody([block], []);
    const idsOf = (kind: string): string[] => [
      ...new Set(marks.filter((mark) => mark.kind === kind).flatMap((mark) => mark.ids)),
    ];
    const [clauses, targets] = [idsOf('Clause'), idsOf('Target')];
    const kind = clauses.length > 0 ? 'rule' : targets.length > 0 ? 'target' : 'narrative';
    const start = joinLines(inlineText(block.children, 'public')).slice(0, startLength);
    return [{ anchor, citation, start, kind, clauses, targets }];
  });
}

/** The articles by every name that an author may use: the anchor, and the citation where it is unique (第二条). */
export function articleNames(articles: readonly Article[]): ReadonlyMap<string, Article> {
  const unique = articles.filter(
    ({ citation }) => citation !== '' && articles.filter((other) => other.citation === citation).length === 1,
  );
  return new Map([
    ...unique.map((article) => [article.citation, article] as const),
    ...articles.map((article) => [article.anchor, article] as const),
  ]);
}

/**
 * The articles with their final kinds. A kind that the author states wins. A rule is a matter of judgement where none of
 * its clauses can be computed, because the text gives no figure or the authority decides.
 */
export function withArticleKinds(
  articles: readonly Article[],
  { articles: statedKinds = {}, clauses }: Pick<Policy, 'articles' | 'clauses'>,
): readonly Article[] {
  const judged = new Set(clauses.filter(isJudged).map(({ id }) => id.slice(id.indexOf('#') + 1)));
  const kindOf = ({ kind, clauses: names }: Article): ArticleKind =>
    kind === 'rule' && names.every((name) => judged.has(name)) ? 'judgement' : kind;
  const names = articleNames(articles);
  const stated = new Map(Object.entries(statedKinds).map(([name, kind]) => [names.get(name), kind]));
  return articles.map((article) => ({ ...article, kind: stated.get(article) ?? kindOf(article) }));
}

function isJudged({ kind, when, award }: Clause): boolean {
  if (kind !== 'award' || award?.most !== undefined) return false;
  return award?.none === 'discretionary' || subtree(when).some(({ op }) => op === 'authority');
}

/** How much of a text is computed: the number of its paragraphs, in total and by kind. */
export type Coverage = Readonly<Record<ArticleKind | 'paragraphs', number>>;

/** Counts the paragraphs of a text. */
export function coverageOf(articles: readonly Article[]): Coverage {
  const count = (kind: ArticleKind): number => articles.filter((article) => article.kind === kind).length;
  return {
    paragraphs: articles.length,
    rule: count('rule'),
    target: count('target'),
    judgement: count('judgement'),
    narrative: count('narrative'),
  };
}
