/**
 * The authoring door: schemas, compiler and audit, for the build and the publishers' tools. It brings zod with it and
 * must not reach the edge or the browser.
 */

import { checkFidelity } from './authoring/audit/fidelity.ts';
import { auditHead } from './authoring/audit/head.ts';
import { checkMarks } from './authoring/audit/marks.ts';
import type { ExampleSet } from './authoring/compile/examples.ts';
import {
  type CompiledFrontMatter,
  compileFrontMatter,
  type PolicyContext,
} from './authoring/compile/policy.ts';
import { runExamples } from './authoring/examples/run.ts';
import { type Finding, hasErrors } from './authoring/issues/finding.ts';
import type { MarkedBody } from './authoring/schema/body.ts';
import type { Policy } from './language/policy.ts';

export { buildCatalogue, canonicalJson } from './authoring/compile/catalogue.ts';
export type { Jurisdiction, PolicyContext } from './authoring/compile/policy.ts';
export type { Indicator } from './authoring/compile/targets.ts';
export {
  type Finding,
  type FindingPlace,
  hasErrors,
  type Note,
  type Path,
} from './authoring/issues/finding.ts';
export { type IssueCode, type IssueKind, issueKinds, type Severity } from './authoring/issues/issue-kinds.ts';
export type { Mark, MarkedBody, MarkKind, Passage, TablePlace } from './authoring/schema/body.ts';
export { dictionarySchema } from './authoring/schema/facts.ts';
export { policySchema } from './authoring/schema/policy.ts';
export { indicatorsSchema, jurisdictionsSchema, type Terms, termsSchema } from './authoring/schema/tables.ts';
export { type ReadTable, readDictionary } from './authoring/tables/dictionary.ts';
export { readIndicators, readJurisdictions, readTerms } from './authoring/tables/tables.ts';
export { type ListMarker, listMarkers } from './text/marker.ts';
export { verbatimForm } from './text/normalize.ts';
export { hanInteger, hanOrdinal } from './text/number.ts';

/** A policy file compiled and audited. */
export interface CompiledPolicy {
  /** Absent when an error stops the build. */
  readonly policy?: Policy;
  readonly findings: readonly Finding[];
}

/** Compiles a policy file and audits it: form, meaning, text against rules, worked examples. All findings at once; never throws. */
export function compilePolicy(
  frontMatter: unknown,
  body: MarkedBody,
  context: PolicyContext,
): CompiledPolicy {
  const draft = compileFrontMatter(frontMatter, body, context);
  const findings = [...audit(draft, body, context)].flat();
  return draft.policy === undefined || hasErrors(findings)
    ? { findings }
    : { policy: draft.policy, findings };
}

/**
 * Whether `compilePolicy` would find anything that stops the build; it is asked only up to the first error. The examples
 * of the clause or group called `suspect` run first.
 */
export function isRefused(
  frontMatter: unknown,
  body: MarkedBody,
  context: PolicyContext,
  suspect: string,
): boolean {
  const draft = compileFrontMatter(frontMatter, body, context);
  const isSuspect = ({ owner }: ExampleSet): boolean => owner.id === `${context.id}#${suspect}`;
  const examples = draft.examples.toSorted((a, b) => Number(isSuspect(b)) - Number(isSuspect(a)));
  for (const findings of audit({ ...draft, examples }, body, context)) if (hasErrors(findings)) return true;
  return false;
}

/** The findings of each stage as it is reached. Examples run last, and only where there is something to run. */
function* audit(
  draft: CompiledFrontMatter,
  body: MarkedBody,
  context: PolicyContext,
): Generator<readonly Finding[]> {
  const head = draft.head === undefined ? [] : auditHead(draft.head, body);
  yield [...draft.findings, ...head];
  yield checkMarks(draft.names, body);
  yield checkFidelity(draft.claimants, body, context.terms.protected, draft.head?.bounds);
  if (draft.policy !== undefined && !hasErrors(head))
    yield* runExamples(draft.examples, draft.policy, context.dictionary);
}
