import type { Claimant } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { isClaimed } from './figures.ts';
import { figureClaims, isFigure, isQuoted, isUnused, type Line, sentenceNote } from './lines.ts';

/**
 * Clauses and requirements that stand on a sentence together with others and use none of its figures, although those do:
 * it may be that their own figure is another one, or is missing. Which of several figures a rule needs is not told from
 * the text (分别 gives each clause its own), so one is enough.
 */
export function checkShared(lines: readonly Line[]): Finding[] {
  return lines.flatMap((line) =>
    line.claimants
      .filter(({ kind }) => kind === 'clause' || kind === 'requirement')
      .flatMap((one) => unusedBy(one, line)),
  );
}

function unusedBy(one: Claimant, line: Line): Finding[] {
  const figures = line.tokens.filter(isFigure);
  const isUsedBy = (by: Claimant, figure: (typeof figures)[number]): boolean =>
    isClaimed(figure, figureClaims(by), line);
  if (
    figures.some(
      (figure) => isUsedBy(one, figure) || isUnused(line, figure, [one]) || isQuoted(figure, [one]),
    )
  )
    return [];
  const texts = figures
    .filter((figure) => line.claimants.some((other) => isUsedBy(other, figure)))
    .map(({ text }) => text.trim());
  if (texts.length === 0) return [];
  return [finding('sharedNotUsed', { path: one.path }, { id: one.name, texts }, [sentenceNote(line)])];
}
