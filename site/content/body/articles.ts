import type { Clause, Policy } from '../../../clauses/index.ts';
import { subtree } from '../../../clauses/language.ts';
import { markedBody } from './marked-body.ts';
import type { NumberedBlock } from './numbering.ts';
import { inlineText, joinLines } from './plain-text.ts';

/** What a paragraph is: a rule or target that is checked by machine, a matter of judgement, or narrative. */
export type ArticleKind = 'rule' | 'target' | 'judgement' | 'narrative';

/** A paragraph of the text with a permanent anchor. */
export interface Article {
  readonly anchor: string;
  /** Its place as documents cite it: 四（三）1; empty outside all sections. */
  readonly citation: string;
  /** How it begins, for lists. */
  readonly start: string;
  readonly kind: ArticleKind;
  /** Local names of the clauses and targets marked in it. */
  readonly clauses: readonly string[];
  readonly targets: readonly string[];
}

const startLength = 40;

/** The paragraphs of the text, each with what is marked in it; the kind follows from the marks. */
export function articlesOf(places: readonly NumberedBlock[]): readonly Article[] {
  return places.flatMap(({ block, anchor, citation }) => {
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

/** What the author may call the articles: each by its anchor, or by its place where it is alone there (第二条). */
export function articleNames(articles: readonly Article[]): ReadonlyMap<string, Article> {
  const alone = articles.filter(
    ({ citation }) => citation !== '' && articles.filter((other) => other.citation === citation).length === 1,
  );
  return new Map([
    ...alone.map((article) => [article.citation, article] as const),
    ...articles.map((article) => [article.anchor, article] as const),
  ]);
}

/**
 * The articles with their kinds: as the author gives them; a matter of judgement where no clause of the paragraph leaves
 * anything to compute, because the text gives no figure and the authority decides.
 */
export function withArticleKinds(
  articles: readonly Article[],
  { articles: given = {}, clauses }: Pick<Policy, 'articles' | 'clauses'>,
): readonly Article[] {
  const judged = new Set(clauses.filter(isJudged).map(({ id }) => id.slice(id.indexOf('#') + 1)));
  const kindOf = ({ kind, clauses: names }: Article): ArticleKind =>
    kind === 'rule' && names.every((name) => judged.has(name)) ? 'judgement' : kind;
  const names = articleNames(articles);
  const stated = new Map(Object.entries(given).map(([name, kind]) => [names.get(name), kind]));
  return articles.map((article) => ({ ...article, kind: stated.get(article) ?? kindOf(article) }));
}

function isJudged({ kind, when, award }: Clause): boolean {
  if (kind !== 'award' || award?.most !== undefined) return false;
  return award?.none === 'discretionary' || subtree(when).some(({ op }) => op === 'authority');
}

/** How much of a text is computed: the number of its paragraphs, in all and of each kind. */
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
