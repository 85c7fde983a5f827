import { describe, expect, test } from 'vitest';
import { boundAgrees } from '../../../../clauses/authoring/audit/bound-match.ts';
import {
  type FigureClaim,
  type MarkedPassage,
  readMarkedPassages,
} from '../../../../clauses/authoring/audit/marked-passage.ts';
import type { ClaimBound } from '../../../../clauses/authoring/compile/scope/claims.ts';
import type { Bound, NumberToken, RangeToken } from '../../../../clauses/text/token.ts';
import { markedBody, must } from '../policy-in-yaml.ts';

/** The bounds of a text that agree with each bound of a rule, separated by blanks. */
type Table = Readonly<Record<ClaimBound, string>>;

const BOUNDS = ['stated', 'atLeast', 'moreThan', 'atMost', 'lessThan', 'about'] as const satisfies Bound[];

/** What agrees where the text says nothing more than the bound and the figure. */
const ALONE: Table = {
  stated: 'stated',
  atLeast: 'atLeast',
  moreThan: 'moreThan',
  atMost: 'atMost',
  lessThan: 'lessThan',
  about: 'about',
  equals: 'stated',
  count: 'stated atLeast',
  cap: 'atMost',
  smallest: 'stated atMost',
  floor: 'stated atLeast lessThan',
  budget: 'stated atMost',
  rounding: 'stated atLeast moreThan atMost lessThan about',
  any: 'stated atLeast moreThan atMost lessThan about',
};

const CLAIM_BOUNDS = Object.keys(ALONE) as ClaimBound[];

/** A passage around a figure, and the rows that differ from `ALONE` because of it. */
interface Context {
  readonly name: string;
  readonly text: string;
  readonly path?: FigureClaim['path'];
  readonly passage?: Pick<MarkedPassage, 'headed' | 'refused'>;
  readonly differs: Partial<Table>;
}

/** A condition is met by what a refusal leaves. */
const REFUSED: Partial<Table> = {
  atLeast: 'lessThan',
  moreThan: 'atMost',
  atMost: 'moreThan',
  lessThan: 'atLeast',
};

const CONTEXTS: readonly Context[] = [
  { name: 'a figure alone', text: '给予10万元', differs: {} },
  {
    name: 'a cell under 达到',
    text: '10万元',
    passage: { headed: ['atLeast'] },
    differs: { atLeast: 'stated atLeast' },
  },
  {
    name: 'a cell under 超过',
    text: '10万元',
    passage: { headed: ['moreThan'] },
    differs: { moreThan: 'stated moreThan' },
  },
  {
    name: 'a cell under 最高',
    text: '10万元',
    passage: { headed: ['atMost'] },
    differs: { atMost: 'stated atMost', cap: 'stated atMost' },
  },
  {
    name: 'a cell under 低于',
    text: '10万元',
    passage: { headed: ['lessThan'] },
    differs: { lessThan: 'stated lessThan' },
  },
  { name: 'a ceiling in other words', text: '补助以10万元为限', differs: { cap: 'stated atMost' } },
  {
    name: 'a total that is cut down in proportion',
    text: '资金总额超过10万元的，按同比例折算',
    differs: { budget: 'stated moreThan atMost' },
  },
  {
    name: 'an amount below which the actual cost is paid',
    text: '资助10万元（低于10万元的按实资助）',
    differs: { cap: 'stated atMost lessThan', smallest: 'stated atMost lessThan' },
  },
  {
    name: 'a refused excess',
    text: '超过10万元的部分不予补助',
    differs: { cap: 'moreThan atMost', smallest: 'stated moreThan atMost' },
  },
  {
    name: 'a refused excess under a condition',
    text: '超过10万元的部分不予补助',
    path: ['when'],
    differs: { cap: 'moreThan atMost', smallest: 'stated moreThan atMost' },
  },
  { name: 'a refusal outside a condition', text: '低于10万元的，不予支持', differs: {} },
  {
    name: 'a refusal under a condition',
    text: '低于10万元的，不予支持',
    path: ['when'],
    differs: REFUSED,
  },
  {
    name: 'a refusal under the condition of a case',
    text: '低于10万元的，不予支持',
    path: ['cases', 'when'],
    differs: {
      atLeast: 'atLeast lessThan',
      moreThan: 'moreThan atMost',
      atMost: 'moreThan atMost',
      lessThan: 'atLeast lessThan',
    },
  },
  {
    name: 'an item of a list of refusals',
    text: '营业收入10万元；',
    path: ['when'],
    passage: { refused: true },
    differs: REFUSED,
  },
  { name: 'the first years', text: '前10年', differs: { atMost: 'stated atMost' } },
  { name: 'the first years as a term of payment', text: '前10年', path: ['term'], differs: {} },
  { name: 'within years', text: '10年内', differs: { atMost: 'stated atMost' } },
  { name: 'a first amount of money', text: '前10万元', differs: {} },
  { name: 'a threshold by its name', text: '门槛放宽至10万元', differs: { atLeast: 'stated atLeast' } },
  { name: 'each one', text: '每吸引1家企业', differs: { atLeast: 'stated atLeast' } },
  { name: 'each ten', text: '每吸引10家企业', differs: {} },
];

const OPTIONS = { protectedWords: [], definedBounds: undefined };

function passageOf(text: string, change: Context['passage'] = {}): MarkedPassage {
  return {
    ...must(readMarkedPassages(markedBody(`<Clause id="a">${text}</Clause>`), [], OPTIONS)[0]),
    ...change,
  };
}

function claimOf(
  bound: ClaimBound,
  token: Pick<NumberToken, 'value' | 'dimension' | 'text'>,
  path: FigureClaim['path'] = [],
): FigureClaim {
  const { value, dimension, text } = token;
  return { kind: 'figure', bound, value, dimension, text, path, guarded: false };
}

describe('the bound of a rule and the bound of a figure agree as the table says', () => {
  test.each(CONTEXTS)('$name: $text', ({ text, path, passage: change, differs }) => {
    const passage = passageOf(text, change);
    const token = must(passage.tokens.find((each): each is NumberToken => each.kind === 'number'));
    const agreeing = CLAIM_BOUNDS.map((claimBound) => {
      const claim = claimOf(claimBound, token, path);
      return [
        claimBound,
        BOUNDS.filter((bound) => boundAgrees(claim, { ...token, bound }, passage)).join(' '),
      ];
    });
    expect(Object.fromEntries(agreeing)).toEqual({ ...ALONE, ...differs });
  });
});

/** What is no threshold agrees with any end of a range. */
const NO_THRESHOLD = 'stated about equals count cap smallest floor budget rounding any';

/** The thresholds of a rule that agree with each end of a range, beside what is no threshold. */
const RANGES: readonly (readonly [text: string, from: string, to: string])[] = [
  ['5万元至10万元', 'atLeast moreThan', 'atMost lessThan'],
  ['5万元（含）至10万元（不含）', 'atLeast', 'lessThan'],
  ['5万元至10万元以上', 'atLeast moreThan atMost lessThan', 'atLeast moreThan atMost lessThan'],
  ['5万元（含）至10万元以上', 'atLeast', 'atLeast moreThan atMost lessThan'],
  ['5万元至10万元（含）以内', 'atLeast moreThan atMost lessThan', 'atMost'],
];

test.each(RANGES)('the ends of %s agree with the thresholds that the text leaves open', (text, from, to) => {
  const passage = passageOf(text);
  const token = must(passage.tokens.find((each): each is RangeToken => each.kind === 'range'));
  for (const [value, thresholds] of [
    [token.from, from],
    [token.to, to],
  ] as const) {
    const agreeing = CLAIM_BOUNDS.filter((bound) =>
      boundAgrees(claimOf(bound, { ...token, value }, []), token, passage),
    );
    expect(agreeing.toSorted()).toEqual(`${thresholds} ${NO_THRESHOLD}`.split(' ').toSorted());
  }
});

test('digits without a unit have no bound to compare', () => {
  const passage = passageOf('型号10');
  const token = must(passage.tokens.find((each) => each.kind === 'bare'));
  for (const bound of CLAIM_BOUNDS)
    expect(boundAgrees(claimOf(bound, { ...token, dimension: 'plain' }), token, passage)).toBe(true);
});
