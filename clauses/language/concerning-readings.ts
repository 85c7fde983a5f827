import { subtree } from './children.ts';
import type { Clause } from './clause.ts';
import type { Expression } from './expression.ts';
import type { Group } from './group.ts';
import type { Limit } from './limit.ts';
import type { Reading } from './reading.ts';

/** The rules of one policy, or of all policies that apply in a place: they name each other's clauses and readings. */
export interface PolicyRules {
  readonly clauses: readonly Clause[];
  readonly groups: readonly Group[];
}

/**
 * The readings that concern each clause, by the full id of the clause: first its own, in the authored order;
 * then, in the order of the policy, those that its rule names, those of limits and groups over it, and those that say
 * that they concern it. Each once; a clause with none has an empty list.
 */
export function concerningReadings(policy: PolicyRules): ReadonlyMap<string, readonly Reading[]> {
  const all = readingsOf(policy);
  const concerned = new Map(policy.clauses.map(({ id }) => [id, new Set<string>()]));
  const add = (clause: string, readings: Iterable<string>): void => {
    for (const reading of readings) concerned.get(clause)?.add(reading);
  };
  for (const clause of policy.clauses) {
    add(clause.id, namedReadings(rulesOf(clause)));
    for (const limit of clause.limits)
      if (Array.isArray(limit.over))
        for (const member of limit.over) add(member, limitReadings(clause, limit));
  }
  for (const { clauses, when, readings } of policy.groups)
    for (const member of clauses) add(member, [...readings.map(({ id }) => id), ...namedReadings([when])]);
  for (const { id, concerns = [] } of all) for (const clause of concerns) add(clause, [id]);
  return new Map(policy.clauses.map((clause) => [clause.id, inOrder(clause, concerned.get(clause.id), all)]));
}

/** Whether a reading belongs to this clause, or to a general requirement that is part of it. */
export function isOwnReading({ readings }: Clause, { id }: Reading): boolean {
  return readings.some((own) => own.id === id);
}

/** A reading with its owner, unique within a policy: `integration-titles:titles`. */
export function ownedName({ id }: Reading): string {
  return id.slice(id.indexOf('#') + 1);
}

/** All readings of a policy, each once: several clauses carry the reading of a general requirement. */
function readingsOf({ clauses, groups }: PolicyRules): readonly Reading[] {
  const all = [...clauses, ...groups].flatMap(({ readings }) => readings);
  return [...new Map(all.map((reading) => [reading.id, reading])).values()];
}

/** The conditions and quantities of a clause; of its limits only those on itself. */
function rulesOf({ when, award, limits }: Clause): readonly (Expression | null | undefined)[] {
  const own = limits.filter(({ over }) => !Array.isArray(over));
  return [when, award?.least, award?.most, ...own.flatMap((limit) => [limit.when, limit.amount])];
}

/** A clause that only limits others: all its readings are about them. An award's limit: those that the limit names. */
function limitReadings(clause: Clause, { when, amount }: Limit): readonly string[] {
  const named = namedReadings([when, amount]);
  return clause.kind === 'limit' ? [...clause.readings.map(({ id }) => id), ...named] : named;
}

/** Full ids of the readings that expressions name. */
function namedReadings(expressions: readonly (Expression | null | undefined)[]): readonly string[] {
  return expressions.flatMap(subtree).flatMap((part) => (part.op === 'reading' ? [part.reading] : []));
}

function inOrder(
  clause: Clause,
  concerned: ReadonlySet<string> | undefined,
  all: readonly Reading[],
): readonly Reading[] {
  const others = all.filter((reading) => concerned?.has(reading.id) && !isOwnReading(clause, reading));
  return [...clause.readings, ...others];
}
