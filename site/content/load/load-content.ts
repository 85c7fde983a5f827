import type { PolicyContext } from '../../../clauses/authoring.ts';
import type { Policy } from '../../../clauses/index.ts';
import { type Coverage, coverageOf } from '../body/articles.ts';
import type { Body } from '../body/read-body.ts';
import { type ContentIssue, sortedIssues } from '../source/content-issue.ts';
import { fileIssue, findPolicies, type PolicyPath, readSource, sha256 } from './content-files.ts';
import { missingDocuments } from './missing-documents.ts';
import { quotedTitles } from './quoted-titles.ts';
import { readPolicyFile } from './read-policy-file.ts';
import { type ReadTables, readTables, type Tables } from './tables.ts';

/** One policy with everything that its pages need. JSON only. */
export interface LoadedPolicy {
  /** `<jurisdiction>/<document>`, the path of its page. */
  readonly id: string;
  /** The file as messages show it. */
  readonly file: string;
  /** Changes with the file, the shared tables and the code that reads them. */
  readonly key: string;
  readonly policy: Policy;
  readonly body: Omit<Body, 'marked' | 'text'>;
  /** What lists and the pages of others show of the body, so that they need not read it. */
  readonly coverage: Coverage;
  /** Titles that its public text names, as they are compared. */
  readonly quotedTitles: readonly string[];
  /** Every character of the source. Pages never show it as it is, so it is not kept from one build to the next. */
  readonly text?: string;
  /** Remarks to the publisher; errors would have stopped it. */
  readonly remarks: readonly ContentIssue[];
}

/** A content folder as loaded. With any error among the issues nothing of it may be published. */
export interface Content extends Partial<Tables> {
  /** Policies without errors, in the order of their ids. */
  readonly policies: readonly LoadedPolicy[];
  /** By file, line, column. */
  readonly issues: readonly ContentIssue[];
}

/** How a folder is loaded. */
export interface LoadOptions {
  /** The policy as loaded before under the same key, if it was kept. */
  readonly readCached?: (id: string, key: string) => LoadedPolicy | undefined;
  /** Keeps a policy that was read without an error; what it gives back is used from then on. */
  readonly writeCached?: (policy: LoadedPolicy) => LoadedPolicy;
  /** Called when much is to be read: it may start another thread with `readAhead`. */
  readonly onMuchToRead?: () => void;
  /** Stands for the code that reads the content: part of every key. */
  readonly version?: string;
}

/** Loads a content folder: every file once, all issues of all files at once. Never throws for what files contain. */
export function loadContent(folder = 'content', options: LoadOptions = {}): Content {
  const { tables, issues, digest } = readTables(folder);
  const found = findPolicies(folder);
  const loading = loadingOf(found.policies, { tables, digest }, options);
  if (isMuch(found.policies, loading)) options.onMuchToRead?.();
  const read = found.policies.map((path) => loadPolicy(path, loading));
  const policies = read.flatMap(({ policy }) => policy ?? []);
  const all = [...issues, ...found.stray, ...read.flatMap((each) => each.issues), ...copies(policies)];
  return { ...tables, policies, issues: sortedIssues(all) };
}

/** A document that is there a second time, by its title and its number. */
function copies(policies: readonly LoadedPolicy[]): readonly ContentIssue[] {
  const first = new Map<string, string>();
  return policies.flatMap(({ file, policy: { jurisdiction, title, documentNumber } }) => {
    if (documentNumber === null) return [];
    const key = [jurisdiction, documentNumber, title].join('\n');
    const other = first.get(key);
    if (other === undefined) first.set(key, file);
    return other === undefined ? [] : [fileIssue(file, 'documentTwice', { other })];
  });
}

/**
 * Reads and keeps policies from the last on, while another thread loads them from the first on, and stops where it meets
 * what that one has kept. Nothing else passes between the two: each finds what the other kept.
 */
export function readAhead(folder: string, options: LoadOptions): void {
  const { policies } = findPolicies(folder);
  const loading = loadingOf(policies, readTables(folder), options);
  for (const path of policies.toReversed()) if (loadPolicy(path, loading).isReused === true) return;
}

/** Below so many policies a second thread takes longer to start than it saves. */
const MANY = 200;

/** Whether there are many policies and none of the last ten is kept, as after a change of the code. */
function isMuch(policies: readonly PolicyPath[], loading: Loading): boolean {
  const isKept = (place: PolicyPath): boolean => {
    const file = readSource(place.path);
    return !('code' in file) && loading.reuse?.(place.id, keyOf(file.digest, loading)) !== undefined;
  };
  return policies.length >= MANY && !policies.slice(-10).some(isKept);
}

/** Whether anything keeps the content from being published. */
export function hasErrors(issues: readonly ContentIssue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

interface Loaded {
  readonly policy?: LoadedPolicy;
  /** It was kept and is not read again. */
  readonly isReused?: true;
  readonly issues: readonly ContentIssue[];
}

/** What all policies of a folder share while they are loaded. */
interface Loading {
  readonly tables: Partial<Tables>;
  /** Part of every key. */
  readonly shared: string;
  readonly ids: ReadonlySet<string>;
  readonly reuse: LoadOptions['readCached'];
  readonly keep: LoadOptions['writeCached'];
}

function loadingOf(
  policies: readonly PolicyPath[],
  { tables, digest }: Pick<ReadTables, 'tables' | 'digest'>,
  { readCached: reuse, writeCached: keep, version }: LoadOptions,
): Loading {
  const shared = sha256(`${digest}\n${version ?? ''}`);
  return { tables, shared, ids: new Set(policies.map(({ id }) => id)), reuse, keep };
}

function keyOf(digest: string, { shared }: Loading): string {
  return sha256(`${digest}\n${shared}`);
}

function loadPolicy(place: PolicyPath, loading: Loading): Loaded {
  const { tables, ids, reuse, keep = (read) => read } = loading;
  const file = readSource(place.path);
  if ('code' in file) return { issues: [file] };
  const key = keyOf(file.digest, loading);
  const kept = reuse?.(place.id, key);
  // A document that it names may have gone since.
  if (kept !== undefined && missingDocuments(kept.policy, ids).length === 0) {
    return { policy: kept, issues: kept.remarks, isReused: true };
  }
  const { policy, body, issues } = readPolicyFile(file.source, policyContext(place, tables), ids);
  if (policy === undefined || body === undefined || hasErrors(issues)) return { issues };
  const { marked: _marked, text, ...page } = body;
  const loaded: LoadedPolicy = {
    id: place.id,
    file: file.source.file,
    key,
    policy,
    body: page,
    coverage: coverageOf(page.articles),
    quotedTitles: quotedTitles(page.publicText),
    text,
    remarks: issues,
  };
  return { policy: keep(loaded), issues };
}

/** What a policy file is read against; nothing where a shared table is broken. */
export function policyContext(place: PolicyPath, tables: Partial<Tables>): PolicyContext | undefined {
  const { dictionary, jurisdictions, indicators, terms } = tables;
  if (
    dictionary === undefined ||
    jurisdictions === undefined ||
    indicators === undefined ||
    terms === undefined
  ) {
    return undefined;
  }
  return { id: place.id, jurisdiction: place.jurisdiction, dictionary, jurisdictions, indicators, terms };
}
