/**
 * One clause on a result page, read from the anchors, classes and exact amounts of its markup, not from its sentences.
 */
export interface ShownClause {
  /** `eligible`, `ineligible`, `undetermined` or `limit`. */
  readonly kind: string;
  /** The word beside the sign: 可享受 … */
  readonly verdict: string;
  /** Exact ranges of yuan, as `300000` or `0..2000000` or `5..`. */
  readonly amounts: readonly string[];
}

/** The contents of a result page. */
export interface ShownPage {
  readonly totals: readonly string[];
  readonly clauses: ReadonlyMap<string, ShownClause>;
  /** How many answers are still missing, as the heading counts them. */
  readonly open: number;
  readonly asOf: string;
}

/** Reads a result page. */
export function readResultPage(html: string): ShownPage {
  const articles = html.match(/<article class="verdict [\s\S]*?<\/article>/g) ?? [];
  const headline = /<p class="headline">([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '';
  const open = /id="missing-title">\D*(\d+)/.exec(html)?.[1] ?? '0';
  const date = /基准日 (\d+)年(\d+)月(\d+)日/.exec(html) ?? [];
  return {
    totals: amountsIn(headline),
    clauses: new Map(articles.map(readArticle)),
    open: Number(open),
    asOf: date
      .slice(1)
      .map((part) => part.padStart(2, '0'))
      .join('-'),
  };
}

function readArticle(article: string): [string, ShownClause] {
  const [, kind = '', anchor = ''] =
    /^<article class="verdict verdict-(\w+)(?: is-uncounted)?" id="([^"]+)"/.exec(article) ?? [];
  const verdict = /<p class="says">[\s\S]*?<strong>([^<]*)<\/strong>/.exec(article)?.[1] ?? '';
  const [, after = ''] = article.split('class="amount">');
  const [amount = ''] = after.split('<div class="why">');
  // The figure of the clause; the notes beside it name others.
  const figure = /<strong>([\s\S]*?)<\/strong>/.exec(amount)?.[1] ?? '';
  return [anchor, { kind, verdict, amounts: amountsIn(figure) }];
}

/** The exact yuan in the title of every amount. */
function amountsIn(markup: string): readonly string[] {
  return Array.from(markup.matchAll(/<span class="money" title="([^"]*)">/g), ([, title = '']) =>
    range(title),
  );
}

/** `300,000 元`, `0 元至 2,000,000 元` `5 元至 不限` or `5 元至 未定`. */
function range(title: string): string {
  const ends = title.split('至').map((end) => end.replace(/[,元\s]/g, '').replace(/不限|未定/, ''));
  return ends.join('..');
}
