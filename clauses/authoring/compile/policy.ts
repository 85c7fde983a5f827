import type * as z from 'zod';
import { nearestSpelling } from '../../answers/spelling.ts';
import type { Dictionary } from '../../language/fact.ts';
import type { Policy, Target } from '../../language/policy.ts';
import { type Finding, finding, hasErrors } from '../issues/finding.ts';
import { type MarkedBody, sentencesOf } from '../schema/body.ts';
import { clauseSchema } from '../schema/clauses.ts';
import { groupSchema } from '../schema/groups.ts';
import { type AuthoredHead, policyHeadSchema } from '../schema/policy.ts';
import { requirementSchema } from '../schema/requirements.ts';
import type { Terms } from '../schema/tables.ts';
import { type AuthoredTarget, targetSchema } from '../schema/targets.ts';
import {
  type AuthoredPart,
  checkUniqueNames,
  isRecord,
  type RawName,
  readNames,
  readParts,
} from '../shape/parts.ts';
import { checkSeparators } from '../shape/separators.ts';
import { checkShape } from '../shape/shape.ts';
import type { ExampleSet } from './examples.ts';
import { checkDates, compileHead } from './head.ts';
import { compileRules, type RuleParts, type Rules } from './rules.ts';
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

/** What the compilation of a policy file depends on. */
export interface PolicyContext {
  /** `<jurisdiction>/<document>` */
  readonly id: string;
  readonly jurisdiction: string;
  readonly dictionary: Dictionary;
  readonly indicators: readonly Indicator[];
  readonly terms: Terms;
  readonly jurisdictions: readonly Jurisdiction[];
}

/** The compiled front matter, before the audit of the text and the examples. */
export interface CompiledFrontMatter {
  /** Absent when an error stops the build. */
  readonly policy?: Policy;
  /** The front matter without its lists; absent when its form is wrong. */
  readonly head?: AuthoredHead;
  readonly findings: readonly Finding[];
  readonly claimants: readonly Claimant[];
  readonly examples: readonly ExampleSet[];
  /** Every id in the front matter, also those of parts whose form is wrong. */
  readonly names: readonly RawName[];
}

/** The parts of a front matter whose form is right. */
interface Parts extends RuleParts {
  /** The front matter without its lists. */
  readonly head: AuthoredHead | undefined;
  readonly targets: readonly AuthoredPart<AuthoredTarget>[];
}

/** Compiles the front matter of a policy file: first its form, then its meaning. Returns all findings; never throws. */
export function compileFrontMatter(
  frontMatter: unknown,
  body: MarkedBody,
  context: PolicyContext,
): CompiledFrontMatter {
  const findings: Finding[] = [];
  const raw = isRecord(frontMatter) ? frontMatter : {};
  const names = readNames(raw);
  const parts = readAllParts(frontMatter, raw, findings);
  const { head } = parts;
  findings.push(...checkUniqueNames(names), ...checkJurisdiction(context), ...checkParts(parts, body));
  const targets = parts.targets.map((part) => targetPart(part, body, context, findings));
  const compilation = startCompilation(context.dictionary, findings);
  const rules = compileRules(parts, names, { id: context.id, body, compilation });
  const policy =
    head === undefined || hasErrors(findings) ? undefined : assemble(head, targets, rules, context);
  return {
    ...(policy === undefined ? {} : { policy }),
    findings,
    claimants: [...targets.map(({ claimant }) => claimant), ...rules.claimants],
    examples: rules.examples,
    names,
    ...(head === undefined ? {} : { head }),
  };
}

/** Reads the parts of the front matter. Those whose form is wrong are reported and left out. */
function readAllParts(
  frontMatter: unknown,
  raw: Readonly<Record<string, unknown>>,
  findings: Finding[],
): Parts {
  const read = <T>(schema: z.ZodType<T>, key: RawName['kind']): readonly AuthoredPart<T>[] =>
    readParts(schema, raw[key], key, findings);
  return {
    head: readHead(frontMatter, raw, findings),
    targets: read(targetSchema, 'targets'),
    requirements: read(requirementSchema, 'requirements'),
    clauses: read(clauseSchema, 'clauses'),
    groups: read(groupSchema, 'groups'),
  };
}

function readHead(
  frontMatter: unknown,
  raw: Readonly<Record<string, unknown>>,
  findings: Finding[],
): AuthoredHead | undefined {
  const { targets: _t, requirements: _r, clauses: _c, groups: _g, ...head } = raw;
  const result = checkShape(policyHeadSchema, isRecord(frontMatter) ? head : frontMatter);
  findings.push(...result.findings);
  return 'value' in result ? result.value : undefined;
}

/** Checks what needs neither the dictionary nor the other parts. */
function checkParts({ head, clauses }: Parts, body: MarkedBody): Finding[] {
  return [
    ...(head === undefined ? [] : checkHead(head, body)),
    ...clauses.flatMap(({ authored: { administrators, topics }, path }) =>
      checkSeparators({ administrators, topics }, path),
    ),
  ];
}

function checkHead(head: AuthoredHead, body: MarkedBody): Finding[] {
  const { issuers, topics } = head;
  return [...checkSeparators({ issuers, topics }), ...checkDates(head), ...checkArticles(head, body)];
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

/** A compiled target with the claims on its marked text. */
interface TargetPart {
  readonly target: Target | undefined;
  readonly claimant: Claimant;
}

function targetPart(
  { authored, path }: AuthoredPart<AuthoredTarget>,
  body: MarkedBody,
  context: PolicyContext,
  findings: Finding[],
): TargetPart {
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

function assemble(
  head: AuthoredHead,
  targets: readonly TargetPart[],
  { clauses, groups }: Rules,
  { id, jurisdiction }: PolicyContext,
): Policy {
  return {
    ...compileHead(head, id, jurisdiction),
    targets: targets.flatMap(({ target }) => target ?? []),
    clauses,
    groups,
  };
}
