import { toJSONSchema } from 'zod';
import { buildCatalogue, policySchema } from '../../clauses/authoring.ts';
import type { Policy } from '../../clauses/index.ts';
import type { Coverage } from './articles.ts';
import { sha256 } from './files.ts';
import type { LoadedPolicy } from './load.ts';
import { clausesTable, targetsTable } from './spreadsheets.ts';
import type { Tables } from './tables.ts';

/** Content without errors. */
export interface PublishedContent extends Tables {
  readonly policies: readonly LoadedPolicy[];
}

/** One file of the open data. */
export interface PublishedFile {
  /** Below `/data/`. */
  readonly path: string;
  /** Media type. */
  readonly type: string;
  /** Made only when it is written: all files of a large site together are larger than its memory. */
  readonly body: () => string;
  /** The documents that it is made of: while these, the tables and the day stay the same, so does the file. */
  readonly from: readonly LoadedPolicy[];
}

/** One line of the list of policies. */
export type PolicySummary = Pick<
  Policy,
  'id' | 'title' | 'jurisdiction' | 'documentNumber' | 'issuers' | 'dates' | 'topics'
> & { readonly clauses: number; readonly targets: number; readonly coverage: Coverage };

/** Says in every file that carries texts what they leave out. */
const withheld = '联系人姓名和电话不在开放数据里，见政策页面的正文。';

/**
 * The open data: what the edge and the browser read, and what others may take away. Packed per jurisdiction, so that
 * the number of files does not grow with the number of policies. `asOf` (`YYYY-MM-DD`) is the day of the build.
 */
export function* publishedFiles(content: PublishedContent, asOf: string): Iterable<PublishedFile> {
  const { dictionary, jurisdictions, policies: all } = content;
  const policies = all.map(({ policy }) => policy);
  yield json('facts.json', [], () => dictionary);
  yield json('jurisdictions.json', [], () => jurisdictions);
  yield json('indicators.json', [], () => content.indicators);
  yield json('policies.json', all, () => all.map(summaryOf));
  for (const [jurisdiction, loaded] of byJurisdiction(content.policies)) {
    yield* jurisdictionFiles(jurisdiction, loaded);
  }
  const spreadsheet = { type: 'text/csv; charset=utf-8', from: all };
  for (const [index, part] of inParts(policies, ({ clauses }) => clauses.length).entries()) {
    const body = (): string => clausesTable({ policies: part, jurisdictions, dictionary, asOf });
    yield { path: spreadsheetName('clauses', index), body, ...spreadsheet };
  }
  for (const [index, part] of inParts(policies, ({ targets }) => targets.length).entries()) {
    const body = (): string => targetsTable(part, jurisdictions);
    yield { path: spreadsheetName('targets', index), body, ...spreadsheet };
  }
  yield json('schema/policy.json', [], () => toJSONSchema(policySchema));
}

/** The most clauses or targets of one spreadsheet: a deployment takes no file above 25 MB. */
const MOST_ROWS = 10_000;

/** `clauses.csv`, `clauses-2.csv` … for the parts of a spreadsheet, counted from 0. */
function spreadsheetName(name: string, part: number): string {
  return part === 0 ? `${name}.csv` : `${name}-${part + 1}.csv`;
}

/** The addresses of the spreadsheets of clauses and of targets: several where there are too many for one file. */
export function spreadsheets(policies: readonly Policy[]): Readonly<Record<'clauses' | 'targets', string[]>> {
  const addresses = (name: 'clauses' | 'targets'): string[] =>
    inParts(policies, (policy) => policy[name].length).map(
      (_, index) => `/data/${spreadsheetName(name, index)}`,
    );
  return { clauses: addresses('clauses'), targets: addresses('targets') };
}

/** Documents in their order, cut so that no part has too many rows; one part at least. */
function inParts(
  policies: readonly Policy[],
  rowsOf: (policy: Policy) => number,
): readonly (readonly Policy[])[] {
  const parts: Policy[][] = [[]];
  let rows = 0;
  for (const policy of policies) {
    rows += rowsOf(policy);
    if (rows > MOST_ROWS) {
      parts.push([]);
      rows = rowsOf(policy);
    }
    parts.at(-1)?.push(policy);
  }
  return parts;
}

function json(path: string, from: readonly LoadedPolicy[], value: () => unknown): PublishedFile {
  return { path, type: 'application/json; charset=utf-8', body: () => JSON.stringify(value()), from };
}

/** A policy as lists show it. */
export function summaryOf({ policy, coverage }: LoadedPolicy): PolicySummary {
  const { id, title, jurisdiction, documentNumber, issuers, dates, topics, clauses, targets } = policy;
  return {
    id,
    title,
    jurisdiction,
    documentNumber,
    issuers,
    dates,
    topics,
    clauses: clauses.length,
    targets: targets.length,
    coverage,
  };
}

function byJurisdiction(policies: readonly LoadedPolicy[]): ReadonlyMap<string, readonly LoadedPolicy[]> {
  return Map.groupBy(policies, ({ policy }) => policy.jurisdiction);
}

function* jurisdictionFiles(jurisdiction: string, loaded: readonly LoadedPolicy[]): Iterable<PublishedFile> {
  const policies = loaded.map(({ policy }) => policy);
  const hash = (text: string): string => `sha256-${sha256(text)}`;
  yield json(`catalogues/${jurisdiction}.json`, loaded, () => buildCatalogue(jurisdiction, policies, hash));
  yield json(`policies/${jurisdiction}.json`, loaded, () => ({ jurisdiction, policies }));
  yield json(`texts/${jurisdiction}.json`, loaded, () => {
    const texts = loaded.map(({ id, body }) => ({ id, text: body.publicText }));
    return { jurisdiction, withheld, texts };
  });
}
