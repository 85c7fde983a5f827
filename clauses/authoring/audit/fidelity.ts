import type { DefinedBounds } from '../../text/bounds.ts';
import type { Claimant } from '../compile/scope/claims.ts';
import type { Finding } from '../issues/finding.ts';
import type { MarkedBody } from '../schema/body.ts';
import { checkBoundsWithoutFigures } from './bounds-without-figures.ts';
import { checkTables, withTableHeads } from './cells.ts';
import type { AuditContext } from './context.ts';
import { checkDates } from './dates.ts';
import { checkMissingDeadlines } from './deadlines.ts';
import { checkFigures } from './figures.ts';
import { checkKeywords } from './keywords.ts';
import { checkLimits } from './limits.ts';
import { readMarkedPassages } from './marked-passage.ts';
import { checkPersonalNumbers } from './personal-numbers.ts';
import { checkQuotes } from './quotes.ts';
import { withRefusedItems } from './refusal-phrases.ts';
import { checkRespectiveLists } from './respective-lists.ts';
import { checkSharedPassages } from './shared-passages.ts';
import { checkUnmarkedAmounts } from './unmarked.ts';
import { checkUnused } from './unused.ts';

/** All checks, in the order in which their findings are reported. */
const CHECKS: readonly ((audit: AuditContext) => readonly Finding[])[] = [
  checkFigures,
  checkSharedPassages,
  checkRespectiveLists,
  checkKeywords,
  checkBoundsWithoutFigures,
  checkLimits,
  checkDates,
  checkMissingDeadlines,
  checkUnused,
  checkQuotes,
  checkUnmarkedAmounts,
  checkTables,
  checkPersonalNumbers,
];

/**
 * Compares rules with their marked text in both directions. Every figure, bound, date and keyword of a rule must occur in
 * its marks, and every one of a mark must occur in its rules or be listed as `unused` with a reason. No amount of money and
 * no percentage may remain outside all marks, so that no subsidy is overlooked. `protectedWords` come from `terms.yaml`;
 * `definedBounds` are the bound words that the policy defines itself.
 */
export function checkFidelity(
  claimants: readonly Claimant[],
  body: MarkedBody,
  protectedWords: readonly string[],
  definedBounds?: DefinedBounds,
): Finding[] {
  const read = readMarkedPassages(body, claimants, { protectedWords, definedBounds });
  const passages = withRefusedItems(withTableHeads(read));
  const audit: AuditContext = { claimants, body, passages, protectedWords, definedBounds };
  return CHECKS.flatMap((check) => check(audit)).filter((found) => !isConsequence(found, audit));
}

/** Surplus figures of a mark follow from another mistake where one of its clauses is unknown or could not be compiled. */
function isConsequence(found: Finding, { passages }: AuditContext): boolean {
  if (found.code !== 'textNotInRule' || !('offset' in found)) return false;
  return passages.some(
    ({ mark, claimants }) => mark.offset === found.offset && claimants.length < mark.ids.length,
  );
}
