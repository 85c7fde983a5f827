import { equal } from '../../numbers/exact.ts';
import { squeezedSpan } from '../../text/normalize.ts';
import type { Bound, NumberToken } from '../../text/token.ts';
import { type FigureClaim, figureClaims, type Line } from './lines.ts';

/** What a refusal leaves: 不满500万元的不补 grants from 500万元 on. */
const LEFT: Readonly<Partial<Record<Bound, Bound>>> = {
  atLeast: 'lessThan',
  moreThan: 'atMost',
  atMost: 'moreThan',
  lessThan: 'atLeast',
};

const NOT_GRANTED =
  '(?:一律|均|原则上|则)?(?:不予|不给予|不(?:再)?(?:补|奖|资助|享受|支持|纳入|列入|适用|兑现|安排)|不得(?:享受|申报|申请|参评|获得)|取消(?=资格|[奖补支]))(?!重复|同时|其他|其它|同类)';
/**
 * Behind a threshold: 不满20万元的不补, 低于500万元的企业，不予支持, 低于500万元或者…的除外. A part (超过的部分不补) is no threshold,
 * and what is granted (最高5万元的奖励，不再…) none either.
 */
const REFUSED = new RegExp(
  `^(?:\\([^()]*\\))?(?:[及或]?以[上下内]|之内)?(?!的?部分)[^,。;:!?]{0,32}?的(?!部分)(?:(?:(?!奖|补|资助|支持|扶持|贴息)[^,。;:!?]){0,8},?${NOT_GRANTED}|除外|[以之]?外,)`,
);
/** 超过500万元的部分不予补助: the figure is the most that counts. */
const PART_REFUSED = new RegExp(`^的?部分[^,。;:!?]{0,8},?(?:${NOT_GRANTED}|不计)`);

/** Whether what exceeds a figure is left out. */
export function isExcessRefused(token: NumberToken, { squeezed }: Line): boolean {
  const { end } = squeezedSpan(squeezed, token);
  return token.bound === 'moreThan' && PART_REFUSED.test(squeezed.text.slice(end, end + 40));
}

/** 有下列情形之一的，不予支持： stands above a list of what is refused. */
const LEAD = new RegExp(`${NOT_GRANTED}[^。;]*:$`);

/** Marks the lines of a list that a sentence of the same rule refuses, up to its full stop. */
export function withRefusals(lines: readonly Line[]): Line[] {
  const open = new Set<string>();
  return lines.map((line) => {
    const names = line.claimants.map(({ name }) => name);
    const refused = names.some((name) => open.has(name));
    for (const name of names) {
      if (LEAD.test(line.squeezed.text)) open.add(name);
      else if (line.squeezed.text.endsWith('。')) open.delete(name);
    }
    return refused ? { ...line, refused } : line;
  });
}

/** The bound that a threshold has where its text refuses what it names: the opposite one; `undefined` where it grants. */
export function boundLeft(token: NumberToken, line: Line): Bound | undefined {
  const { end } = squeezedSpan(line.squeezed, token);
  const isRefused = line.refused === true || REFUSED.test(line.squeezed.text.slice(end, end + 80));
  return isRefused ? LEFT[token.bound] : undefined;
}

/** Whether a rule grants what a refusal leaves; one of several cases may name what is refused itself, with nothing for it. */
export function agreesWithRefusal({ bound, path }: FigureClaim, token: NumberToken, left: Bound): boolean {
  return bound === left || (bound === token.bound && path.includes('cases'));
}

/** Whether a rule answers a refusal of the line by the threshold that it leaves. */
export function grantsRest(line: Line): boolean {
  const claims = line.claimants.flatMap(figureClaims);
  return line.tokens.some((token) => {
    if (token.kind !== 'number') return false;
    const left = isExcessRefused(token, line) ? ['smallest', 'cap'] : [boundLeft(token, line)];
    const same = claims.filter(
      (claim) => claim.dimension === token.dimension && equal(claim.value, token.value),
    );
    return same.some(({ bound }) => left.some((each) => each === bound));
  });
}
