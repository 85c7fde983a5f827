import { equal } from '../../numbers/exact.ts';
import type { NumberToken } from '../../text/token.ts';
import type { Claimant } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { boundAgrees, isSame } from './figure-match.ts';
import { claimantNote, type FigureClaim, figureClaims, type Line, placeOf } from './lines.ts';

/**
 * The figures behind 分别 are claimed in their order: by the ids of the mark, and within one rule as it is written. Two
 * lists that go together (突破1亿元、5亿元的，分别奖励10万元、30万元) may both be told from their ends, the highest first.
 */
export function checkRespective(lines: readonly Line[]): Finding[] {
  return lines.flatMap((line) => {
    const lists = listsOf(line);
    const turned = lists.filter((list) => isInOrder(claimsOn(line, list), [...list].reverse()));
    const isTurned = (list: readonly NumberToken[]): boolean =>
      turned.includes(list) && turned.some((other) => other !== list && other.length === list.length);
    return lists.filter((list) => !isTurned(list)).flatMap((list) => checkList(line, list));
  });
}

function claimsOn(line: Line, list: readonly NumberToken[]): FigureClaim[][] {
  return line.claimants.map((claimant) => claimsOf(claimant, list, line));
}

function listsOf(line: Line): readonly (readonly NumberToken[])[] {
  const lists = new Map<number, NumberToken[]>();
  for (const token of line.tokens)
    if (token.kind === 'number' && token.group !== undefined)
      lists.set(token.group, [...(lists.get(token.group) ?? []), token]);
  return [...lists.values()].map((list) => list.sort((a, b) => (a.place ?? 0) - (b.place ?? 0)));
}

function checkList(line: Line, list: readonly NumberToken[]): Finding[] {
  const claims = claimsOn(line, list);
  const rule = claims.flat();
  const complete = list.every((token) => rule.some((claim) => isSame(claim, token)));
  if (!complete || isInOrder(claims, list)) return [];
  const given = {
    rule: rule.map((claim) => claim.text).join('、'),
    text: list.map((token) => token.text.trim()).join('、'),
  };
  return [finding('orderMismatch', placeOf(line), given, line.claimants.map(claimantNote))];
}

function claimsOf(claimant: Claimant, list: readonly NumberToken[], line: Line): FigureClaim[] {
  return figureClaims(claimant).filter((claim) =>
    list.some((token) => isSame(claim, token) && boundAgrees(claim, token, line)),
  );
}

/**
 * A rule may name a figure more than once (for two readings); what counts then is where it does so first. Rules that share
 * figures of the list have each an order of their own.
 */
function isInOrder(claims: readonly (readonly FigureClaim[])[], list: readonly NumberToken[]): boolean {
  const full = claims.flat();
  if (full.length === list.length) return follows(full, list);
  const once = claims.flatMap(firsts);
  if (follows(once, list)) return true;
  const owners = claims.filter((each) => each.length > 0);
  if (owners.length > 1 && once.length > list.length)
    return owners.every((own) => ascends(firsts(own), list));
  const different = list.filter(
    (token, index) => !list.slice(0, index).some((each) => equal(each.value, token.value)),
  );
  return owners.length === 1 && follows(once, different);
}

/** Whether figures follow each other as in the list, of which others may be left out. */
function ascends(claims: readonly FigureClaim[], list: readonly NumberToken[]): boolean {
  let from = 0;
  return claims.every((claim) => {
    const at = list.findIndex((token, index) => index >= from && isSame(claim, token));
    from = at + 1;
    return at >= 0;
  });
}

function firsts(claims: readonly FigureClaim[]): FigureClaim[] {
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
