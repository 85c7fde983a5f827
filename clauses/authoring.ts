/**
 * The authoring door: schemas, compiler and audit, for the build and the publishers' tools. It brings zod with it and
 * must not reach the edge or the browser.
 */

import type { MarkedBody } from './authoring/body.ts';
import { checkFidelity } from './authoring/fidelity.ts';
import { type Finding, hasErrors } from './authoring/finding.ts';
import { checkMarks } from './authoring/marks.ts';
import { draftPolicy, type PolicyContext } from './authoring/policy.ts';
import { runExamples } from './authoring/trial.ts';
import type { Policy } from './policy.ts';

export type { Mark, MarkedBody, MarkKind, Passage } from './authoring/body.ts';
export { buildCatalogue, canonicalJson } from './authoring/catalogue.ts';
export { type ReadTable, readDictionary } from './authoring/dictionary.ts';
export { type Finding, hasErrors, type Note, type Path, type Place } from './authoring/finding.ts';
export { type IssueCode, type IssueKind, issueKinds, type Severity } from './authoring/issues.ts';
export type { Jurisdiction, PolicyContext } from './authoring/policy.ts';
export { readIndicators, readJurisdictions, readTerms } from './authoring/tables.ts';
export type { Indicator } from './authoring/target.ts';
export { dictionarySchema } from './fact.schema.ts';
export { policySchema } from './policy.schema.ts';
export { indicatorsSchema, jurisdictionsSchema, type Terms, termsSchema } from './tables.schema.ts';
export { type ListMarker, listMarkers } from './text/marker.ts';
export { verbatimForm } from './text/normalize.ts';
export { hanOrdinal } from './text/number.ts';

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
  const draft = draftPolicy(frontMatter, body, context);
  const findings = [
    ...draft.findings,
    ...checkMarks(draft.names, body),
    ...checkFidelity(draft.claimants, body, context.terms.protected),
  ];
  if (draft.policy === undefined) return { findings };
  findings.push(...runExamples(draft.examples, draft.policy, context.dictionary));
  return hasErrors(findings) ? { findings } : { policy: draft.policy, findings };
}
