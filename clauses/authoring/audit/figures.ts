import { equal, integer, ONE, ZERO } from '../../numbers/exact.ts';
import type { Bound, Token } from '../../text/token.ts';
import type { Claimant, ClaimBound } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import {
  asWritten,
  boundAgrees,
  isComparable,
  isCountedBy,
  isHalfTold,
  isOrdinalYear,
  isRoundingTold,
  isSame,
  isSharedEnd,
  rangeEnds,
} from './figure-match.ts';
import {
  claimantNote,
  type FigureClaim,
  type FigureToken,
  figureClaims,
  isFigure,
  isQuoted,
  isUnused,
  type Line,
  placeOf,
  sentenceNote,
} from './lines.ts';
import { boundLeft } from './refusal-phrases.ts';

/** A figure of the text with the passage that it stands in. */
interface Stated {
  readonly line: Line;
  readonly token: FigureToken;
}

/** A literal of a rule with its owner. */
interface Claimed {
  readonly claimant: Claimant;
  readonly claim: FigureClaim;
}

/** Every literal of a rule stands in its marks, with the same bound; every figure of a mark stands in a rule. */
export function checkFigures(lines: readonly Line[], claimants: readonly Claimant[]): Finding[] {
  const missing = claimants.flatMap((claimant) => missingFigures(claimant, lines));
  const misread = claimants.flatMap((claimant) => misreadFigures(claimant, lines));
  const open = lines.flatMap((line) => openFigures(line, new Set(misread.map(({ claim }) => claim))));
  const { findings, rest } = pairUp(missing, open);
  return [
    ...misread.map(({ claim, stated }) => boundFinding(claim, stated)),
    ...findings,
    ...lines.flatMap(openDigits),
    ...rest.map(({ line, token }) =>
      finding('textNotInRule', placeOf(line), { text: token.text }, line.claimants.map(claimantNote)),
    ),
  ];
}

function linesOf(claimant: Claimant, lines: readonly Line[]): readonly Line[] {
  return lines.filter((line) => line.claimants.includes(claimant));
}

function missingFigures(claimant: Claimant, lines: readonly Line[]): Claimed[] {
  const own = linesOf(claimant, lines);
  if (own.length === 0) return [];
  const missing = figureClaims(claimant)
    .filter((claim) => claim.dimension !== 'date')
    .filter(
      (claim) =>
        !own.some(
          (line) =>
            line.tokens.some((token) => isNamed(claim, token)) ||
            isOrdinalYear(claim, line) ||
            isHalfTold(claim, line) ||
            isRoundingTold(claim, line),
        ),
    )
    .map((claim) => ({ claimant, claim }));
  const [rest, ...more] = missing.filter(({ claim }) => claim.path.includes('schedule'));
  const isTold = more.length === 0 && own.some(({ squeezed }) => REST.test(squeezed.text));
  return isTold ? missing.filter((each) => each !== rest) : missing;
}

/** 首期60%，余款验收后拨付: the one share that has no figure is what is left of the whole. */
const REST = /余款|余额|剩余|其余|余下|剩下|尾款/;

function isNamed(claim: FigureClaim, token: Token): boolean {
  return (isFigure(token) || token.kind === 'bare') && isSame(claim, token);
}

/** What arithmetic adds and no text says: nought, the whole (100%), and the 12个月 of a year. */
function isNeutral({ value, dimension }: FigureClaim): boolean {
  if (equal(value, ZERO)) return true;
  if (dimension === 'month') return equal(value, TWELVE);
  return (dimension === 'ratio' || dimension === 'plain') && equal(value, ONE);
}

const TWELVE = integer(12);

/** The figures of a passage that no rule claims as the text bounds them; a misread one was reported as such. */
function openFigures(line: Line, misread: ReadonlySet<FigureClaim>): Stated[] {
  const claims = line.claimants.flatMap(figureClaims);
  return line.tokens
    .filter(isFigure)
    .filter(
      (token) =>
        !isClaimed(token, claims, line) &&
        !claims.some((claim) => misread.has(claim) && isSame(claim, token)),
    )
    .filter((token) => !isUnused(line, token, line.claimants) && !isQuoted(token, line.claimants))
    .map((token) => ({ line, token }));
}

/** 突破 may be read as 超过 or as 达到, and then both are claimed; a text that says 达到 can not be read in two ways. */
function isUnambiguous({ bound }: { bound: Bound }, claims: readonly FigureClaim[]): boolean {
  const guarded = claims.filter((claim) => claim.guarded).map((claim) => claim.bound);
  return bound === 'atLeast' && guarded.includes('moreThan') && guarded.includes('atLeast');
}

/** Digits without a unit that are no part of a protected word: a misprinted ISO10021, or a unit that nobody knows. */
function openDigits(line: Line): Finding[] {
  const claims = line.claimants.flatMap(figureClaims);
  return line.tokens
    .filter((token) => token.kind === 'bare')
    .filter((token) => !claims.some((claim) => isSame(claim, token)))
    .filter((token) => !isUnused(line, token, line.claimants) && !isQuoted(token, line.claimants))
    .map((token) =>
      finding('textNotInRule', placeOf(line), { text: token.text }, line.claimants.map(claimantNote)),
    );
}

/** A range is claimed when both of its ends are. */
export function isClaimed(token: FigureToken, claims: readonly FigureClaim[], line: Line): boolean {
  if (token.kind === 'number') {
    if (token.each && isCountedBy(token, claims)) return true;
    const same = claims.filter((claim) => isSame(claim, token));
    const isAgreed = same.some((claim) => boundAgrees(claim, token, line)) && !isUnambiguous(token, same);
    return isAgreed || isSharedEnd(token, same, line);
  }
  return rangeEnds(token).every(({ end }) => claims.some((claim) => isSame(claim, end)));
}

/** A figure that differs on the two sides is one mistake, not two; nought stands for no figure of the text. */
function pairUp(
  missing: readonly Claimed[],
  open: readonly Stated[],
): { findings: Finding[]; rest: Stated[] } {
  const rest = [...open];
  const telling = missing.filter(({ claim }) => !isNeutral(claim));
  const neutral = missing.filter(({ claim }) => isNeutral(claim) && !equal(claim.value, ZERO));
  const findings = [...telling, ...neutral].flatMap(({ claimant, claim }) => {
    const place = { path: claim.path };
    const other = likeliest(claimant, claim, rest);
    if (isNeutral(claim) && other?.token.dimension !== claim.dimension) return [];
    if (other === undefined) return [finding('ruleNotInText', place, { rule: claim.text })];
    rest.splice(rest.indexOf(other), 1);
    const given = { rule: claim.text, text: asWritten(other.token, claim) };
    return [finding('figureMismatch', place, given, [sentenceNote(other.line)])];
  });
  return { findings, rest };
}

function likeliest(claimant: Claimant, claim: FigureClaim, open: readonly Stated[]): Stated | undefined {
  const alike = open.filter(
    ({ line, token }) => line.claimants.includes(claimant) && isComparable(claim, token),
  );
  return alike.find(({ line, token }) => boundAgrees(claim, token, line)) ?? alike[0];
}

/**
 * Literals that stand in the text with another bound. Under a reading of the bound itself (突破 as 达到 or 超过), and at
 * the two ends of neighbouring bands, it is enough that the other one agrees.
 */
function misreadFigures(
  claimant: Claimant,
  lines: readonly Line[],
): { claim: FigureClaim; stated: Stated }[] {
  const own = linesOf(claimant, lines);
  const claims = figureClaims(claimant);
  return claims.flatMap((claim) => {
    const stated = statedOf(claim, own);
    const agrees = (other: FigureClaim): boolean =>
      stated.some(({ line, token }) => isSame(other, token) && boundAgrees(other, token, line));
    const excused = claim.guarded && claims.some((other) => other.guarded && agrees(other));
    const meant =
      stated.find(
        ({ line, token }) => !claims.some((other) => isSame(other, token) && boundAgrees(other, token, line)),
      ) ?? stated[0];
    return meant === undefined || agrees(claim) || excused ? [] : [{ claim, stated: meant }];
  });
}

function statedOf(claim: FigureClaim, lines: readonly Line[]): Stated[] {
  return lines.flatMap((line) =>
    line.tokens.flatMap((token) => (isFigure(token) && isSame(claim, token) ? [{ line, token }] : [])),
  );
}

function boundFinding(claim: FigureClaim, { line, token }: Stated): Finding {
  const given = {
    sentence: claim.text,
    rule: BOUND_NAMES[claim.bound],
    text: statedBound(claim, token, line),
    quote: surroundings(line, token),
  };
  return finding('boundMismatch', { path: claim.path }, given, [sentenceNote(line)]);
}

function statedBound(claim: FigureClaim, token: FigureToken, line: Line): string {
  const left = token.kind === 'number' ? boundLeft(token, line) : undefined;
  if (left !== undefined) return `${BOUND_NAMES[left]}的才给`;
  if (token.kind === 'number') return BOUND_NAMES[token.bound];
  const bounds = rangeEnds(token).find(({ end }) => isSame(claim, end))?.bounds ?? [];
  return bounds.map((bound) => BOUND_NAMES[bound]).join('”或“');
}

/** A mention with the few characters around it that make out which one is meant. */
function surroundings({ mark: { text } }: Line, { start, end }: FigureToken): string {
  const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`;
}

const AROUND = 8;

const BOUND_NAMES: Readonly<Record<ClaimBound | Bound, string>> = {
  stated: '没有界限词',
  atLeast: '以上（不低于、达到）',
  moreThan: '超过',
  atMost: '不超过（最高）',
  lessThan: '不满（低于）',
  about: '左右',
  count: '至少',
  equals: '正好',
  cap: '不超过（最高）',
  floor: '不低于（不足）',
  smallest: '不超过（最高）',
  budget: '总额',
  rounding: '没有界限词',
  any: '没有界限词',
};
