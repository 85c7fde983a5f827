import { normalizedForm, normalizedSpan } from '../../text/normalize.ts';
import type { Claimant, ClaimWord } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { containsBoundWithoutFigure } from './bounds-without-figures.ts';
import { type AuditContext, passagesOf } from './context.ts';
import { type MarkedPassage, occurrences } from './marked-passage.ts';

/** Checks that each entry of `unused` occurs in the marks, contains a token there, and is not stated by the rule. */
export function checkUnused(audit: AuditContext): Finding[] {
  return audit.claimants.flatMap((claimant) => checkUnusedOf(claimant, audit));
}

function checkUnusedOf(claimant: Claimant, audit: AuditContext): Finding[] {
  const own = passagesOf(claimant, audit);
  if (own.length === 0) return [];
  return claimant.unused.flatMap(({ text }, index) => {
    const form = normalizedForm(text);
    const isExcusable = own.some(
      (passage) => containsTokenIn(passage, form) || containsBoundWithoutFigure(passage, form),
    );
    if (isExcusable && !isStatedByRule(claimant, form)) return [];
    return [finding('unusedUnknown', { path: [...claimant.path, 'unused', index] }, { text })];
  });
}

/** A rule cannot both state 一次性 or 可 and declare it unused. */
function isStatedByRule({ claims }: Claimant, form: string): boolean {
  return claims.some(
    (claim) => claim.kind === 'word' && claim.required && STATED[claim.word]?.test(form) === true,
  );
}

const STATED: Readonly<Partial<Record<ClaimWord, RegExp>>> = { once: /^一次性/, may: /^可/ };

function containsTokenIn(passage: MarkedPassage, piece: string): boolean {
  const places = occurrences(passage.normalized.text, piece);
  return passage.tokens.some((token) => {
    const { start, end } = normalizedSpan(passage.normalized, token);
    return places.some((place) => place.start <= start && end <= place.end);
  });
}
