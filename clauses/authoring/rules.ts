import type { AuthoredClause, AuthoredGroup } from '../clause.schema.ts';
import type { Clause, Group } from '../language.ts';
import { type MarkedBody, sentencesOf } from './body.ts';
import type { Claimant } from './claimant.ts';
import { compileClause, compileGroup, type Surroundings } from './clause.ts';
import { type FullExample, fillExamples } from './example.ts';
import { workshop } from './expression.ts';
import type { Path } from './finding.ts';
import type { Neighbours } from './limit.ts';
import { checkUsed, openNames } from './names.ts';
import { checkOverlaps, type Placed } from './overlap.ts';
import type { Part, RawName } from './parts.ts';
import { checkEffect, compileReadings, type ReadingShelf, readingsFor } from './reading.ts';
import type { Desk, Scope } from './scope.ts';

/** A clause's or group's examples: what they are checked against depends on the kind of their owner. */
export interface ExampleSet {
  readonly owner: { readonly kind: 'award' | 'limit' | 'group'; readonly id: string };
  readonly examples: readonly FullExample[];
}

/** The clauses and groups of a policy, compiled. */
export interface Rules {
  readonly clauses: readonly Clause[];
  readonly groups: readonly Group[];
  readonly claimants: readonly Claimant[];
  readonly examples: readonly ExampleSet[];
}

/** What the clauses and groups of one policy share. */
interface Hall {
  readonly desk: Desk;
  readonly body: MarkedBody;
  readonly neighbours: Neighbours;
  readonly shelves: readonly ReadingShelf[];
  readonly used: Set<string>;
}

/** Compiles clauses and groups, which name each other, and reports how they do not fit together. */
export function compileRules(
  parts: { clauses: readonly Part<AuthoredClause>[]; groups: readonly Part<AuthoredGroup>[] },
  names: readonly RawName[],
  context: { id: string; body: MarkedBody; desk: Desk },
): Rules {
  const { desk, body } = context;
  const fullId = (name: string): string => `${context.id}#${name}`;
  const shelves = [...parts.clauses, ...parts.groups].map(({ authored, path }) =>
    compileReadings(authored.readings ?? [], { name: authored.id, fullId: fullId(authored.id), path }, desk),
  );
  const awards = new Map(
    names.flatMap(({ kind, name, award }) => (kind === 'clauses' ? [[name, award]] : [])),
  );
  const hall: Hall = { desk, body, neighbours: { fullId, awards }, shelves, used: new Set() };
  const clauses = parts.clauses.map((part) => clausePart(part, hall));
  const groups = parts.groups.map((part) => groupPart(part, hall));
  checkEffect(shelves, hall.used, desk);
  desk.findings.push(...checkOverlaps(clauses, groups));
  return {
    clauses: clauses.map(({ value }) => value),
    groups: groups.map(({ value }) => value),
    claimants: [...clauses, ...groups].map(({ claimant }) => claimant),
    examples: [...clauses, ...groups].map(({ examples }) => examples),
  };
}

function clausePart(
  { authored, path }: Part<AuthoredClause>,
  hall: Hall,
): Placed<Clause> & { claimant: Claimant; examples: ExampleSet } {
  const scope = { ...scopeOf(authored.id, path, hall), names: openNames(authored.names, path) };
  const value = compileClause(authored, surroundings(authored.id, hall), scope);
  checkUsed(scope.names, hall.desk);
  const { claims } = scope;
  const { id: name, unused = [] } = authored;
  const claimant: Claimant = { name, kind: 'clause', award: value.award !== undefined, path, claims, unused };
  return {
    value,
    path,
    claimant,
    examples: examplesOf(authored, { kind: value.kind, id: value.id }, path, hall),
  };
}

function groupPart(
  { authored, path }: Part<AuthoredGroup>,
  hall: Hall,
): Placed<Group> & { claimant: Claimant; examples: ExampleSet } {
  const scope = scopeOf(authored.id, path, hall);
  const value = compileGroup(authored, surroundings(authored.id, hall), scope);
  const { claims } = scope;
  const { id: name, unused = [] } = authored;
  const claimant: Claimant = { name, kind: 'group', award: false, path, claims, unused };
  return {
    value,
    path,
    claimant,
    examples: examplesOf(authored, { kind: 'group', id: value.id }, path, hall),
  };
}

function surroundings(name: string, { body, neighbours, shelves }: Hall): Surroundings {
  const readings = shelves.filter((shelf) => shelf.owner === name).flatMap((shelf) => shelf.readings);
  return { neighbours, readings, sentences: sentencesOf(body, name) };
}

function scopeOf(name: string, path: Path, { desk, shelves, used }: Hall): Scope {
  return {
    desk,
    path,
    used,
    workshop,
    lists: [],
    readings: readingsFor(name, shelves),
    names: openNames(undefined, path),
    claims: [],
    bound: 'stated',
    guarded: false,
    negated: false,
    authority: false,
  };
}

function examplesOf(
  authored: Pick<AuthoredClause, 'examples'>,
  owner: ExampleSet['owner'],
  path: Path,
  { desk }: Hall,
): ExampleSet {
  const { examples, findings } = fillExamples(authored.examples, [...path, 'examples']);
  desk.findings.push(...findings);
  return { owner, examples };
}
