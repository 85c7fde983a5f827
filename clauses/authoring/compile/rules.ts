import type { Clause, Group } from '../../language/language.ts';
import type { Path } from '../issues/finding.ts';
import { type MarkedBody, sentencesOf } from '../schema/body.ts';
import type { AuthoredClause, AuthoredGroup } from '../schema/clauses.ts';
import type { AuthoredRequirement } from '../schema/requirements.ts';
import type { Part, RawName } from '../shape/parts.ts';
import { compileClause, compileGroup, type Surroundings } from './clauses.ts';
import { compiler } from './compiler.ts';
import { ExampleBook, type ExampleFacts, type ExampleSet } from './examples.ts';
import type { Neighbours } from './limits.ts';
import { checkUsed, openNames } from './names.ts';
import { checkOverlaps, type WithPath } from './overlaps.ts';
import { checkEffect, compileReadings, type OwnedReadings, readingsFor } from './readings.ts';
import { compileRequirement, type General, withRequirements } from './requirements.ts';
import type { Claimant } from './scope/claims.ts';
import type { Compilation, Scope } from './scope/scope.ts';

/** The clauses and groups of a policy, compiled. */
export interface Rules {
  readonly clauses: readonly Clause[];
  readonly groups: readonly Group[];
  readonly claimants: readonly Claimant[];
  readonly examples: readonly ExampleSet[];
}

/** What the clauses and groups of one policy share. */
interface PolicyRules {
  readonly compilation: Compilation;
  readonly body: MarkedBody;
  readonly neighbours: Neighbours;
  readonly shelves: readonly OwnedReadings[];
  readonly used: Set<string>;
}

/** A part compiled, with what its marks must say. */
interface Compiled<T> extends WithPath<T> {
  readonly claimant: Claimant;
}

/** The parts of the front matter that make rules. */
interface Parts {
  readonly requirements: readonly Part<AuthoredRequirement>[];
  readonly clauses: readonly Part<AuthoredClause>[];
  readonly groups: readonly Part<AuthoredGroup>[];
}

type Authored = AuthoredRequirement | AuthoredClause | AuthoredGroup;

/** Compiles requirements, clauses and groups, which name each other, and reports how they do not fit together. */
export function compileRules(
  parts: Parts,
  names: readonly RawName[],
  context: { id: string; body: MarkedBody; desk: Compilation },
): Rules {
  const { desk, body } = context;
  const fullId = (name: string): string => `${context.id}#${name}`;
  const all: readonly Part<Authored>[] = [...parts.requirements, ...parts.clauses, ...parts.groups];
  const shelves = all.map(({ authored, path }) =>
    compileReadings(authored.readings ?? [], { name: authored.id, fullId: fullId(authored.id), path }, desk),
  );
  const awards = new Map(
    names.flatMap(({ kind, name, award }) => (kind === 'clauses' ? [[name, award]] : [])),
  );
  const lists = new Map(
    parts.clauses.flatMap(({ authored }) =>
      authored.for === undefined ? [] : [[authored.id, authored.for]],
    ),
  );
  const hall: PolicyRules = {
    compilation: desk,
    body,
    neighbours: { fullId, awards, lists },
    shelves,
    used: new Set(),
  };
  const generals = parts.requirements.map((part) => requirementPart(part, hall));
  const own = parts.clauses.map((part) => clausePart(part, hall));
  const groups = parts.groups.map((part) => groupPart(part, hall));
  const clauses = withRequirements(own, generals, (path) => scopeOf('', path, hall));
  checkEffect(shelves, hall.used, desk);
  desk.findings.push(...checkOverlaps(own, groups));
  return {
    clauses,
    groups: groups.map(({ value }) => value),
    claimants: [...generals, ...own, ...groups].map(({ claimant }) => claimant),
    examples: examplesOf(parts, { generals: generals.map(({ value }) => value), clauses }, hall),
  };
}

function requirementPart(
  { authored, path }: Part<AuthoredRequirement>,
  hall: PolicyRules,
): Compiled<General> {
  const scope = scopeOf(authored.id, path, hall);
  const value = compileRequirement(authored, surroundings(authored.id, hall), scope);
  return { value, path, claimant: claimantOf(authored, 'requirement', false, scope) };
}

function clausePart({ authored, path }: Part<AuthoredClause>, hall: PolicyRules): Compiled<Clause> {
  const scope = { ...scopeOf(authored.id, path, hall), names: openNames(authored.names, path) };
  const value = compileClause(authored, surroundings(authored.id, hall), scope);
  checkUsed(scope.names, hall.compilation);
  return { value, path, claimant: claimantOf(authored, 'clause', value.award !== undefined, scope) };
}

function groupPart({ authored, path }: Part<AuthoredGroup>, hall: PolicyRules): Compiled<Group> {
  const scope = scopeOf(authored.id, path, hall);
  const value = compileGroup(authored, surroundings(authored.id, hall), scope);
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

function surroundings(name: string, { body, neighbours, shelves }: PolicyRules): Surroundings {
  const readings = shelves.filter((shelf) => shelf.owner === name).flatMap((shelf) => shelf.readings);
  return { neighbours, readings, sentences: sentencesOf(body, name) };
}

function scopeOf(name: string, path: Path, { compilation: desk, shelves, used }: PolicyRules): Scope {
  return {
    compilation: desk,
    path,
    used,
    compiler: compiler,
    lists: [],
    readings: readingsFor(name, shelves),
    names: openNames(undefined, path),
    claims: shelves
      .filter(({ owner }) => owner === name)
      .flatMap((shelf) => shelf.readings)
      .map(({ question }) => ({ kind: 'quote', only: 'levels', verbatim: false, text: question, path })),
    bound: 'stated',
    guarded: false,
    negated: false,
    authority: false,
  };
}

/** The examples of all parts: those of a requirement are tried with every clause concerned. */
function examplesOf(
  parts: Parts,
  { generals, clauses }: { generals: readonly General[]; clauses: readonly Clause[] },
  { compilation: desk, neighbours }: PolicyRules,
): readonly ExampleSet[] {
  const book = new ExampleBook(desk);
  const assumed = parts.requirements.map((part) => book.assumption(part));
  const everything = Object.assign({}, ...assumed);
  const assumedFor = (id: string): ExampleFacts =>
    Object.assign({}, ...assumed.filter((_, index) => generals[index]?.clauses.has(id) === true));
  const ofClauses = parts.clauses.map((part, index): ExampleSet => {
    const { kind = 'limit', id = '' } = clauses[index] ?? {};
    return { owner: { kind, id }, examples: book.read(part, kind === 'award' ? assumedFor(id) : everything) };
  });
  const ofGroups = parts.groups.map((part): ExampleSet => {
    const owner = { kind: 'group' as const, id: neighbours.fullId(part.authored.id) };
    return { owner, examples: book.read(part, everything) };
  });
  const ofRequirements = parts.requirements.map((part, index): ExampleSet => {
    const { requirement, clauses: concerned = new Set<string>() } = generals[index] ?? {};
    const owner = { kind: 'requirement' as const, id: requirement?.id ?? '', clauses: [...concerned] };
    const { when, examples = [] } = part.authored;
    // A mere undertaking decides nothing that an example could show.
    if (when === undefined && examples.length === 0) return { owner, examples: [] };
    const authored = { ...part.authored, examples };
    return { owner, examples: book.read({ ...part, authored }, assumed[index] ?? {}) };
  });
  return [...ofClauses, ...ofGroups, ...ofRequirements];
}
