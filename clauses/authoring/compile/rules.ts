import type { Clause } from '../../language/clause.ts';
import type { Group } from '../../language/group.ts';
import type { Path } from '../issues/finding.ts';
import { type MarkedBody, sentencesOf } from '../schema/body.ts';
import type { AuthoredClause } from '../schema/clauses.ts';
import type { AuthoredGroup } from '../schema/groups.ts';
import type { AuthoredRequirement } from '../schema/requirements.ts';
import type { AuthoredPart, RawName } from '../shape/parts.ts';
import { compileClause, type Surroundings } from './clauses.ts';
import { compiler } from './compiler.ts';
import { type ExampleFacts, ExampleReader, type ExampleSet } from './examples.ts';
import { compileGroup } from './groups.ts';
import type { Neighbours } from './limits.ts';
import { checkNamesUsed, defineNames } from './names.ts';
import { checkOverlaps, type WithPath } from './overlaps.ts';
import {
  checkReadingsUsed,
  compileReadings,
  nameableReadings,
  type OwnedReadings,
  readingsOf,
} from './readings.ts';
import { type CompiledRequirement, compileRequirement, withRequirements } from './requirements.ts';
import type { Claimant } from './scope/claims.ts';
import type { Compilation, Scope } from './scope/scope.ts';

/** The clauses and groups of a policy, compiled. */
export interface Rules {
  readonly clauses: readonly Clause[];
  readonly groups: readonly Group[];
  readonly claimants: readonly Claimant[];
  readonly examples: readonly ExampleSet[];
}

/** What the requirements, clauses and groups of one policy share while they are compiled. */
interface PolicyRules {
  readonly compilation: Compilation;
  readonly body: MarkedBody;
  readonly neighbours: Neighbours;
  readonly readings: readonly OwnedReadings[];
  /** Full ids of the readings that conditions name; grows. */
  readonly usedReadings: Set<string>;
}

/** A compiled part with the claims on its marked text. */
interface CompiledPart<T> extends WithPath<T> {
  readonly claimant: Claimant;
}

/** The parts of the front matter that contain rules. */
export interface RuleParts {
  readonly requirements: readonly AuthoredPart<AuthoredRequirement>[];
  readonly clauses: readonly AuthoredPart<AuthoredClause>[];
  readonly groups: readonly AuthoredPart<AuthoredGroup>[];
}

type Authored = AuthoredRequirement | AuthoredClause | AuthoredGroup;

/** The policy that rules belong to. */
interface RuleContext {
  /** `<jurisdiction>/<document>` */
  readonly id: string;
  readonly body: MarkedBody;
  readonly compilation: Compilation;
}

/** Compiles requirements, clauses and groups, which name each other. Reports parts that do not fit together. */
export function compileRules(parts: RuleParts, names: readonly RawName[], context: RuleContext): Rules {
  const { compilation } = context;
  const rules = prepareRules(parts, names, context);
  const requirements = parts.requirements.map((part) => requirementPart(part, rules));
  const own = parts.clauses.map((part) => clausePart(part, rules));
  const groups = parts.groups.map((part) => groupPart(part, rules));
  const clauses = withRequirements(own, requirements, (path) => scopeOf('', path, rules));
  checkReadingsUsed(rules.readings, rules.usedReadings, compilation);
  compilation.findings.push(...checkOverlaps(own, groups));
  return {
    clauses,
    groups: groups.map(({ value }) => value),
    claimants: [...requirements, ...own, ...groups].map(({ claimant }) => claimant),
    examples: examplesOf(parts, { requirements: requirements.map(({ value }) => value), clauses }, rules),
  };
}

function prepareRules(
  { requirements, clauses, groups }: RuleParts,
  names: readonly RawName[],
  { id, body, compilation }: RuleContext,
): PolicyRules {
  const fullId = (name: string): string => `${id}#${name}`;
  const all: readonly AuthoredPart<Authored>[] = [...requirements, ...clauses, ...groups];
  const awards = names.flatMap(({ kind, name, award }): [string, boolean][] =>
    kind === 'clauses' ? [[name, award]] : [],
  );
  const lists = clauses.flatMap(({ authored }): [string, string][] =>
    authored.for === undefined ? [] : [[authored.id, authored.for]],
  );
  const neighbours = { fullId, awards: new Map(awards), lists: new Map(lists) };
  const readings = all.map(({ authored, path }) =>
    compileReadings(authored.readings ?? [], { name: authored.id, path }, neighbours, compilation),
  );
  return { compilation, body, neighbours, readings, usedReadings: new Set() };
}

function requirementPart(
  { authored, path }: AuthoredPart<AuthoredRequirement>,
  rules: PolicyRules,
): CompiledPart<CompiledRequirement> {
  const scope = scopeOf(authored.id, path, rules);
  const value = compileRequirement(authored, surroundings(authored.id, rules), scope);
  return { value, path, claimant: claimantOf(authored, 'requirement', false, scope) };
}

function clausePart(
  { authored, path }: AuthoredPart<AuthoredClause>,
  rules: PolicyRules,
): CompiledPart<Clause> {
  const scope = { ...scopeOf(authored.id, path, rules), names: defineNames(authored.names, path) };
  const value = compileClause(authored, surroundings(authored.id, rules), scope);
  checkNamesUsed(scope.names, rules.compilation);
  return { value, path, claimant: claimantOf(authored, 'clause', value.award !== undefined, scope) };
}

function groupPart({ authored, path }: AuthoredPart<AuthoredGroup>, rules: PolicyRules): CompiledPart<Group> {
  const scope = scopeOf(authored.id, path, rules);
  const value = compileGroup(authored, surroundings(authored.id, rules), scope);
  return { value, path, claimant: claimantOf(authored, 'group', false, scope) };
}

function claimantOf(
  { id: name, unused = [] }: Authored,
  kind: Claimant['kind'],
  award: boolean,
  { path, claims }: Scope,
): Claimant {
  return { name, kind, award, path, claims, unused };
}

function surroundings(name: string, { body, neighbours, readings }: PolicyRules): Surroundings {
  return { neighbours, readings: readingsOf(name, readings), sentences: sentencesOf(body, name) };
}

function scopeOf(name: string, path: Path, { compilation, readings, usedReadings }: PolicyRules): Scope {
  return {
    compilation,
    path,
    usedReadings,
    compiler,
    lists: [],
    readings: nameableReadings(name, readings),
    names: defineNames(undefined, path),
    claims: readingsOf(name, readings).map(({ question }) => ({
      kind: 'quote',
      only: 'levels',
      verbatim: false,
      text: question,
      path,
    })),
    bound: 'stated',
    guarded: false,
    negated: false,
    mayAskAuthority: false,
  };
}

/** The examples of all parts. Those of a requirement run against every clause that it applies to. */
function examplesOf(
  parts: RuleParts,
  compiled: { requirements: readonly CompiledRequirement[]; clauses: readonly Clause[] },
  { compilation, neighbours }: PolicyRules,
): readonly ExampleSet[] {
  const reader = new ExampleReader(compilation);
  const assumed = parts.requirements.map((part) => reader.assumption(part));
  const assumedByAll = Object.assign({}, ...assumed);
  const assumedFor = (id: string): ExampleFacts =>
    Object.assign(
      {},
      ...assumed.filter((_, index) => compiled.requirements[index]?.clauses.has(id) === true),
    );
  const ofClauses = parts.clauses.map((part, index): ExampleSet => {
    const { kind = 'limit', id = '' } = compiled.clauses[index] ?? {};
    const facts = kind === 'award' ? assumedFor(id) : assumedByAll;
    return { owner: { kind, id }, examples: reader.read(part, facts) };
  });
  const ofGroups = parts.groups.map((part): ExampleSet => {
    const owner = { kind: 'group' as const, id: neighbours.fullId(part.authored.id) };
    return { owner, examples: reader.read(part, assumedByAll) };
  });
  const ofRequirements = parts.requirements.map((part, index) =>
    requirementExamples(part, compiled.requirements[index], assumed[index] ?? {}, reader),
  );
  return [...ofClauses, ...ofGroups, ...ofRequirements];
}

function requirementExamples(
  part: AuthoredPart<AuthoredRequirement>,
  compiled: CompiledRequirement | undefined,
  assumed: ExampleFacts,
  reader: ExampleReader,
): ExampleSet {
  const { when, examples = [] } = part.authored;
  const { requirement, clauses = new Set<string>() } = compiled ?? {};
  const owner = { kind: 'requirement' as const, id: requirement?.id ?? '', clauses: [...clauses] };
  // A requirement without a condition decides nothing that an example could prove.
  if (when === undefined && examples.length === 0) return { owner, examples: [] };
  const authored = { ...part.authored, examples };
  return { owner, examples: reader.read({ ...part, authored }, assumed) };
}
