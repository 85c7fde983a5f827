import type { CataloguePolicy } from '../../clauses/language/catalogue.ts';
import type { Standing } from '../../clauses/language/standing.ts';
import { yearOfDay } from './days.ts';
import type { World } from './world.ts';

type Dates = CataloguePolicy['dates'];

/** The standing of a clause of a world. */
export function standingOfClause(clause: string, { policy, other, asOf }: World): Standing {
  const { dates } = other !== undefined && clause.startsWith(`${other.id}#`) ? other : policy;
  return standingOf(dates, asOf);
}

/** The clauses that are added together: those that count, or those of one other standing. */
export function classOf(id: string, world: World): Standing | 'counted' {
  const standing = standingOfClause(id, world);
  return standing === 'in-force' || standing === 'unknown-period' ? 'counted' : standing;
}

/** The standing of a policy on a day, literally by docs/meaning.md. */
export function standingOf(dates: Dates, asOf: number): Standing {
  const { repealedOn, replacedOn, effectiveFrom, effectiveTo, planYears } = dates;
  if (isPast(repealedOn, asOf)) return 'repealed';
  if (isPast(replacedOn, asOf)) return 'superseded';
  const issued = dates.issuedOn ?? dates.printedOn ?? dates.publishedOn;
  const begins = effectiveFrom ?? issued;
  if (begins !== undefined && !isPast(begins, asOf)) return 'not-yet';
  if (effectiveTo !== undefined) return asOf > dayOfText(effectiveTo) ? 'expired' : 'in-force';
  if (planYears !== undefined && yearOfDay(asOf) > planYears.to) return 'plan-ended';
  if (effectiveFrom !== undefined) return 'in-force';
  const undated = issued === undefined && planYears !== undefined;
  return undated && yearOfDay(asOf) < planYears.from ? 'not-yet' : 'unknown-period';
}

function isPast(date: string | undefined, asOf: number): boolean {
  return date !== undefined && dayOfText(date) <= asOf;
}

function dayOfText(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}
