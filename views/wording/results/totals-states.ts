import type { AppliedLimit, ClauseResult, MoneyRange } from '../../../clauses/index.ts';
import { isPoint, isZero, upTo } from '../money.ts';
import { VERDICTS } from '../terms.ts';
import { point } from './amount.ts';
import type { Said } from './result.ts';

/** The sums of the clauses of one standing, or of all that count, and what a sentence about them needs. */
export interface TotalsCase {
  readonly granted: MoneyRange;
  readonly atMost: MoneyRange;
  /** The award clauses of the sums. */
  readonly awards: readonly ClauseResult[];
  /** Said first: on what the sentence rests. */
  readonly lead: string;
  /** 文件明确给予, or 给予 where nothing can be had now. */
  readonly grants: string;
  /** Why the sums are ranges: `，看还没有答的 3 题`; empty where they are not. */
  readonly range: string;
  /** Why `granted` and `atMost` have no upper end, as the rest of 因为……; empty where only the text sets none. */
  readonly cause: { readonly granted: string; readonly atMost: string };
  /** The clauses whose text gives no figure. */
  readonly unstated: readonly ClauseResult[];
  /** The title of a joint limit that is 0. */
  readonly zeroLimit: string | undefined;
  /** `每个项目最高 500 万元`, where the sums are open only because it is not known how many there are. */
  readonly eachItem: Said | undefined;
}

/** One row of the table: when its sentence applies, and the sentence without its full stop. */
export interface TotalsState {
  readonly name: string;
  readonly holds: (sums: TotalsCase) => boolean;
  readonly say: (sums: TotalsCase) => Said;
}

/** What a sum may still become above its lower end. */
function sayAbove(cause: string): string {
  return cause === '' ? '文件没有写上限' : `上面还定不了，因为${cause}`;
}

const paysNothing = ({ granted, atMost }: TotalsCase): boolean => isNothing(granted) && isNothing(atMost);

/**
 * The sentences about sums, one for each state; the first that applies is shown. The order is part of the meaning: each row
 * excludes the rows above it.
 */
export const TOTALS_STATES: readonly TotalsState[] = [
  {
    name: 'nothing is met',
    holds: ({ awards }) => awards.every(({ verdict }) => verdict === 'ineligible'),
    say: ({ lead }) => [`${lead}都不符合`],
  },
  {
    name: 'no amount is stated',
    holds: (sums) => paysNothing(sums) && sums.unstated.length > 0,
    say: ({ lead, unstated, awards, zeroLimit }) => [
      `${lead}有 ${unstated.length} 条${sayWhich(unstated)}，但文件没有写明金额${sayWhoDecides(unstated)}`,
      hasFigure(awards) ? `；写明金额的，${sayNothingPaid(zeroLimit)}` : '',
    ],
  },
  {
    name: 'only titles, registers and the like',
    holds: (sums) => paysNothing(sums) && !hasFigure(sums.awards) && !hasNoResult(sums.awards),
    say: ({ lead, awards }) => [`${lead}${sayWhich(awards.filter(isOpenOrMet))}的条款不涉及资金`],
  },
  {
    name: 'a figure cannot be computed',
    holds: (sums) => paysNothing(sums) && !hasFigure(sums.awards),
    say: ({ lead, awards }) => [
      `${lead}${sayWhich(awards.filter(isOpenOrMet))}的条款，按所填的数字算不出金额`,
    ],
  },
  {
    name: 'a limit leaves nothing',
    holds: (sums) => paysNothing(sums) && sums.zeroLimit !== undefined,
    say: ({ lead, zeroLimit }) => [`${lead}能得 `, point('0'), `，因为受“${zeroLimit}”限制`],
  },
  {
    name: 'the figures come to nothing',
    holds: paysNothing,
    say: ({ lead }) => [`${lead}算出来是 `, point('0')],
  },
  {
    name: 'the authority decides the amount',
    holds: ({ granted, atMost }) => isNothing(granted) && isPoint(atMost),
    say: ({ lead, atMost }) => [`${lead}最多 `, atMost, '，由主管部门确定'],
  },
  {
    name: 'the authority decides, and answers are missing',
    holds: ({ granted, atMost }) => isNothing(granted) && atMost.max !== null,
    say: ({ lead, atMost, range }) => [`${lead}最多 `, upTo(atMost), range],
  },
  {
    name: 'one figure',
    holds: ({ granted, atMost }) => isPoint(granted) && sameRange(granted, atMost),
    say: ({ lead, grants, granted }) => [`${lead}${grants} `, granted],
  },
  {
    name: 'a figure, and more at the discretion of the authority',
    holds: ({ granted, atMost }) => isPoint(granted) && atMost.max !== null,
    say: ({ lead, grants, granted, atMost, range }) => [
      `${lead}${grants} `,
      granted,
      '，最多可以到 ',
      above(granted, atMost),
      range,
    ],
  },
  {
    name: 'a range',
    holds: ({ granted, atMost }) => granted.max !== null && sameRange(granted, atMost),
    say: ({ lead, granted, range }) => [`${lead}给予 `, granted, range],
  },
  {
    name: 'a range, and more at the discretion of the authority',
    holds: ({ granted, atMost }) => granted.max !== null && atMost.max !== null,
    say: ({ lead, granted, atMost, range }) => [
      `${lead}给予 `,
      granted,
      '，最多可以到 ',
      above(granted, atMost),
      range,
    ],
  },
  {
    name: 'the rule for one item',
    holds: ({ eachItem }) => eachItem !== undefined,
    say: ({ lead, eachItem = [], cause }) => [
      `${lead}`,
      ...eachItem,
      `；一共多少还定不了，因为${cause.atMost}`,
    ],
  },
  {
    name: 'nothing is sure',
    holds: ({ granted, atMost }) => granted.max === null && isZero(granted.min) && isZero(atMost.min),
    say: ({ lead, cause }) => [
      cause.granted === ''
        ? `${lead}能得多少，文件没有写上限`
        : `${lead}能得多少还定不了，因为${cause.granted}`,
    ],
  },
  {
    name: 'only the least of what may be granted is known',
    holds: ({ granted }) => granted.max === null && isZero(granted.min),
    say: ({ lead, atMost, cause }) => [
      `${lead}至少可以到 `,
      point(atMost.min),
      cause.granted === '' ? '，文件没有写上限' : `；明确给予多少还定不了，因为${cause.granted}`,
    ],
  },
  {
    name: 'only the least that is granted is known',
    holds: ({ granted }) => granted.max === null,
    say: ({ lead, granted, cause }) => [`${lead}至少 `, point(granted.min), `，${sayAbove(cause.granted)}`],
  },
  {
    name: 'the authority decides, without an upper end',
    holds: ({ granted }) => isNothing(granted),
    say: ({ lead, atMost, cause }) =>
      isZero(atMost.min)
        ? [`${lead}最多能得多少${sayNot(cause.atMost)}`]
        : [`${lead}至少可以到 `, point(atMost.min), `，${sayAbove(cause.atMost)}`],
  },
  {
    name: 'a figure, and more without an upper end',
    holds: ({ granted }) => isPoint(granted),
    say: ({ lead, grants, granted, atMost, cause }) => [
      `${lead}${grants} `,
      granted,
      ...(atMost.min === granted.min
        ? [`；最多能得多少${sayNot(cause.atMost)}`]
        : ['；至少可以到 ', point(atMost.min), `，${sayAbove(cause.atMost)}`]),
    ],
  },
  {
    name: 'a range, and more without an upper end',
    holds: () => true,
    say: ({ lead, granted, range, cause }) => [
      `${lead}给予 `,
      granted,
      `${range}；最多能得多少${sayNot(cause.atMost)}`,
    ],
  },
];

function sayNot(cause: string): string {
  return cause === '' ? '，文件没有写上限' : `还定不了，因为${cause}`;
}

/** The upper figure: its lower end adds nothing where that is no more than what is granted anyway. */
function above(granted: MoneyRange, atMost: MoneyRange): MoneyRange {
  return atMost.max !== null && (isZero(atMost.min) || atMost.min === granted.min)
    ? point(atMost.max)
    : atMost;
}

function isNothing(range: MoneyRange): boolean {
  return isPoint(range) && isZero(range.min);
}

function sameRange(one: MoneyRange, other: MoneyRange): boolean {
  return one.min === other.min && one.max === other.max;
}

function isOpenOrMet({ verdict }: ClauseResult): boolean {
  return verdict === 'eligible' || verdict === 'undetermined';
}

function hasFigure(awards: readonly ClauseResult[]): boolean {
  return awards.some((clause) => isOpenOrMet(clause) && clause.amount.kind === 'money');
}

function hasNoResult(awards: readonly ClauseResult[]): boolean {
  return awards.some(({ amount }) => amount.kind === 'none' && amount.why === 'undefined');
}

/** What is met for sure, and what only may be: an answer is missing, or the authority has to judge. */
function sayWhich(clauses: readonly ClauseResult[]): string {
  const met = clauses.filter(({ verdict, authority }) => verdict === 'eligible' && authority.length === 0);
  if (met.length === clauses.length) return '符合';
  return met.length === 0 ? VERDICTS.undetermined : `符合或者${VERDICTS.undetermined}`;
}

function sayNothingPaid(zeroLimit: string | undefined): string {
  return zeroLimit === undefined ? '按所填的数字算下来没有钱' : `受“${zeroLimit}”限制，得不到钱`;
}

/** Who sets the amount, where all of the clauses say the same. */
function sayWhoDecides(clauses: readonly ClauseResult[]): string {
  const why = new Set(clauses.map(({ amount }) => (amount.kind === 'none' ? amount.why : undefined)));
  if (why.size > 1) return '';
  if (why.has('elsewhere')) return '，能得多少由其他文件规定';
  return why.has('discretionary') ? '，能得多少由主管部门确定' : '';
}

/** The title of a limit over these sums that leaves nothing; `undefined` where none does. */
export function zeroLimitOf(
  limits: readonly AppliedLimit[],
  titleOf: (id: string) => string,
): string | undefined {
  const found = limits.find(({ range }) => range.max !== null && isZero(range.max));
  return found && titleOf(found.clause);
}
