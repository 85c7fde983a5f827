import { nearestSpelling } from '../../answers/spelling.ts';
import type { Dictionary } from '../../language/fact.ts';
import type { Policy, Target } from '../../language/policy.ts';
import { type Finding, finding, hasErrors } from '../issues/finding.ts';
import { type MarkedBody, sentencesOf } from '../schema/body.ts';
import { type AuthoredClause, type AuthoredGroup, clauseSchema, groupSchema } from '../schema/clauses.ts';
import { type AuthoredHead, policyHeadSchema } from '../schema/policy.ts';
import { type AuthoredRequirement, requirementSchema } from '../schema/requirements.ts';
import type { Terms } from '../schema/tables.ts';
import { type AuthoredTarget, targetSchema } from '../schema/targets.ts';
import { checkEntries } from '../shape/entries.ts';
import { checkNames, isRecord, type Part, type RawName, rawNames, readParts } from '../shape/parts.ts';
import { shaped } from '../shape/shape.ts';
import type { ExampleSet } from './examples.ts';
import { checkDates, compileHead } from './head.ts';
import { compileRules } from './rules.ts';
import type { Claimant } from './scope/claims.ts';
import { startCompilation } from './scope/scope.ts';
import { compileTarget, type Indicator } from './targets.ts';

/** One line of `jurisdictions.yaml`. */
export interface Jurisdiction {
  readonly slug: string;
  readonly name: string;
  /** GB/T 2260 code, six digits. */
  readonly code: string;
  readonly parent?: string;
}

/** What a policy file is read against. */
export interface PolicyContext {
  /** `<jurisdiction>/<document>` */
  readonly id: string;
  readonly jurisdiction: string;
  readonly dictionary: Dictionary;
  readonly indicators: readonly Indicator[];
  readonly terms: Terms;
  readonly jurisdictions: readonly Jurisdiction[];
}

/** The front matter compiled, before it is held against the text and its examples are run. */
export interface CompiledFrontMatter {
  /** Absent when anything stops the build. */
  readonly policy?: Policy;
  /** The front matter without its lists; absent when its form is wrong. */
  readonly head?: AuthoredHead;
  readonly findings: readonly Finding[];
  readonly claimants: readonly Claimant[];
  readonly examples: readonly ExampleSet[];
  /** Everything that has an id, also what could not be read. */
  readonly names: readonly RawName[];
}

/** Compiles the front matter of a policy file: first form, then meaning, all findings at once. Never throws. */
export function compileFrontMatter(
  frontMatter: unknown,
  body: MarkedBody,
  context: PolicyContext,
): CompiledFrontMatter {
  const findings: Finding[] = [];
  const raw = isRecord(frontMatter) ? frontMatter : {};
  const head = readHead(frontMatter, raw, findings);
  const targetParts = readParts<AuthoredTarget>(targetSchema, raw['targets'], 'targets', findings);
  const parts = {
    requirements: readParts<AuthoredRequirement>(
      requirementSchema,
      raw['requirements'],
      'requirements',
      findings,
    ),
    clauses: readParts<AuthoredClause>(clauseSchema, raw['clauses'], 'clauses', findings),
    groups: readParts<AuthoredGroup>(groupSchema, raw['groups'], 'groups', findings),
  };
  const names = rawNames(raw);
  findings.push(...checkNames(names), ...checkJurisdiction(context));
  if (head !== undefined)
    findings.push(
      ...checkEntries({ issuers: head.issuers, topics: head.topics }),
      ...checkDates(head),
      ...checkArticles(head, body),
    );
  for (const { authored, path } of parts.clauses)
    findings.push(
      ...checkEntries({ administrators: authored.administrators, topics: authored.topics }, path),
    );
  const targets = targetParts.map((part) => draftTarget(part, body, context, findings));
  const desk = startCompilation(context.dictionary, findings);
  const rules = compileRules(parts, names, { id: context.id, body, desk });
  const policy =
    head === undefined || hasErrors(findings)
      ? undefined
      : {
          ...compileHead(head, context.id, context.jurisdiction),
          targets: targets.flatMap(({ target }) => target ?? []),
          clauses: rules.clauses,
          groups: rules.groups,
        };
  return {
    ...(policy === undefined ? {} : { policy }),
    findings,
    claimants: [...targets.map(({ claimant }) => claimant), ...rules.claimants],
    examples: rules.examples,
    names,
    ...(head === undefined ? {} : { head }),
  };
}

/** The front matter without the lists, which are read part by part. */
function readHead(
  frontMatter: unknown,
  raw: Readonly<Record<string, unknown>>,
  findings: Finding[],
): AuthoredHead | undefined {
  const { targets: _t, requirements: _r, clauses: _c, groups: _g, ...head } = raw;
  const result = shaped(policyHeadSchema, isRecord(frontMatter) ? head : frontMatter);
  findings.push(...result.findings);
  return 'value' in result ? result.value : undefined;
}

function checkJurisdiction({ jurisdiction: slug, jurisdictions }: PolicyContext): Finding[] {
  const known = jurisdictions.map((each) => each.slug);
  if (known.includes(slug)) return [];
  return [finding('unknownJurisdiction', { path: [] }, { slug, nearest: nearestSpelling(slug, known) })];
}

function checkArticles({ articles }: AuthoredHead, { anchors }: MarkedBody): Finding[] {
  if (anchors === undefined) return [];
  return Object.keys(articles ?? {})
    .filter((anchor) => !anchors.includes(anchor))
    .map((anchor) =>
      finding(
        'unknownArticle',
        { path: ['articles', anchor] },
        { anchor, nearest: nearestSpelling(anchor, anchors) },
      ),
    );
}

function draftTarget(
  { authored, path }: Part<AuthoredTarget>,
  body: MarkedBody,
  context: PolicyContext,
  findings: Finding[],
): { target: Target | undefined; claimant: Claimant } {
  const sentences = sentencesOf(body, authored.id);
  const id = `${context.id}#${authored.id}`;
  const compiled = compileTarget(authored, { id, path, indicators: context.indicators, sentences });
  findings.push(...compiled.findings);
  return {
    target: compiled.target,
    claimant: {
      name: authored.id,
      kind: 'target',
      award: false,
      path,
      claims: compiled.claims,
      unused: authored.unused ?? [],
      years: Object.keys(authored.byYear ?? {}),
      ...(authored.deadline === undefined ? {} : { deadline: authored.deadline }),
    },
  };
}
