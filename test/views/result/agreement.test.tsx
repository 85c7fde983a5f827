import { beforeAll, describe, expect, test } from 'vitest';
import type { CheckResult, ClauseResult } from '../../../clauses/index.ts';
import { counts } from '../../../clauses/language.ts';
import { ResultSoFar } from '../../../views/form/ResultSoFar.tsx';
import { resultContext } from '../../../views/wording/results/result.ts';
import { Random } from '../../oracle/random.ts';
import { toCore } from '../../parity/encode-answers.ts';
import { expectedPage } from '../../parity/expected.ts';
import { randomFactSet } from '../../parity/fact-set.ts';
import { readResultPage } from '../../parity/page.ts';
import type { PublishedPlace } from '../../parity/published-places.ts';
import { textOf } from '../longnan.ts';
import { checkAll, type Page, placesWithPolicies, render } from '../pages.tsx';

/** Every figure on the pages of random applicants of the published places, compared with the others on its page. */
const SEED = 20261201;
const PAGES = 250;

/** The figures of one clause on a page: in its row, on its card. */
interface ShownTwice {
  readonly id: string;
  readonly row: string;
  readonly card: string;
}

interface ComparedPage extends Page {
  readonly place: PublishedPlace;
  readonly soFar: string;
  readonly clauses: ReadonlyMap<string, ShownTwice>;
}

function randomPage(place: PublishedPlace, number: number): ComparedPage {
  const random = new Random(SEED, number);
  const facts = randomFactSet(random, place);
  const { asOf, clauses } = facts;
  const result = checkAll(place, { answers: toCore(random, facts), asOf, clauses });
  const context = resultContext(place.dictionary, place.prepared.policies);
  const html = render(place, result);
  const soFar = String(<ResultSoFar result={result} context={context} begun />);
  return { result, place, html, soFar, clauses: shownTwice(html, result) };
}

function shownTwice(html: string, { clauses }: CheckResult): ReadonlyMap<string, ShownTwice> {
  const rows = new Map(
    [...html.matchAll(/<tr class="verdict-[^"]*"><th scope="row"><a href="#([^"]*)">[\s\S]*?<\/tr>/g)].map(
      ([row, anchor = '']) => [anchor, row] as const,
    ),
  );
  const cards = new Map(
    [...html.matchAll(/<article class="verdict [^"]*" id="([^"]*)"[\s\S]*?<\/article>/g)].map(
      ([card, anchor = '']) => [anchor, card] as const,
    ),
  );
  return new Map(
    clauses.map(({ id }) => {
      const anchor = `result-${id.replace(/[/#]/g, '-')}`;
      return [id, { id, row: rows.get(anchor) ?? '', card: cards.get(anchor) ?? '' }];
    }),
  );
}

/** The words of markup without spaces between blocks. */
const plain = (html: string): string => textOf(html).replace(/\s+/g, ' ').trim();
/** The exact figures of markup, in order. */
const figuresIn = (html: string): readonly string[] =>
  Array.from(html.matchAll(/<span class="money" title="([^"]*)">/g), ([, title = '']) => title);

const inFen = (yuan: string | null): bigint => BigInt((yuan ?? '').replace('.', ''));

const pays = ({ verdict, amount }: ClauseResult): boolean =>
  verdict !== 'ineligible' && amount.kind === 'money';

describe('on the result page of random applicants', () => {
  let pages: readonly ComparedPage[] = [];
  beforeAll(() => {
    const all = placesWithPolicies();
    pages = Array.from({ length: PAGES }, (_, number) =>
      randomPage(all[number % all.length] as PublishedPlace, number),
    );
  }, 120_000);

  const each = (see: (page: ComparedPage, clause: ClauseResult, shown: ShownTwice) => void): void => {
    for (const page of pages)
      for (const clause of page.result.clauses) {
        const shown = page.clauses.get(clause.id);
        if (clause.verdict !== undefined && shown !== undefined) see(page, clause, shown);
      }
  };

  test('the words and figures are those that the result has, worked out without the views', () => {
    for (const { html, result, place } of pages)
      expect(readResultPage(html)).toEqual(expectedPage(result, place.prepared.published));
  });

  test('row and card of a clause have the same verdict and the same figures with the same reasons beside them', () => {
    let compared = 0;
    each((_, clause, { row, card }) => {
      const [, verdict = '?'] = /<strong>([^<]*)<\/strong>/.exec(card) ?? [];
      expect(plain(row)).toContain(verdict);
      const amount = /<div class="amount">([\s\S]*?)<\/p>/.exec(card)?.[1] ?? '';
      const cell = /data-label="金额">([\s\S]*)<\/td>/.exec(row)?.[1] ?? '';
      expect(figuresIn(cell), clause.id).toEqual(figuresIn(amount));
      if (pays(clause)) compared += 1;
    });
    expect(compared).toBeGreaterThan(PAGES);
  });

  test('a figure that a joint limit lowers never stands without the limit', () => {
    each((_, { amount, verdict }, { row }) => {
      if (verdict === 'ineligible' || amount.kind === 'none' || amount.beforeLimits === undefined) return;
      expect(plain(row)).toMatch(/受.*限制/);
    });
  });

  test('a clause that is not met has no figure of its own', () => {
    each((_, { verdict }, { row }) => {
      if (verdict === 'ineligible') expect(figuresIn(row)).toEqual([]);
    });
  });

  test('of what does not count nothing is said to be had, and no change is proposed', () => {
    let seen = 0;
    each((_, { standing, verdict }, { row, card }) => {
      if (counts(standing) || verdict === 'ineligible') return;
      seen += 1;
      expect(plain(row)).toMatch(/规划期|文件已于|尚未施行|文件/);
      expect(card).not.toMatch(/怎样能多得|怎样就能符合|文件明确给予|[✓△？]<\/span> <strong>/);
      expect(plain(row)).not.toMatch(/[✓△？] (可享受|需主管|可能享受)/);
    });
    expect(seen).toBeGreaterThan(PAGES);
  });

  test('every row of a document that states no period says so', () => {
    each((_, { standing }, { row }) => {
      if (standing === 'unknown-period') expect(plain(row)).toContain('未载明');
    });
  });

  test('within a document the cards stand in the order of the overview', () => {
    for (const { html, result } of pages) {
      const ids = (pattern: RegExp): readonly string[] =>
        Array.from(html.matchAll(pattern), ([, id = '']) => id);
      const rows = ids(/<th scope="row"><a href="#(result-[^"]*)"/g);
      const cards = ids(/<article class="verdict [^"]*" id="(result-[^"]*)"/g);
      for (const { policy } of result.clauses) {
        const own = (id: string): boolean => id.startsWith(`result-${policy.replace('/', '-')}-`);
        expect(cards.filter((id) => own(id) && rows.includes(id))).toEqual(rows.filter(own));
      }
    }
  });

  test('the sentences of the first line are those of the result so far', () => {
    for (const { html, soFar } of pages) {
      const [, headline = ''] = /<p class="headline">([\s\S]*?)<\/p>/.exec(html) ?? [];
      expect(soFar).toContain(headline);
      const others = [...html.matchAll(/<p class="uncounted">([\s\S]*?)<\/p>/g)];
      for (const [, other = ''] of others) expect(soFar).toContain(other);
    }
  });

  test('no sentence contradicts itself, and none uses a word of the code', () => {
    for (const { html } of pages) {
      const sentences = textOf(html).split(/[。\n]/);
      for (const sentence of sentences) {
        expect(sentence).not.toMatch(/至多.*以上（|以上（上限|上限没有定|undefined|null|NaN|\[object/);
        expect(sentence).not.toMatch(/(文件明确给予|给予) 还/);
      }
    }
  });

  test('the first line is nowhere above the sum of the rows', () => {
    let seen = 0;
    for (const { result } of pages) {
      const counted = result.clauses.filter((clause) => counts(clause.standing) && pays(clause));
      const most = counted.map(({ amount }) => (amount.kind === 'money' ? amount.most.max : null));
      if (most.includes(null) || counted.length === 0) continue;
      seen += 1;
      const sum = most.reduce((all, each) => all + inFen(each), 0n);
      expect(inFen(result.totals.atMost.max) <= sum).toBe(true);
    }
    expect(seen).toBeGreaterThan(0);
  });

  test('where one clause alone is met and pays, the first line has its figure, or its row names the limit', () => {
    let seen = 0;
    for (const { result, clauses, html } of pages) {
      const [only, ...others] = result.clauses.filter((each) => counts(each.standing) && pays(each));
      if (only === undefined || others.length > 0 || only.verdict !== 'eligible') continue;
      if (only.amount.kind === 'none' || only.amount.most.max === null) continue;
      seen += 1;
      const [, headline = ''] = /<p class="headline">([\s\S]*?)<\/p>/.exec(html) ?? [];
      const row = clauses.get(only.id)?.row ?? '';
      const inRow = figuresIn(row).at(0);
      if (!/受.*限制/.test(plain(row))) expect(figuresIn(headline).at(-1)).toBe(inRow);
    }
    expect(seen).toBeGreaterThan(0);
  });
});
