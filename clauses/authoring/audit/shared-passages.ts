import type { Claimant } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import type { AuditContext } from './context.ts';
import { isClaimed } from './figures.ts';
import {
  type FigureToken,
  figureClaims,
  isFigure,
  isQuoted,
  isUnused,
  type MarkedPassage,
  sentenceNote,
} from './marked-passage.ts';

/**
 * Reports clauses and requirements that share a passage with others and use none of its figures although the others do:
 * their own figure may be wrong or missing. One used figure is enough, because the text does not show which of several
 * figures a rule needs (分别 gives each clause its own).
 */
export function checkSharedPassages({ passages }: AuditContext): Finding[] {
  return passages.flatMap((passage) =>
    passage.claimants
      .filter(({ kind }) => kind === 'clause' || kind === 'requirement')
      .flatMap((claimant) => checkShare(claimant, passage)),
  );
}

function checkShare(claimant: Claimant, passage: MarkedPassage): Finding[] {
  const figures = passage.tokens.filter(isFigure);
  const isUsedBy = (by: Claimant, figure: FigureToken): boolean =>
    isClaimed(figure, figureClaims(by), passage);
  const isSettled = figures.some(
    (figure) =>
      isUsedBy(claimant, figure) || isUnused(passage, figure, [claimant]) || isQuoted(figure, [claimant]),
  );
  if (isSettled) return [];
  const texts = figures
    .filter((figure) => passage.claimants.some((other) => isUsedBy(other, figure)))
    .map(({ text }) => text.trim());
  if (texts.length === 0) return [];
  const given = { id: claimant.name, texts };
  return [finding('sharedNotUsed', { path: claimant.path }, given, [sentenceNote(passage)])];
}
