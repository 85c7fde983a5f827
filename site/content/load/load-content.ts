import { join } from 'node:path';
import type { PolicyContext } from '../../../clauses/authoring.ts';
import type { Policy } from '../../../clauses/index.ts';
import { type Coverage, coverageOf } from '../body/articles.ts';
import type { Body } from '../body/read-body.ts';
import { type ContentIssue, sortedIssues } from '../source/content-issue.ts';
import { fileIssue, findPolicies, type PolicyPath, readSource, sha256, shownPath } from './content-files.ts';
import { missingDocuments } from './missing-documents.ts';
import { quotedTitles } from './quoted-titles.ts';
import { readPolicyFile } from './read-policy-file.ts';
import { type ReadTables, readTables, type Tables } from './tables.ts';

/** A policy with everything that its pages need. Contains only JSON values. */
export interface LoadedPolicy {
  /** `<jurisdiction>/<document>`, the path of its page. */
  readonly id: string;
  /** The path that messages show. */
  readonly file: string;
  /** A digest of the file, the shared tables and the version of the code. */
  readonly key: string;
  readonly policy: Policy;
  readonly body: Omit<Body, 'marked' | 'text'>;
  /** The part of the body that lists and other pages show, so that they need not read the body. */
  readonly coverage: Coverage;
  /** The normalized titles that its public text quotes. */
  readonly quotedTitles: readonly string[];
  /** Every character of the source. Pages do not use it, so it is not cached between builds. */
  readonly text?: string;
  /** Remarks for the publisher. A policy with errors is not loaded. */
  readonly remarks: readonly ContentIssue[];
}

/** A loaded content folder. Nothing of it may be published if any of its issues is an error. */
export interface Content extends Partial<Tables> {
  /** The policies without errors, by id. */
  readonly policies: readonly LoadedPolicy[];
  /** All issues by file, line and column. */
  readonly issues: readonly ContentIssue[];
}

/** Options of `loadContent`. */
export interface LoadOptions {
  /** Returns the policy as loaded before under the same key, or nothing. */
  readonly readCached?: (id: string, key: string) => LoadedPolicy | undefined;
  /** Caches a policy that was read without an error. The content uses the policy that it returns. */
  readonly writeCached?: (policy: LoadedPolicy) => LoadedPolicy;
  /** Called before many policies are read. It may start another thread with `readAhead`. */
  readonly onMuchToRead?: () => void;
  /** Identifies the code that reads the content; part of every key. */
  readonly version?: string;
}

/** Loads a content folder. Reads every file once and reports all issues of all files; never throws for what files contain. */
export function loadContent(folder = 'content', options: LoadOptions = {}): Content {
  const { tables, issues, digest } = readTables(folder);
  const found = findPolicies(folder);
  const loading = loadingOf(found.policies, { tables, digest }, options);
  if (isMuchToRead(found.policies, loading)) options.onMuchToRead?.();
  const read = found.policies.map((path) => loadPolicy(path, loading));
  const policies = read.flatMap(({ policy }) => policy ?? []);
  const all = [...issues, ...found.stray, ...read.flatMap((each) => each.issues), ...duplicates(policies)];
  const none = found.policies.length === 0 && !hasErrors(all) ? [noPolicies(folder)] : [];
  return { ...tables, policies, issues: sortedIssues([...all, ...none]) };
}

/** The issue for a content folder without any policy. */
function noPolicies(folder: string): ContentIssue {
  const file = shownPath(join(folder, 'policies'));
  return fileIssue(file, 'noPolicies', { folder: file });
}

/** The issues for documents that occur twice: the same jurisdiction, title and number. */
function duplicates(policies: readonly LoadedPolicy[]): readonly ContentIssue[] {
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
 * Reads and caches policies from the last one backwards, while another thread loads them from the first one, and stops at
 * the first policy that is cached already. The two threads communicate only through the cache.
 */
export function readAhead(folder: string, options: LoadOptions): void {
  const { policies } = findPolicies(folder);
  const loading = loadingOf(policies, readTables(folder), options);
  for (const path of policies.toReversed()) if (loadPolicy(path, loading).isCached === true) return;
}

/** With fewer policies, a second thread takes longer to start than it saves. */
const MANY = 200;

/** Whether there are many policies and none of the last ten is cached, as after a change of the code. */
function isMuchToRead(policies: readonly PolicyPath[], loading: Loading): boolean {
  const isCached = (path: PolicyPath): boolean => {
    const file = readSource(path.path);
    return !('code' in file) && loading.readCached?.(path.id, keyOf(file.digest, loading)) !== undefined;
  };
  return policies.length >= MANY && !policies.slice(-10).some(isCached);
}

/** Whether any issue is an error, which prevents publication. */
export function hasErrors(issues: readonly ContentIssue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

interface Loaded {
  readonly policy?: LoadedPolicy;
  /** Whether the policy comes from the cache. */
  readonly isCached?: true;
  readonly issues: readonly ContentIssue[];
}

/** What the policies of a folder share during loading. */
interface Loading {
  readonly tables: Partial<Tables>;
  /** A digest of the tables and the version; part of every key. */
  readonly shared: string;
  readonly ids: ReadonlySet<string>;
  readonly readCached: LoadOptions['readCached'];
  readonly writeCached: LoadOptions['writeCached'];
}

function loadingOf(
  policies: readonly PolicyPath[],
  { tables, digest }: Pick<ReadTables, 'tables' | 'digest'>,
  { readCached, writeCached, version }: LoadOptions,
): Loading {
  const shared = sha256(`${digest}\n${version ?? ''}`);
  return { tables, shared, ids: new Set(policies.map(({ id }) => id)), readCached, writeCached };
}

function keyOf(digest: string, { shared }: Loading): string {
  return sha256(`${digest}\n${shared}`);
}

function loadPolicy(place: PolicyPath, loading: Loading): Loaded {
  const { tables, ids, readCached, writeCached = (policy) => policy } = loading;
  const file = readSource(place.path);
  if ('code' in file) return { issues: [file] };
  const key = keyOf(file.digest, loading);
  const cached = readCached?.(place.id, key);
  // A document that it refers to may have been deleted since.
  if (cached !== undefined && missingDocuments(cached.policy, ids).length === 0) {
    return { policy: cached, issues: cached.remarks, isCached: true };
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
  return { policy: writeCached(loaded), issues };
}

/** What the compiler needs besides a policy file; nothing where a shared table has errors. */
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
