import { toJSONSchema } from 'zod';
import { buildCatalogue, policySchema } from '../../clauses/authoring.ts';
import type { Policy } from '../../clauses/index.ts';
import { type Coverage, coverageOf } from './articles.ts';
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
  readonly body: string;
  /** Media type. */
  readonly type: string;
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
  const { dictionary, jurisdictions } = content;
  const policies = content.policies.map(({ policy }) => policy);
  yield json('facts.json', dictionary);
  yield json('jurisdictions.json', jurisdictions);
  yield json('indicators.json', content.indicators);
  yield json('policies.json', content.policies.map(summaryOf));
  for (const [jurisdiction, loaded] of byJurisdiction(content.policies)) {
    yield* jurisdictionFiles(jurisdiction, loaded);
  }
  yield {
    path: 'clauses.csv',
    body: clausesTable({ policies, jurisdictions, dictionary, asOf }),
    type: 'text/csv; charset=utf-8',
  };
  yield {
    path: 'targets.csv',
    body: targetsTable(policies, jurisdictions),
    type: 'text/csv; charset=utf-8',
  };
  yield json('schema/policy.json', toJSONSchema(policySchema));
}

function json(path: string, value: unknown): PublishedFile {
  return { path, body: JSON.stringify(value), type: 'application/json; charset=utf-8' };
}

/** A policy as lists show it. */
export function summaryOf({ policy, body }: LoadedPolicy): PolicySummary {
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
    coverage: coverageOf(body.articles),
  };
}

function byJurisdiction(policies: readonly LoadedPolicy[]): ReadonlyMap<string, readonly LoadedPolicy[]> {
  const found = new Map<string, LoadedPolicy[]>();
  for (const loaded of policies) {
    const { jurisdiction } = loaded.policy;
    found.set(jurisdiction, [...(found.get(jurisdiction) ?? []), loaded]);
  }
  return found;
}

function* jurisdictionFiles(jurisdiction: string, loaded: readonly LoadedPolicy[]): Iterable<PublishedFile> {
  const policies = loaded.map(({ policy }) => policy);
  const hash = (text: string): string => `sha256-${sha256(text)}`;
  yield json(`catalogues/${jurisdiction}.json`, buildCatalogue(jurisdiction, policies, hash));
  yield json(`policies/${jurisdiction}.json`, { jurisdiction, policies });
  const texts = loaded.map(({ id, body }) => ({ id, text: body.publicText }));
  yield json(`texts/${jurisdiction}.json`, { jurisdiction, withheld, texts });
}
