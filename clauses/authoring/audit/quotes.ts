import { normalizedForm } from '../../text/normalize.ts';
import type { Claimant } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { comparedText } from '../schema/body.ts';
import { type AuditContext, passagesOf } from './context.ts';
import { sentenceNote } from './marked-passage.ts';

/** Checks that verbatim quotations (a matter for the authority, an undertaking, an event) occur in the text. */
export function checkQuotes(audit: AuditContext): Finding[] {
  return audit.claimants.flatMap((claimant) => checkQuotesOf(claimant, audit));
}

/** The parts of a quotation between …… must each occur in the text. */
function checkQuotesOf(claimant: Claimant, audit: AuditContext): Finding[] {
  const own = passagesOf(claimant, audit);
  if (own.length === 0) return [];
  const text = comparedText(audit.body);
  return claimant.claims.flatMap((claim) => {
    if (claim.kind !== 'quote' || !claim.verbatim) return [];
    const pieces = normalizedForm(claim.text).split(/…+/);
    if (pieces.every((piece) => text.includes(piece))) return [];
    return [finding('quoteNotInText', { path: claim.path }, { quote: claim.text }, own.map(sentenceNote))];
  });
}
