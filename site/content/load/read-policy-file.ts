import { nearestSpelling } from '../../../clauses/answering.ts';
import { compilePolicy, issueKinds, type PolicyContext, verbatimForm } from '../../../clauses/authoring.ts';
import type { Policy } from '../../../clauses/index.ts';
import { withArticleKinds } from '../body/articles.ts';
import { citationMismatches } from '../body/citations.ts';
import { type Body, readBody } from '../body/read-body.ts';
import { type ContentIssue, issueOfFinding, issueOfRefusal } from '../source/content-issue.ts';
import { findingPositions } from '../source/finding-positions.ts';
import { type FileRefusal, refusal } from '../source/refusals.ts';
import type { SourceText } from '../source/source-text.ts';
import { type PolicyFileParts, splitFile } from '../source/split-file.ts';
import { type ParsedYaml, readYaml } from '../source/yaml.ts';
import { sha256 } from './content-files.ts';
import { missingDocuments } from './missing-documents.ts';

/** The result of reading a policy file: the policy and body are absent where they could not be read. */
export interface ReadPolicy {
  readonly policy?: Policy;
  readonly body?: Body;
  readonly issues: readonly ContentIssue[];
}

/** The digest of a verbatim text (`sha256-…`). White space does not change it. */
export function textDigestOf(text: string): string {
  return `sha256-${sha256(verbatimForm(text))}`;
}

/** The `textDigest` of a text that nobody has accepted yet. */
export const unacceptedDigest = 'sha256-0';

/**
 * Reads one policy file and reports all issues at once: YAML, body, digest, compiler and audit, citations, references.
 * Without `context` (a shared table has errors) the front matter is not compiled. `ids` are the ids of all policies.
 */
export function readPolicyFile(
  source: SourceText,
  context: PolicyContext | undefined,
  ids: ReadonlySet<string>,
): ReadPolicy {
  const parts = splitFile(source.text);
  if ('code' in parts) return { issues: [issueOfRefusal(source, parts)] };
  const yaml = readYaml(parts.frontMatter);
  const { body, refusals } = readBody(parts.body);
  const issues = [
    ...issuesOf(source, yaml.refusals, parts.frontMatterAt),
    ...issuesOf(source, refusals, parts.bodyAt),
    ...(body === undefined ? [] : digestIssues(source, parts, yaml, body)),
  ];
  if (context === undefined || yaml.refusals.length > 0) return { issues };
  return compiled({ source, parts, yaml, body, context, ids, issues });
}

function issuesOf(
  source: SourceText,
  refusals: readonly FileRefusal[],
  start: number,
): readonly ContentIssue[] {
  return refusals.map((refused) => issueOfRefusal(source, refused, start));
}

/** The issue for a text that differs from the text that was last accepted. */
function digestIssues(
  source: SourceText,
  parts: PolicyFileParts,
  yaml: ParsedYaml,
  body: Body,
): readonly ContentIssue[] {
  const stated = digestIn(yaml.value);
  const now = textDigestOf(body.text);
  if (stated === undefined || stated === now) return [];
  return issuesOf(
    source,
    [refusal('textChanged', yaml.offsetOf(['textDigest']), { now, isNew: stated === unacceptedDigest })],
    parts.frontMatterAt,
  );
}

function digestIn(frontMatter: unknown): string | undefined {
  if (typeof frontMatter !== 'object' || frontMatter === null) return undefined;
  return 'textDigest' in frontMatter ? String(frontMatter.textDigest) : undefined;
}

/** A file whose parts have been read, with the issues so far. */
interface ParsedPolicyFile {
  readonly source: SourceText;
  readonly parts: PolicyFileParts;
  readonly yaml: ParsedYaml;
  readonly body: Body | undefined;
  readonly context: PolicyContext;
  readonly ids: ReadonlySet<string>;
  readonly issues: readonly ContentIssue[];
}

function compiled({ source, parts, yaml, body, context, ids, issues }: ParsedPolicyFile): ReadPolicy {
  const marked = body?.marked ?? { text: '', marks: [], unmarked: [] };
  const { policy, findings } = compilePolicy(yaml.value, marked, context);
  const positions = findingPositions(yaml, {
    yamlAt: parts.frontMatterAt,
    body: parts.body,
    bodyAt: parts.bodyAt,
  });
  const reported = findings.filter(({ code }) => body !== undefined || !issueKinds[code].comparesText);
  const all = [...issues, ...reported.map((finding) => issueOfFinding(source, finding, positions))];
  if (policy === undefined || body === undefined) return { issues: all };
  const articles = withArticleKinds(body.articles, policy);
  return {
    policy,
    body: { ...body, articles },
    issues: [
      ...all,
      ...issuesOf(source, citationRefusals(policy, body, yaml), parts.frontMatterAt),
      ...issuesOf(source, documentRefusals(policy, ids, yaml), parts.frontMatterAt),
    ],
  };
}

function citationRefusals(policy: Policy, body: Body, yaml: ParsedYaml): readonly FileRefusal[] {
  return citationMismatches(policy, body).map(({ part, name, given, found }) => {
    const path = [part, indexOf(yaml, part, name), 'citation'];
    return refusal('citationMismatch', yaml.offsetOf(path), { given, found });
  });
}

/** The 0-based position of the entry with this id in a list of the front matter; -1 where there is none. */
function indexOf({ value }: ParsedYaml, part: string, name: string): number {
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, part) : [];
  return Array.isArray(list) ? list.findIndex((each: { id?: unknown } | null) => each?.id === name) : -1;
}

function documentRefusals(
  policy: Policy,
  ids: ReadonlySet<string>,
  yaml: ParsedYaml,
): readonly FileRefusal[] {
  return missingDocuments(policy, ids).map(({ path, id }) => {
    if (id === policy.id) return refusal('documentItself', yaml.offsetOf(path), {});
    const others = [...ids].filter((each) => each !== policy.id);
    return refusal('unknownDocument', yaml.offsetOf(path), { id, nearest: nearestSpelling(id, others) });
  });
}
