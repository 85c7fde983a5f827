import { equal } from '../../numbers/exact.ts';
import type { NumberToken } from '../../text/token.ts';
import type { Claimant } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { boundAgrees } from './bound-match.ts';
import type { AuditContext } from './context.ts';
import { isSame } from './figure-match.ts';
import { type FigureClaim, figureClaims, type MarkedPassage, placeOf, ruleNote } from './marked-passage.ts';

/**
 * Checks that rules contain the figures of a 分别 list in the order of the text: across rules by the ids of the mark, within
 * one rule as it was written. Two lists of equal length (突破1亿元、5亿元的，分别奖励10万元、30万元) may both be in reverse order.
 */
export function checkRespectiveLists({ passages }: AuditContext): Finding[] {
  return passages.flatMap((passage) => {
    const lists = listsOf(passage);
    const reversed = lists.filter((list) => isInOrder(claimsOn(passage, list), [...list].reverse()));
    const isReversed = (list: readonly NumberToken[]): boolean =>
      reversed.includes(list) && reversed.some((other) => other !== list && other.length === list.length);
    return lists.filter((list) => !isReversed(list)).flatMap((list) => checkList(passage, list));
  });
}

function claimsOn(passage: MarkedPassage, list: readonly NumberToken[]): FigureClaim[][] {
  return passage.claimants.map((claimant) => claimsOf(claimant, list, passage));
}

function listsOf(passage: MarkedPassage): readonly (readonly NumberToken[])[] {
  const lists = new Map<number, NumberToken[]>();
  for (const token of passage.tokens)
    if (token.kind === 'number' && token.group !== undefined)
      lists.set(token.group, [...(lists.get(token.group) ?? []), token]);
  return [...lists.values()].map((list) => list.sort((a, b) => (a.place ?? 0) - (b.place ?? 0)));
}

function checkList(passage: MarkedPassage, list: readonly NumberToken[]): Finding[] {
  const claims = claimsOn(passage, list);
  const rule = claims.flat();
  const complete = list.every((token) => rule.some((claim) => isSame(claim, token)));
  if (!complete || isInOrder(claims, list)) return [];
  const given = {
    rule: rule.map((claim) => claim.text).join('、'),
    text: list.map((token) => token.text.trim()).join('、'),
  };
  return [finding('orderMismatch', placeOf(passage), given, passage.claimants.map(ruleNote))];
}

function claimsOf(claimant: Claimant, list: readonly NumberToken[], passage: MarkedPassage): FigureClaim[] {
  return figureClaims(claimant).filter((claim) =>
    list.some((token) => isSame(claim, token) && boundAgrees(claim, token, passage)),
  );
}

/**
 * A rule may contain a figure more than once (for two readings); its first occurrence counts. Where several rules share
 * figures of the list, each has its own order.
 */
function isInOrder(claims: readonly (readonly FigureClaim[])[], list: readonly NumberToken[]): boolean {
  const full = claims.flat();
  if (full.length === list.length) return follows(full, list);
  const once = claims.flatMap(firstOccurrences);
  if (follows(once, list)) return true;
  const owners = claims.filter((each) => each.length > 0);
  if (owners.length > 1 && once.length > list.length)
    return owners.every((own) => ascends(firstOccurrences(own), list));
  const distinct = list.filter(
    (token, index) => !list.slice(0, index).some((each) => equal(each.value, token.value)),
  );
  return owners.length === 1 && follows(once, distinct);
}

/** Whether literals are in the order of the list; the list may contain others between them. */
function ascends(claims: readonly FigureClaim[], list: readonly NumberToken[]): boolean {
  let from = 0;
  return claims.every((claim) => {
    const at = list.findIndex((token, index) => index >= from && isSame(claim, token));
    from = at + 1;
    return at >= 0;
  });
}

function firstOccurrences(claims: readonly FigureClaim[]): FigureClaim[] {
  return claims.filter(
    (claim, index) => !claims.slice(0, index).some((each) => equal(each.value, claim.value)),
  );
}

function follows(claims: readonly FigureClaim[], list: readonly NumberToken[]): boolean {
  return (
    claims.length === list.length &&
    list.every((token, index) => {
      const claim = claims[index];
      return claim !== undefined && isSame(claim, token);
    })
  );
}
