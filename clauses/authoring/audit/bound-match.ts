import { equal, ONE } from '../../numbers/exact.ts';
import { normalizedSpan } from '../../text/normalize.ts';
import type { BareToken, Bound, NumberToken, RangeToken } from '../../text/token.ts';
import type { ClaimBound } from '../compile/scope/claims.ts';
import { isSame } from './figure-match.ts';
import type { FigureClaim, FigureToken, MarkedPassage } from './marked-passage.ts';
import { agreesWithRefusal, grantedBound, isExcessRefused } from './refusal-phrases.ts';

/** Whether a literal of a rule is bounded as a number of the text is. */
type Agreement = (claim: FigureClaim, token: NumberToken, passage: MarkedPassage) => boolean;

/** How each bound of a rule agrees with the bound of a number. */
const AGREEMENTS: Readonly<Record<ClaimBound, Agreement>> = {
  stated: agreesAsThreshold,
  atLeast: agreesAsThreshold,
  moreThan: agreesAsThreshold,
  atMost: agreesAsThreshold,
  lessThan: agreesAsThreshold,
  about: agreesAsThreshold,
  equals: oneOf('stated'),
  // 至少符合2项: a verb separates the bound word from the number.
  count: oneOf('stated', 'atLeast'),
  cap: (_, token, passage) =>
    token.bound === 'atMost' ||
    (token.bound === 'stated' && CEILING.test(passage.normalized.text)) ||
    limitsPayment(token, passage),
  smallest: (_, token, passage) =>
    token.bound === 'atMost' || token.bound === 'stated' || limitsPayment(token, passage),
  // 不足10万元的按10万元: the second figure is the amount that is paid.
  floor: oneOf('stated', 'atLeast', 'lessThan'),
  budget: (_, token, passage) =>
    token.bound === 'atMost' || token.bound === 'stated' || isExceededBudget(token, passage),
  rounding: () => true,
  any: () => true,
};

/** Whether a rule bounds a figure as the text does. Digits without a unit have no bound and agree with every rule. */
export function boundAgrees(
  claim: FigureClaim,
  token: FigureToken | BareToken,
  passage: MarkedPassage,
): boolean {
  switch (token.kind) {
    case 'bare':
      return true;
    case 'range':
      return endAgrees(claim, token);
    case 'number':
      return isBoundedByHead(claim, token, passage) || AGREEMENTS[claim.bound](claim, token, passage);
  }
}

function oneOf(...bounds: readonly Bound[]): Agreement {
  return (_, { bound }) => bounds.includes(bound);
}

/** Whether a head or sentence of the table gives a number alone in its cell the bound of the rule. */
function isBoundedByHead(
  { bound }: FigureClaim,
  token: NumberToken,
  { headed = [] }: MarkedPassage,
): boolean {
  const inWords = bound === 'cap' || bound === 'smallest' ? 'atMost' : bound;
  return token.bound === 'stated' && headed.some((each) => each === inWords);
}

function agreesAsThreshold(claim: FigureClaim, token: NumberToken, passage: MarkedPassage): boolean {
  const granted = claim.path.includes('when') ? grantedBound(token, passage) : undefined;
  if (granted !== undefined) return agreesWithRefusal(claim, token, granted);
  return (
    token.bound === claim.bound || (token.bound === 'stated' && isBoundedInOtherWords(claim, token, passage))
  );
}

const CEILING = /为限|封顶|上限|限额|以内/;

/** Whether the text limits the payment to the figure without a bound word for a maximum. */
function limitsPayment(token: NumberToken, passage: MarkedPassage): boolean {
  return isActualCostPaidBelow(token, passage) || isExcessRefused(token, passage);
}

/** 每个展位资助1.5万元（金额低于1.5万元的按实资助）: the figure is the maximum, and a lower cost is paid as it is. */
function isActualCostPaidBelow(
  { bound, value }: NumberToken,
  { normalized, tokens }: MarkedPassage,
): boolean {
  if (bound !== 'lessThan' && bound !== 'stated') return false;
  return tokens.some((other) => {
    if (other.kind !== 'number' || other.bound !== 'lessThan' || !equal(other.value, value)) return false;
    const { end } = normalizedSpan(normalized, other);
    return /^的?,?(?:按实|据实|按实际)/.test(normalized.text.slice(end, end + 5));
  });
}

const TOTAL_EXCEEDS = /(?:总额|总量|总数|合计|资金|规模|预算)[^,。;:!?]{0,8}超[过出]$/;

/** 应兑现总额超过500万元的，按同比例折算: awards are reduced in proportion, so that the figure is the budget. */
function isExceededBudget(token: NumberToken, { normalized }: MarkedPassage): boolean {
  const before = normalized.text.slice(0, normalizedSpan(normalized, token).start);
  return token.bound === 'moreThan' && TOTAL_EXCEEDS.test(before) && normalized.text.includes('比例');
}

/** Whether other words than a bound word make a threshold of a figure. */
function isBoundedInOtherWords(claim: FigureClaim, token: NumberToken, passage: MarkedPassage): boolean {
  if (claim.bound === 'atMost') return isInFirstOrWithin(claim, token, passage);
  return claim.bound === 'atLeast' && isThresholdInWords(claim, token, passage);
}

/** 前三年, 前10%, 五年内 are maxima. A term of payment (连续3年内) is no threshold. */
function isInFirstOrWithin(
  { path }: FigureClaim,
  token: NumberToken,
  { normalized }: MarkedPassage,
): boolean {
  if (path.includes('term') || !/^(?:year|quarter|month|day|ratio)$/.test(token.dimension)) return false;
  const { start, end } = normalizedSpan(normalized, token);
  return (
    /(?<![提目此之以事])前$/.test(normalized.text.slice(0, start)) || normalized.text.charAt(end) === '内'
  );
}

const THRESHOLD = /(?:门槛|起点|起补点)[^,。;:\d]{0,8}$/;

/** 投资门槛放宽至200万元 names a threshold; 每吸引一家 applies from the first one on. */
function isThresholdInWords(
  { value }: FigureClaim,
  token: NumberToken,
  { normalized }: MarkedPassage,
): boolean {
  const before = normalized.text.slice(0, normalizedSpan(normalized, token).start);
  const isCount = token.dimension === 'person' || token.dimension.startsWith('count:');
  return THRESHOLD.test(before) || (isCount && equal(value, ONE) && /每[^,。;年季月]*$/.test(before));
}

const LOWER = ['atLeast', 'moreThan'] as const;
const UPPER = ['atMost', 'lessThan'] as const;

/** The two ends of a range, each as a number, with the bounds that a rule may give it; any bound where there are none. */
export function rangeEnds(token: RangeToken): { end: NumberToken; bounds: readonly Bound[] }[] {
  const { kind: _, from, to, fromBound, toBound, ...rest } = token;
  const isBounded = token.bound !== 'stated';
  const lower = fromBound === undefined ? LOWER : [fromBound];
  const upper = toBound === undefined ? UPPER : [toBound];
  return [
    {
      end: { ...rest, kind: 'number', value: from },
      bounds: isBounded && fromBound === undefined ? [] : lower,
    },
    { end: { ...rest, kind: 'number', value: to }, bounds: isBounded && toBound === undefined ? [] : upper },
  ];
}

/**
 * A threshold agrees with an end of a range as its （含） or （不含） says; without either, the author decides whether the end
 * belongs to the range. Other bounds are not compared (5%至10% of a base).
 */
function endAgrees(claim: FigureClaim, token: RangeToken): boolean {
  const { bound } = claim;
  if (![...LOWER, ...UPPER].some((each) => each === bound)) return true;
  return rangeEnds(token).some(
    ({ end, bounds }) => isSame(claim, end) && (bounds.length === 0 || bounds.some((each) => each === bound)),
  );
}

/**
 * 150公里（含）以内的……，150公里以上300公里……: the text includes one figure in two neighbouring tiers, and the rule includes
 * it in one of them. `same` are the literals of the rule with the value of the token.
 */
export function isEndOfTwoTiers(
  token: NumberToken,
  same: readonly FigureClaim[],
  passage: MarkedPassage,
): boolean {
  const { bound, value, dimension } = token;
  if (bound !== 'atLeast' && bound !== 'atMost') return false;
  const [strict, opposite] = bound === 'atLeast' ? ['moreThan', 'atMost'] : ['lessThan', 'atLeast'];
  return (
    [strict, opposite].every((each) => same.some((claim) => claim.bound === each)) &&
    passage.tokens.some(
      (other) =>
        other.kind === 'number' &&
        other.bound === opposite &&
        other.dimension === dimension &&
        equal(other.value, value),
    )
  );
}
