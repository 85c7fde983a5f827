/**
 * The authoring door: schemas, compiler and audit, for the build and the publishers' tools. It imports zod and must not
 * be imported by what runs at the edge or answers the form.
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
export { isSafeAddress } from './authoring/schema/address.ts';
export type { Mark, MarkedBody, MarkKind, Passage, TablePlace } from './authoring/schema/body.ts';
export { dictionarySchema } from './authoring/schema/facts.ts';
export { policySchema } from './authoring/schema/policy.ts';
export { indicatorsSchema, jurisdictionsSchema, type Terms, termsSchema } from './authoring/schema/tables.ts';
export { type ReadTable, readDictionary } from './authoring/tables/dictionary.ts';
export { readIndicators, readJurisdictions, readTerms } from './authoring/tables/tables.ts';
export { type ListMarker, listMarkers } from './text/marker.ts';
export { verbatimForm } from './text/normalize.ts';
export { hanInteger, hanOrdinal } from './text/number.ts';

/** The result of compiling and auditing a policy file. */
export interface CompiledPolicy {
  /** Absent when an error stops the build. */
  readonly policy?: Policy;
  readonly findings: readonly Finding[];
}

/**
 * Compiles a policy file and audits it: form, meaning, text against rules, worked examples. Returns all findings. Never
 * throws.
 */
export function compilePolicy(
  frontMatter: unknown,
  body: MarkedBody,
  context: PolicyContext,
): CompiledPolicy {
  const compiled = compileFrontMatter(frontMatter, body, context);
  const findings = [...audit(compiled, body, context)].flat();
  return compiled.policy === undefined || hasErrors(findings)
    ? { findings }
    : { policy: compiled.policy, findings };
}

/**
 * Whether `compilePolicy` would find an error. It stops at the first one; the examples of the clause or group with the
 * local name `suspect` run first, because an error is most likely there.
 */
export function isRefused(
  frontMatter: unknown,
  body: MarkedBody,
  context: PolicyContext,
  suspect: string,
): boolean {
  const compiled = compileFrontMatter(frontMatter, body, context);
  const isSuspect = ({ owner }: ExampleSet): boolean => owner.id === `${context.id}#${suspect}`;
  const examples = compiled.examples.toSorted((a, b) => Number(isSuspect(b)) - Number(isSuspect(a)));
  for (const findings of audit({ ...compiled, examples }, body, context))
    if (hasErrors(findings)) return true;
  return false;
}

/** Yields the findings of each stage. Examples run last, and only where the front matter compiles. */
function* audit(
  compiled: CompiledFrontMatter,
  body: MarkedBody,
  context: PolicyContext,
): Generator<readonly Finding[]> {
  const head = compiled.head === undefined ? [] : auditHead(compiled.head, body);
  yield [...compiled.findings, ...head];
  yield checkMarks(compiled.names, body);
  yield checkFidelity(compiled.claimants, body, context.terms.protected, compiled.head?.bounds);
  if (compiled.policy !== undefined && !hasErrors(head))
    yield* runExamples(compiled.examples, compiled.policy, context.dictionary);
}
