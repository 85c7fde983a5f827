import { equal } from '../../numbers/exact.ts';
import { normalizedSpan } from '../../text/normalize.ts';
import type { Bound, NumberToken } from '../../text/token.ts';
import { type FigureClaim, figureClaims, type MarkedPassage } from './marked-passage.ts';

/** The bound of what a refusal still grants: 不满500万元的不补 grants from 500万元 on. */
const OPPOSITES: Readonly<Partial<Record<Bound, Bound>>> = {
  atLeast: 'lessThan',
  moreThan: 'atMost',
  atMost: 'moreThan',
  lessThan: 'atLeast',
};

const NOT_GRANTED =
  '(?:一律|均|原则上|则)?(?:不予|不给予|不(?:再)?(?:补|奖|资助|享受|支持|纳入|列入|适用|兑现|安排)|不得(?:享受|申报|申请|参评|获得)|取消(?=资格|[奖补支]))(?!重复|同时|其他|其它|同类)';
/**
 * After a threshold: 不满20万元的不补, 低于500万元的企业，不予支持, 低于500万元或者…的除外. Neither a part (超过的部分不补) nor an amount
 * that is granted (最高5万元的奖励，不再…) is a threshold.
 */
const REFUSED = new RegExp(
  `^(?:\\([^()]*\\))?(?:[及或]?以[上下内]|之内)?(?!的?部分)[^,。;:!?]{0,32}?的(?!部分)(?:(?:(?!奖|补|资助|支持|扶持|贴息)[^,。;:!?]){0,8},?${NOT_GRANTED}|除外|[以之]?外,)`,
);
/** 超过500万元的部分不予补助: amounts count up to the figure. */
const PART_REFUSED = new RegExp(`^的?部分[^,。;:!?]{0,8},?(?:${NOT_GRANTED}|不计)`);

/** Whether the text refuses the part above a figure. */
export function isExcessRefused(token: NumberToken, { normalized }: MarkedPassage): boolean {
  const { end } = normalizedSpan(normalized, token);
  return token.bound === 'moreThan' && PART_REFUSED.test(normalized.text.slice(end, end + 40));
}

/** 有下列情形之一的，不予支持： introduces a list of refusals. */
const LIST_LEAD = new RegExp(`${NOT_GRANTED}[^。;]*:$`);

/** Sets `refused` on the items of lists that a sentence of the same rule refuses; a list ends at its full stop. */
export function withRefusedItems(passages: readonly MarkedPassage[]): MarkedPassage[] {
  const open = new Set<string>();
  return passages.map((passage) => {
    const names = passage.claimants.map(({ name }) => name);
    const refused = names.some((name) => open.has(name));
    for (const name of names) {
      if (LIST_LEAD.test(passage.normalized.text)) open.add(name);
      else if (passage.normalized.text.endsWith('。')) open.delete(name);
    }
    return refused ? { ...passage, refused } : passage;
  });
}

/** The bound of what remains granted where the text refuses a threshold: the opposite one. `undefined` where it refuses nothing. */
export function grantedBound(token: NumberToken, passage: MarkedPassage): Bound | undefined {
  const { end } = normalizedSpan(passage.normalized, token);
  const isRefused = passage.refused === true || REFUSED.test(passage.normalized.text.slice(end, end + 80));
  return isRefused ? OPPOSITES[token.bound] : undefined;
}

/** Whether a rule grants what a refusal leaves. One of several cases may also state the refused bound, with no award. */
export function agreesWithRefusal({ bound, path }: FigureClaim, token: NumberToken, granted: Bound): boolean {
  return bound === granted || (bound === token.bound && path.includes('cases'));
}

/** Whether a rule covers a refusal of the passage: it has the opposite threshold, or a cap for a refused excess. */
export function hasThresholdForRefusal(passage: MarkedPassage): boolean {
  const claims = passage.claimants.flatMap(figureClaims);
  return passage.tokens.some((token) => {
    if (token.kind !== 'number') return false;
    const covering = isExcessRefused(token, passage) ? ['smallest', 'cap'] : [grantedBound(token, passage)];
    const same = claims.filter(
      (claim) => claim.dimension === token.dimension && equal(claim.value, token.value),
    );
    return same.some(({ bound }) => covering.some((each) => each === bound));
  });
}
