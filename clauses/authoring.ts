/**
 * The authoring door: schemas, compiler and audit, for the build and the publishers' tools. It brings zod with it and
 * must not reach the edge or the browser.
 */

import type { MarkedBody } from './authoring/body.ts';
import type { ExampleSet } from './authoring/example.ts';
import { checkFidelity } from './authoring/fidelity.ts';
import { type Finding, hasErrors } from './authoring/finding.ts';
import { checkMarks } from './authoring/marks.ts';
import { type Draft, draftPolicy, type PolicyContext } from './authoring/policy.ts';
import { runExamples } from './authoring/trial.ts';
import type { Policy } from './policy.ts';

export type { Mark, MarkedBody, MarkKind, Passage, TablePlace } from './authoring/body.ts';
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
  const draft = draftPolicy(frontMatter, body, context);
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
  const draft = draftPolicy(frontMatter, body, context);
  const isSuspect = ({ owner }: ExampleSet): boolean => owner.id === `${context.id}#${suspect}`;
  const examples = draft.examples.toSorted((a, b) => Number(isSuspect(b)) - Number(isSuspect(a)));
  for (const findings of audit({ ...draft, examples }, body, context)) if (hasErrors(findings)) return true;
  return false;
}

/** The findings of each stage as it is reached. Examples run last, and only where there is something to run. */
function* audit(draft: Draft, body: MarkedBody, context: PolicyContext): Generator<readonly Finding[]> {
  yield draft.findings;
  yield checkMarks(draft.names, body);
  yield checkFidelity(draft.claimants, body, context.terms.protected, draft.bounds);
  if (draft.policy !== undefined) yield* runExamples(draft.examples, draft.policy, context.dictionary);
}
