import type { DefinedBounds } from '../../text/bounds.ts';
import { comparedForm, squeezedSpan } from '../../text/normalize.ts';
import type { Claimant, ClaimWord } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { comparedText, type MarkedBody } from '../schema/body.ts';
import { checkCeilings } from './ceilings.ts';
import { checkTables, withHeads } from './cells.ts';
import { checkContacts } from './contacts.ts';
import { checkDates } from './dates.ts';
import { missingDeadlines } from './deadlines.ts';
import { checkFigures } from './figures.ts';
import { checkLevels, tellsLevel } from './levels.ts';
import { isFigure, type Line, occurrences, readLines, readTokens, sentenceNote } from './lines.ts';
import { withRefusals } from './refusal-phrases.ts';
import { checkRespective } from './respective.ts';
import { checkShared } from './shared.ts';
import { checkWords } from './words.ts';

/**
 * Holds rules against their marked text, both ways: every figure, bound, date and telling word of a rule stands in its
 * marks, and every one of a mark stands in its rules or is excused with a reason. Outside all marks no money and no
 * percentage stands, so that no subsidy is overlooked. `words` are the protected words of `terms.yaml`, `bounds` the bound
 * words that the policy defines itself.
 */
export function checkFidelity(
  claimants: readonly Claimant[],
  body: MarkedBody,
  words: readonly string[],
  bounds?: DefinedBounds,
): Finding[] {
  const lines = withRefusals(withHeads(readLines(body, claimants, words, bounds)));
  const findings = [
    ...checkFigures(lines, claimants),
    ...checkShared(lines),
    ...checkRespective(lines),
    ...checkWords(lines, claimants),
    ...checkLevels(lines, words),
    ...checkCeilings(lines, claimants),
    ...checkDates(lines, claimants, body, words),
    ...missingDeadlines(lines, claimants, body, words),
    ...claimants.flatMap((claimant) => checkUnused(claimant, lines)),
    ...claimants.flatMap((claimant) => checkQuotes(claimant, lines, body)),
    ...checkUnmarked(body, words),
    ...checkTables(body),
    ...checkContacts(body),
  ];
  return findings.filter((each) => !isConsequence(each, lines));
}

/** What a mark says in excess is a mere consequence where one of its clauses could not be read, or does not exist. */
function isConsequence(found: Finding, lines: readonly Line[]): boolean {
  if (found.code !== 'textNotInRule' || !('offset' in found)) return false;
  return lines.some(
    ({ mark, claimants }) => mark.offset === found.offset && claimants.length < mark.ids.length,
  );
}

/** What the author takes over in words (what the authority judges, an undertaking, an event) stands so in the text. */
function checkQuotes(claimant: Claimant, lines: readonly Line[], body: MarkedBody): Finding[] {
  const own = lines.filter((line) => line.claimants.includes(claimant));
  if (own.length === 0) return [];
  const text = comparedText(body);
  return claimant.claims.flatMap((claim) => {
    if (claim.kind !== 'quote' || !claim.verbatim) return [];
    const pieces = comparedForm(claim.text).split(/…+/);
    if (pieces.every((piece) => text.includes(piece))) return [];
    return [finding('quoteNotInText', { path: claim.path }, { quote: claim.text }, own.map(sentenceNote))];
  });
}

/** What `unused` names stands in the marks, has a token in it, and is not what the rule says. */
function checkUnused(claimant: Claimant, lines: readonly Line[]): Finding[] {
  const own = lines.filter((line) => line.claimants.includes(claimant));
  if (own.length === 0) return [];
  return claimant.unused.flatMap(({ text }, index) =>
    own.some((line) => hasTokenIn(line, comparedForm(text)) || tellsLevel(line, comparedForm(text))) &&
    !isSaid(claimant, text)
      ? []
      : [finding('unusedUnknown', { path: [...claimant.path, 'unused', index] }, { text })],
  );
}

/** 一次性 and 可 can not both be said by a rule and be left out of it. */
function isSaid({ claims }: Claimant, text: string): boolean {
  return claims.some(
    (claim) =>
      claim.kind === 'word' && claim.required && STRICT[claim.word]?.test(comparedForm(text)) === true,
  );
}

const STRICT: Readonly<Partial<Record<ClaimWord, RegExp>>> = { once: /^一次性/, may: /^可/ };

function hasTokenIn(line: Line, piece: string): boolean {
  const places = occurrences(line.squeezed.text, piece);
  return line.tokens.some((token) => {
    const { start, end } = squeezedSpan(line.squeezed, token);
    return places.some((place) => place.start <= start && end <= place.end);
  });
}

function checkUnmarked(body: MarkedBody, words: readonly string[]): Finding[] {
  return body.unmarked.flatMap((passage) =>
    readTokens(passage, words)
      .filter((token) => isFigure(token) && /^(?:money|ratio)/.test(token.dimension))
      .map((token) => finding('moneyUnmarked', { offset: passage.offset }, { text: token.text.trim() })),
  );
}
