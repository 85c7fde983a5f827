import { type Finding, finding } from '../issues/finding.ts';
import type { AuditContext } from './context.ts';
import { isFigure, readTokens } from './marked-passage.ts';

/** Reports every amount of money and every percentage outside all marks: each may be an overlooked subsidy. */
export function checkUnmarkedAmounts(audit: AuditContext): Finding[] {
  return audit.body.unmarked.flatMap((passage) =>
    readTokens(passage, audit)
      .filter((token) => isFigure(token) && /^(?:money|ratio)/.test(token.dimension))
      .map((token) => finding('moneyUnmarked', { offset: passage.offset }, { text: token.text.trim() })),
  );
}
