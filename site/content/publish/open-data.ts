import { toJSONSchema } from 'zod';
import { buildCatalogue, policySchema } from '../../../clauses/authoring.ts';
import type { Policy } from '../../../clauses/index.ts';
import { chainOf } from '../../../views/places.ts';
import type { Coverage } from '../body/articles.ts';
import { sha256 } from '../load/content-files.ts';
import type { LoadedPolicy } from '../load/load-content.ts';
import type { Tables } from '../load/tables.ts';
import { clausesTable, targetsTable } from './spreadsheets.ts';

/** Content without errors, as it is published. */
export interface PublishedContent extends Tables {
  readonly policies: readonly LoadedPolicy[];
}

/** One file of the open data. */
export interface PublishedFile {
  /** The path below `/data/`. */
  readonly path: string;
  /** Media type. */
  readonly type: string;
  /** Computes the content on demand, because all files of a large site do not fit into memory together. */
  readonly body: () => string;
  /** The documents that the file depends on, apart from the tables and the day. */
  readonly from: readonly LoadedPolicy[];
}

/** A policy in the list of policies, with the numbers of its clauses and targets. */
export type PolicySummary = Pick<
  Policy,
  'id' | 'title' | 'noticeTitle' | 'jurisdiction' | 'documentNumber' | 'issuers' | 'dates' | 'topics'
> & { readonly clauses: number; readonly targets: number; readonly coverage: Coverage };

/** The notice in every file of texts about what the texts omit. */
const withheld = '联系人姓名和电话不在开放数据里，见政策页面的正文。';

/**
 * The open data, which the edge, the browser and the public read. Data are packed by jurisdiction and texts by province,
 * so that the number of files does not grow with the number of policies. `asOf` (`YYYY-MM-DD`) is the day of the build,
 * `site` the address of the site, with a slash at its end.
 */
export function* publishedFiles(
  content: PublishedContent,
  asOf: string,
  site: string,
): Iterable<PublishedFile> {
  const { dictionary, jurisdictions, policies: all } = content;
  const readByEdge = [...filesOfEdge(content)];
  yield* readByEdge;
  yield json('digests.json', all, () => digestsOf(readByEdge));
  yield json('indicators.json', [], () => content.indicators);
  for (const [province, loaded] of Map.groupBy(all, (each) => provinceOf(each, jurisdictions))) {
    yield* textFiles(province, loaded);
  }
  const type = 'text/csv; charset=utf-8';
  for (const [index, from] of partsOf(all, 'clauses').entries()) {
    const policies = from.map(({ policy }) => policy);
    const body = (): string => clausesTable({ policies, jurisdictions, dictionary, asOf, site });
    yield { path: partName('clauses', index, 'csv'), type, body, from };
  }
  for (const [index, from] of partsOf(all, 'targets').entries()) {
    const policies = from.map(({ policy }) => policy);
    yield {
      path: partName('targets', index, 'csv'),
      type,
      body: () => targetsTable(policies, jurisdictions, site),
      from,
    };
  }
  yield json('schema/policy.json', [], () => toJSONSchema(policySchema));
}

/** The files that the edge reads. It takes none whose bytes have another digest than `digests.json` says. */
function* filesOfEdge({
  dictionary,
  jurisdictions,
  policies: all,
}: PublishedContent): Iterable<PublishedFile> {
  yield json('facts.json', [], () => dictionary);
  yield json('jurisdictions.json', [], () => jurisdictions);
  yield json('policies.json', all, () => all.map(summaryOf));
  for (const [jurisdiction, loaded] of Map.groupBy(all, ({ policy }) => policy.jurisdiction)) {
    yield* jurisdictionFiles(jurisdiction, loaded);
  }
}

/** The digests of files, by their paths. */
function digestsOf(files: readonly PublishedFile[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ path, body }) => [path, `sha256-${sha256(body())}`]));
}

/** The most clauses or targets in one spreadsheet. A deployment accepts no file above 25 MB. */
const MOST_ROWS = 10_000;

/** The most texts in one file, for the same reason. The longest document of the content has 93 kB. */
const MOST_TEXTS = 200;

/** The name of a 0-based part: `clauses.csv`, `clauses-2.csv`, … */
function partName(name: string, part: number, extension: string): string {
  return `${name}${part === 0 ? '' : `-${part + 1}`}.${extension}`;
}

/** The addresses of the spreadsheets; several where the rows do not fit into one file. */
export function spreadsheetPaths(
  policies: readonly LoadedPolicy[],
): Readonly<Record<'clauses' | 'targets', string[]>> {
  const addresses = (name: 'clauses' | 'targets'): string[] =>
    partsOf(policies, name).map((_, index) => `/data/${partName(name, index, 'csv')}`);
  return { clauses: addresses('clauses'), targets: addresses('targets') };
}

/** The documents of each spreadsheet of clauses or targets. */
function partsOf(policies: readonly LoadedPolicy[], rows: 'clauses' | 'targets'): readonly LoadedPolicy[][] {
  return inParts(policies, ({ policy }) => policy[rows].length, MOST_ROWS);
}

/** Splits documents in their order so that no part has more than `most` rows; returns at least one part. */
function inParts(
  policies: readonly LoadedPolicy[],
  rowsOf: (policy: LoadedPolicy) => number,
  most: number,
): readonly LoadedPolicy[][] {
  const parts: LoadedPolicy[][] = [[]];
  let rows = 0;
  for (const policy of policies) {
    rows += rowsOf(policy);
    if (rows > most) {
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

/** The entry of a policy in the list of policies. */
function summaryOf({ policy, coverage }: LoadedPolicy): PolicySummary {
  const { id, title, noticeTitle, jurisdiction, documentNumber, issuers, dates, topics, clauses, targets } =
    policy;
  return {
    id,
    title,
    ...(noticeTitle === undefined ? {} : { noticeTitle }),
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

/** The jurisdiction at the top of the tree above a document. */
function provinceOf({ policy }: LoadedPolicy, jurisdictions: Tables['jurisdictions']): string {
  return chainOf(jurisdictions, policy.jurisdiction).at(-1)?.slug ?? policy.jurisdiction;
}

function* jurisdictionFiles(jurisdiction: string, loaded: readonly LoadedPolicy[]): Iterable<PublishedFile> {
  const policies = loaded.map(({ policy }) => policy);
  const hash = (text: string): string => `sha256-${sha256(text)}`;
  yield json(`catalogues/${jurisdiction}.json`, loaded, () => buildCatalogue(jurisdiction, policies, hash));
  yield json(`policies/${jurisdiction}.json`, loaded, () => ({ jurisdiction, policies }));
}

function* textFiles(province: string, loaded: readonly LoadedPolicy[]): Iterable<PublishedFile> {
  for (const [index, part] of inParts(loaded, () => 1, MOST_TEXTS).entries()) {
    yield json(partName(`texts/${province}`, index, 'json'), part, () => {
      const texts = part.map(({ id, body }) => ({ id, text: body.publicText }));
      return { jurisdiction: province, withheld, texts };
    });
  }
}
