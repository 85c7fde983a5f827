import { equal, integer, ONE, ZERO } from '../../numbers/exact.ts';
import type { Bound, Token } from '../../text/token.ts';
import type { Claimant, ClaimBound } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { boundAgrees, isEndOfTwoTiers, rangeEnds } from './bound-match.ts';
import { type AuditContext, passagesOf } from './context.ts';
import {
  inNotationOfRule,
  isComparable,
  isSame,
  isUnitOfPrice,
  statesHalfInWords,
  statesRoundingInWords,
  statesYearAsOrdinal,
} from './figure-match.ts';
import {
  type FigureClaim,
  type FigureToken,
  figureClaims,
  isFigure,
  isQuoted,
  isUnused,
  type MarkedPassage,
  placeOf,
  ruleNote,
  sentenceNote,
} from './marked-passage.ts';
import { grantedBound } from './refusal-phrases.ts';

/** A figure of the text with its passage. */
interface Stated {
  readonly passage: MarkedPassage;
  readonly token: FigureToken;
}

/** A literal with its rule. */
interface Claimed {
  readonly claimant: Claimant;
  readonly claim: FigureClaim;
}

/** Checks that the marks contain every literal of a rule with the same bound, and the rules every figure of a mark. */
export function checkFigures(audit: AuditContext): Finding[] {
  const { passages, claimants } = audit;
  const missing = claimants.flatMap((claimant) => missingFigures(claimant, audit));
  const misread = claimants.flatMap((claimant) => misreadFigures(claimant, audit));
  const open = passages.flatMap((passage) =>
    openFigures(passage, new Set(misread.map(({ claim }) => claim))),
  );
  const { findings, rest } = pairUp(missing, open);
  return [
    ...misread.map(({ claim, stated }) => boundFinding(claim, stated)),
    ...findings,
    ...passages.flatMap(openDigits),
    ...rest.map(({ passage, token }) =>
      finding('textNotInRule', placeOf(passage), { text: token.text }, passage.claimants.map(ruleNote)),
    ),
  ];
}

/** The literals of a rule that its marks state neither as a figure nor in words. */
function missingFigures(claimant: Claimant, audit: AuditContext): Claimed[] {
  const own = passagesOf(claimant, audit);
  if (own.length === 0) return [];
  const missing = figureClaims(claimant)
    .filter((claim) => claim.dimension !== 'date')
    .filter(
      (claim) =>
        !own.some(
          (passage) =>
            passage.tokens.some((token) => isNamed(claim, token)) ||
            statesYearAsOrdinal(claim, passage) ||
            statesHalfInWords(claim, passage) ||
            statesRoundingInWords(claim, passage),
        ),
    )
    .map((claim) => ({ claimant, claim }));
  const [share, ...others] = missing.filter(({ claim }) => claim.path.includes('schedule'));
  const isRemainder = others.length === 0 && own.some(({ normalized }) => REMAINDER.test(normalized.text));
  return isRemainder ? missing.filter((each) => each !== share) : missing;
}

/** 首期60%，余款验收后拨付: one share may have no figure, because it is the remainder. */
const REMAINDER = /余款|余额|剩余|其余|余下|剩下|尾款/;

function isNamed(claim: FigureClaim, token: Token): boolean {
  return (isFigure(token) || token.kind === 'bare') && isSame(claim, token);
}

/** Whether arithmetic may need a literal that no text states: zero, the whole (100%), and the 12个月 of a year. */
function isNeutral({ value, dimension }: FigureClaim): boolean {
  if (equal(value, ZERO)) return true;
  if (dimension === 'month') return equal(value, TWELVE);
  return (dimension === 'ratio' || dimension === 'plain') && equal(value, ONE);
}

const TWELVE = integer(12);

/** The figures of a passage that no rule contains with the same bound. Figures with another bound are reported as misread. */
function openFigures(passage: MarkedPassage, misread: ReadonlySet<FigureClaim>): Stated[] {
  const claims = passage.claimants.flatMap(figureClaims);
  return passage.tokens
    .filter(isFigure)
    .filter(
      (token) =>
        !isClaimed(token, claims, passage) &&
        !claims.some((claim) => misread.has(claim) && isSame(claim, token)),
    )
    .filter((token) => !isUnused(passage, token, passage.claimants) && !isQuoted(token, passage.claimants))
    .map((token) => ({ passage, token }));
}

/**
 * Whether a rule has two readings of a bound that the text states clearly. 突破 may mean 超过 or 达到, so that a rule has both;
 * 达到 has one meaning (民法典 1259).
 */
function isUnambiguous({ bound }: { bound: Bound }, claims: readonly FigureClaim[]): boolean {
  const guarded = claims.filter((claim) => claim.guarded).map((claim) => claim.bound);
  return bound === 'atLeast' && guarded.includes('moreThan') && guarded.includes('atLeast');
}

/** Digits without a unit outside protected words: a misprinted ISO10021, or an unknown unit. */
function openDigits(passage: MarkedPassage): Finding[] {
  const claims = passage.claimants.flatMap(figureClaims);
  return passage.tokens
    .filter((token) => token.kind === 'bare')
    .filter((token) => !claims.some((claim) => isSame(claim, token)))
    .filter((token) => !isUnused(passage, token, passage.claimants) && !isQuoted(token, passage.claimants))
    .map((token) =>
      finding('textNotInRule', placeOf(passage), { text: token.text }, passage.claimants.map(ruleNote)),
    );
}

/** Whether one of the literals is the figure, with the same bound. Both ends of a range must be among them. */
export function isClaimed(
  token: FigureToken,
  claims: readonly FigureClaim[],
  passage: MarkedPassage,
): boolean {
  if (token.kind === 'number') {
    if (token.each && isUnitOfPrice(token, claims)) return true;
    const same = claims.filter((claim) => isSame(claim, token));
    const isAgreed = same.some((claim) => boundAgrees(claim, token, passage)) && !isUnambiguous(token, same);
    return isAgreed || isEndOfTwoTiers(token, same, passage);
  }
  return rangeEnds(token).every(({ end }) => claims.some((claim) => isSame(claim, end)));
}

/** Reports a literal and a figure that differ as one mistake instead of two. Zero is paired with no figure. */
function pairUp(
  missing: readonly Claimed[],
  open: readonly Stated[],
): { findings: Finding[]; rest: Stated[] } {
  const rest = [...open];
  const specific = missing.filter(({ claim }) => !isNeutral(claim));
  const neutral = missing.filter(({ claim }) => isNeutral(claim) && !equal(claim.value, ZERO));
  const findings = [...specific, ...neutral].flatMap(({ claimant, claim }) => {
    const place = { path: claim.path };
    const other = likeliestFigure(claimant, claim, rest);
    if (isNeutral(claim) && other?.token.dimension !== claim.dimension) return [];
    if (other === undefined) return [finding('ruleNotInText', place, { rule: claim.text })];
    rest.splice(rest.indexOf(other), 1);
    const given = { rule: claim.text, text: inNotationOfRule(other.token, claim) };
    return [finding('figureMismatch', place, given, [sentenceNote(other.passage)])];
  });
  return { findings, rest };
}

/** The figure of the text that a literal was probably meant to be: one with the same bound first. */
function likeliestFigure(
  claimant: Claimant,
  claim: FigureClaim,
  open: readonly Stated[],
): Stated | undefined {
  const comparable = open.filter(
    ({ passage, token }) => passage.claimants.includes(claimant) && isComparable(claim, token),
  );
  return comparable.find(({ passage, token }) => boundAgrees(claim, token, passage)) ?? comparable[0];
}

/**
 * The literals that the text states with another bound. For readings of the bound itself (突破 as 达到 or 超过) it is enough
 * that one of them agrees.
 */
function misreadFigures(claimant: Claimant, audit: AuditContext): { claim: FigureClaim; stated: Stated }[] {
  const own = passagesOf(claimant, audit);
  const claims = figureClaims(claimant);
  return claims.flatMap((claim) => {
    const stated = statedOf(claim, own);
    const agrees = (other: FigureClaim): boolean =>
      stated.some(({ passage, token }) => isSame(other, token) && boundAgrees(other, token, passage));
    const excused = claim.guarded && claims.some((other) => other.guarded && agrees(other));
    const differing =
      stated.find(
        ({ passage, token }) =>
          !claims.some((other) => isSame(other, token) && boundAgrees(other, token, passage)),
      ) ?? stated[0];
    return differing === undefined || agrees(claim) || excused ? [] : [{ claim, stated: differing }];
  });
}

function statedOf(claim: FigureClaim, passages: readonly MarkedPassage[]): Stated[] {
  return passages.flatMap((passage) =>
    passage.tokens.flatMap((token) => (isFigure(token) && isSame(claim, token) ? [{ passage, token }] : [])),
  );
}

function boundFinding(claim: FigureClaim, { passage, token }: Stated): Finding {
  const given = {
    sentence: claim.text,
    rule: BOUND_NAMES[claim.bound],
    text: statedBound(claim, token, passage),
    quote: surroundings(passage, token),
  };
  return finding('boundMismatch', { path: claim.path }, given, [sentenceNote(passage)]);
}

function statedBound(claim: FigureClaim, token: FigureToken, passage: MarkedPassage): string {
  const granted = token.kind === 'number' ? grantedBound(token, passage) : undefined;
  if (granted !== undefined) return `${BOUND_NAMES[granted]}的才给`;
  if (token.kind === 'number') return BOUND_NAMES[token.bound];
  const bounds = rangeEnds(token).find(({ end }) => isSame(claim, end))?.bounds ?? [];
  return bounds.map((bound) => BOUND_NAMES[bound]).join('”或“');
}

/** A figure with a few characters around it that identify it. */
function surroundings({ mark: { text } }: MarkedPassage, { start, end }: FigureToken): string {
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
