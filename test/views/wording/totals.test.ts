import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CheckResult, ClauseResult, MoneyRange, OpenCause } from '../../../clauses/index.ts';
import { sayMoney } from '../../../views/wording/money.ts';
import { saidTotals, sayPlainly } from '../../../views/wording/results/totals.ts';
import { TOTALS_STATES } from '../../../views/wording/results/totals-states.ts';
import { clause, context, money, range, result } from '../results.ts';

const none = (
  why: 'elsewhere' | 'nonMonetary' | 'notStated' | 'undefined' | 'ineligible' | 'discretionary',
) => ({ kind: 'none', why }) as const;

const headline = (checked: CheckResult): string => sayPlainly(saidTotals(checked, context()).headline);

const no = clause('n', { verdict: 'ineligible', amount: none('ineligible') });
const upTo = (most: MoneyRange, more: Partial<ClauseResult> = {}): ClauseResult =>
  clause('m', { amount: money(range(0), most, { force: 'upTo' }), ...more });
const open = (
  name: string,
  least: MoneyRange,
  most = least,
  more: Partial<ClauseResult> = {},
): ClauseResult => clause(name, { verdict: 'undetermined', amount: money(least, most), ...more });
const title = clause('t', { amount: none('nonMonetary') });
const elsewhere = clause('e', { amount: none('elsewhere') });
const asks = (...names: string[]) => ({ missing: names.map((name) => `enterprise.${name}`) });
const sums = (granted: MoneyRange, atMost: MoneyRange = granted) => ({ granted, atMost });
const zeroTax = { limitedBy: [{ clause: 'town/doc#limit', ceiling: '0.00', range: range(0) }] };
const limited = money(range(0), range(0), {
  beforeLimits: { least: range(300_000), most: range(300_000), limits: ['town/doc#limit'] },
});

/** Every state of the sums of what counts, with the sentence; read aloud before it was written here. */
const STATES: readonly (readonly [string, CheckResult, string])[] = [
  ['no clauses at all', result([]), '这个地方还没有收录可以自查的条款。'],
  [
    'only a limit was asked for',
    result([{ ...clause('limit'), verdict: undefined } as unknown as ClauseResult]),
    '选的条款只限制金额，本身不给予资金。',
  ],
  ['nothing is met', result([no]), '按您填写的情况，都不符合。'],
  ['only titles', result([title, no]), '按您填写的情况，符合的条款不涉及资金。'],
  [
    'perhaps titles',
    result([{ ...title, verdict: 'undetermined' }]),
    '按您填写的情况，可能享受的条款不涉及资金。',
  ],
  [
    'another document sets the amount',
    result([elsewhere]),
    '按您填写的情况，有 1 条符合，但文件没有写明金额，能得多少由其他文件规定。',
  ],
  [
    'amounts are not stated, perhaps met',
    result([
      clause('a', { verdict: 'undetermined', amount: none('notStated') }),
      clause('b', { authority: ['择优'], amount: none('discretionary') }),
    ]),
    '按您填写的情况，有 2 条可能享受，但文件没有写明金额。',
  ],
  [
    'an amount is not stated, and a limit leaves nothing of the other',
    result([elsewhere, clause('a', { amount: limited })], zeroTax),
    '按您填写的情况，有 1 条符合，但文件没有写明金额，能得多少由其他文件规定；写明金额的，受“以实得部分为限”限制，得不到钱。',
  ],
  [
    'a figure divides by zero',
    result([clause('a', { amount: none('undefined') })]),
    '按您填写的情况，符合的条款，按所填的数字算不出金额。',
  ],
  [
    'a limit leaves nothing',
    result([clause('a', { amount: limited })], zeroTax),
    '按您填写的情况，能得 0 元，因为受“以实得部分为限”限制。',
  ],
  [
    'the figures come to nothing',
    result([clause('a', { amount: money(range(0)) })]),
    '按您填写的情况，算出来是 0 元。',
  ],
  [
    'the authority decides',
    result([upTo(range(1_800_000))], sums(range(0), range(1_800_000))),
    '按您填写的情况，最多 180 万元，由主管部门确定。',
  ],
  [
    'the authority decides, and one amount is not stated',
    result([upTo(range(1_800_000)), elsewhere], sums(range(0), range(1_800_000))),
    '按您填写的情况，最多 180 万元，由主管部门确定；另有 1 条没有写明金额，不在内。',
  ],
  [
    'the authority decides, and answers are missing',
    result(
      [upTo(range(0, 500_000), { verdict: 'undetermined', ...asks('output', 'staff') })],
      sums(range(0), range(0, 500_000)),
    ),
    '按您填写的情况，最多 50 万元，看还没有答的 2 题。',
  ],
  ['one figure', result([clause('a')], sums(range(300_000))), '按您填写的情况，文件明确给予 30 万元。'],
  [
    'one figure and an amount that is not stated',
    result([clause('a'), elsewhere], sums(range(300_000))),
    '按您填写的情况，文件明确给予 30 万元；另有 1 条没有写明金额，不在内。',
  ],
  [
    'one figure, and more at discretion',
    result([clause('a'), upTo(range(200_000))], sums(range(300_000), range(500_000))),
    '按您填写的情况，文件明确给予 30 万元，最多可以到 50 万元。',
  ],
  [
    'one figure, and perhaps more',
    result(
      [clause('a'), upTo(range(0, 200_000), asks('output'))],
      sums(range(300_000), range(300_000, 500_000)),
    ),
    '按您填写的情况，文件明确给予 30 万元，最多可以到 50 万元，看还没有答的 1 题。',
  ],
  [
    'a range',
    result([open('a', range(0, 480_000), undefined, asks('output'))], sums(range(0, 480_000))),
    '按您填写的情况，给予 0 至 48 万元，看还没有答的 1 题。',
  ],
  [
    'a range, and more at discretion',
    result(
      [clause('a', asks('output')), upTo(range(50_000))],
      sums(range(0, 300_000), range(50_000, 350_000)),
    ),
    '按您填写的情况，给予 0 至 30 万元，最多可以到 5 万元至 35 万元，看还没有答的 1 题。',
  ],
  [
    'the rule for one item',
    result(
      [
        open('p', range(0), range(0, 'items'), {
          amount: money(range(0), range(0, 'items'), {
            force: 'upTo',
            perItem: { least: range(0), most: range(0, 5_000_000) },
          }),
        }),
      ],
      sums(range(0), range(0, 'items')),
    ),
    '按您填写的情况，每个项目最高 500 万元；一共多少还定不了，因为有几个“技术改造项目”没有填。',
  ],
  [
    'nothing is sure, for want of an answer',
    result([open('a', range(0, 'unanswered'), undefined, asks('output'))], sums(range(0, 'unanswered'))),
    '按您填写的情况，能得多少还定不了，因为“年产值”没有填。',
  ],
  [
    'nothing is sure, because the text sets no limit',
    result([open('a', range(0, 'noLimit'))], sums(range(0, 'noLimit'))),
    '按您填写的情况，能得多少，文件没有写上限。',
  ],
  [
    'nothing is sure, for both reasons',
    result(
      [open('a', range(0, ['noLimit', 'unanswered']), undefined, asks('output', 'staff', 'tax'))],
      sums(range(0, ['noLimit', 'unanswered'])),
    ),
    '按您填写的情况，能得多少还定不了，因为有 3 项没有填，有的文件没有写上限。',
  ],
  [
    'the least of what may be granted is known',
    result(
      [upTo(range(1_800_000)), open('b', range(0, 'unanswered'), undefined, asks('output'))],
      sums(range(0, 'unanswered'), range(1_800_000, 'unanswered')),
    ),
    '按您填写的情况，至少可以到 180 万元；明确给予多少还定不了，因为“年产值”没有填。',
  ],
  [
    'the least that is granted is known',
    result(
      [open('a', range(50_000, 'unanswered'), undefined, asks('output'))],
      sums(range(50_000, 'unanswered')),
    ),
    '按您填写的情况，至少 5 万元，上面还定不了，因为“年产值”没有填。',
  ],
  [
    'the least that is granted is known, and no limit is set',
    result([open('a', range(50_000, 'noLimit'))], sums(range(50_000, 'noLimit'))),
    '按您填写的情况，至少 5 万元，文件没有写上限。',
  ],
  [
    'the authority decides, and the most depends on an answer',
    result([upTo(range(0, 'unanswered'), asks('output'))], sums(range(0), range(0, 'unanswered'))),
    '按您填写的情况，最多能得多少还定不了，因为“年产值”没有填。',
  ],
  [
    'one figure, and what comes on top depends on an answer',
    result(
      [clause('a'), upTo(range(100_000, 'unanswered'), asks('output'))],
      sums(range(300_000), range(400_000, 'unanswered')),
    ),
    '按您填写的情况，文件明确给予 30 万元；至少可以到 40 万元，上面还定不了，因为“年产值”没有填。',
  ],
  [
    'one figure, and no limit to what comes on top',
    result([clause('a')], sums(range(300_000), range(300_000, 'noLimit'))),
    '按您填写的情况，文件明确给予 30 万元；最多能得多少，文件没有写上限。',
  ],
  [
    'a range, and what comes on top is set elsewhere',
    result(
      [open('a', range(0, 300_000), undefined, asks('output')), upTo(range(0, 'external'))],
      sums(range(0, 300_000), range(0, 'external')),
    ),
    '按您填写的情况，给予 0 至 30 万元，看还没有答的 1 题；最多能得多少还定不了，因为要看其他文件规定的数。',
  ],
];

test.each(STATES)('the sentence where %s', (_, checked, said) => {
  expect(headline(checked)).toBe(said);
});

test('the sentences of the table are all there is: each is said of some state above', () => {
  const said = STATES.map(([, checked]) => headline(checked));
  expect(new Set(said).size).toBe(said.length);
  expect(STATES.length).toBeGreaterThan(TOTALS_STATES.length);
});

const ends = fc.integer({ min: 0, max: 6 }).map((steps) => steps * 50_000);
const causes = fc.uniqueArray(fc.constantFrom<OpenCause>('noLimit', 'unanswered', 'external', 'items'), {
  minLength: 1,
});

/** Two ranges such that the least is nowhere above the most, as a check gives them. */
const pairs = fc
  .tuple(ends, ends, ends, ends, fc.constantFrom(0, 1, 2), causes)
  .map(([a, b, c, d, opened, why]) => {
    const granted = opened === 2 ? range(a, why) : range(a, a + b);
    const atMost = opened === 0 ? range(a + c, a + b + c + d) : range(a + c, why);
    return { granted, atMost, why: opened === 0 ? [] : why };
  });

const clauses = fc.array(
  fc.record({
    kind: fc.constantFrom('money', 'elsewhere', 'notStated', 'nonMonetary', 'undefined', 'ineligible'),
    verdict: fc.constantFrom('eligible', 'undetermined'),
    missing: fc.subarray(['enterprise.tax', 'enterprise.output']),
  }),
  { minLength: 1, maxLength: 4 },
);

const worlds = fc.tuple(pairs, clauses).map(([{ granted, atMost, why }, all]) => {
  const awards = all.map(({ kind, verdict, missing }, index) =>
    clause(`c${index}`, {
      verdict: kind === 'ineligible' ? 'ineligible' : verdict,
      missing,
      amount: kind === 'money' ? money(granted, atMost) : none(kind as 'elsewhere'),
    }),
  );
  const pays = all.some(({ kind }) => kind === 'money');
  return { checked: result(awards, pays ? { granted, atMost } : {}), why: pays ? why : [] };
});

test('of any sums the sentence is true: one figure is one figure, and the cause of an open one is the right one', () => {
  fc.assert(
    fc.property(worlds, ({ checked, why }) => {
      const said = headline(checked);
      const { granted, atMost, unquantified } = checked.totals;
      expect(said).not.toMatch(/undefined|null|NaN|以上|至多|上限没有定/);
      expect(said).toMatch(/^[^。]+。$/);
      if (unquantified.length > 0) expect(said).not.toMatch(/(?:最多|能得|是|至) ?0 元/);
      if (/没有写上限/.test(said)) expect(why).toContain('noLimit');
      if (/没有填/.test(said))
        expect(why).toEqual(expect.arrayContaining([expect.stringMatching(/una|items/)]));
      const shown = new Set(said.match(/[\d,.]+ (?:万|亿)?元/g));
      const told = [granted.min, granted.max, atMost.min, atMost.max, '0'].flatMap((yuan) => yuan ?? []);
      for (const figure of shown) expect(told.map(sayMoney)).toContain(figure);
    }),
    { numRuns: 3000, seed: 12 },
  );
});

test('an open sum names its cause, in each state', () => {
  fc.assert(
    fc.property(worlds, ({ checked, why }) => {
      const said = headline(checked);
      if (why.length === 0) return;
      if (why.every((cause) => cause === 'noLimit')) expect(said).toContain('没有写上限');
      else expect(said).toContain('因为');
    }),
    { numRuns: 1000, seed: 12 },
  );
});

const ZHONGSHAN = { planYears: { from: 2018, to: 2022 } };

test.each([
  [
    'plan-ended',
    ZHONGSHAN,
    '规划期已于 2022 年结束，文件未载明有效期，是否仍执行请向主管部门确认。按文件当时的规定和您填写的情况，给予 30 万元。',
  ],
  [
    'expired',
    { effectiveTo: '2020-12-31' },
    '文件已于2020年12月31日失效。按文件当时的规定和您填写的情况，给予 30 万元。',
  ],
  [
    'repealed',
    { repealedOn: '2021-03-01' },
    '文件已于2021年3月1日废止。按文件当时的规定和您填写的情况，给予 30 万元。',
  ],
  [
    'superseded',
    { replacedOn: '2021-03-01' },
    '文件已于2021年3月1日被替代。按文件当时的规定和您填写的情况，给予 30 万元。',
  ],
  [
    'not-yet',
    { issuedOn: '2027-03-01' },
    '尚未施行，文件2027年3月1日成文。施行以后，按您填写的情况，给予 30 万元。',
  ],
] as const)('where all is %s, the first sentence says so before any figure', (standing, dates, said) => {
  const checked = result([clause('a', { standing })], {
    byStanding: { [standing]: { ...sums(range(300_000)), bound: false } },
  });
  const told = saidTotals(checked, context(dates));
  expect(sayPlainly(told.headline)).toBe(said);
  expect(told.others).toEqual([]);
  expect(said).not.toMatch(/文件明确给予|可享受/);
});

test('what does not count is told apart from what does, by the name of its document', () => {
  const checked = result(
    [clause('a', { standing: 'unknown-period' }), clause('town/other#b', { standing: 'expired' })],
    {
      ...sums(range(300_000)),
      byStanding: { expired: { ...sums(range(0), range(500_000)), bound: false } },
    },
  );
  const { headline: first, others } = saidTotals(checked, context({}, { effectiveTo: '2020-12-31' }));
  expect(sayPlainly(first)).toBe('按您填写的情况，文件明确给予 30 万元。文件未载明有效期。');
  expect(others.map(sayPlainly)).toEqual([
    '不计入合计：《乙办法》，文件已于2020年12月31日失效。按文件当时的规定和您填写的情况，最多 50 万元，由主管部门确定。',
  ]);
});

test('where nothing that counts is met, what does not count is still told', () => {
  const checked = result([no, clause('town/other#b', { standing: 'expired' })], {
    byStanding: { expired: { ...sums(range(300_000)), bound: false } },
  });
  const { headline: first, others } = saidTotals(checked, context({}, { effectiveTo: '2020-12-31' }));
  expect(sayPlainly(first)).toBe('按您填写的情况，计入合计的条款都不符合。');
  expect(others).toHaveLength(1);
});

test('of documents with different ends only what they share is said', () => {
  const checked = result(
    [clause('a', { standing: 'expired' }), clause('town/other#b', { standing: 'expired' })],
    {
      byStanding: { expired: { ...sums(range(600_000)), bound: false } },
    },
  );
  const told = saidTotals(checked, context({ effectiveTo: '2020-12-31' }, { effectiveTo: '2021-12-31' }));
  expect(sayPlainly(told.headline)).toMatch(/^这些文件都已失效。/);
});

test('that a text states no period is said once, and of what it concerns', () => {
  const some = result(
    [clause('a'), clause('town/other#b', { standing: 'unknown-period' })],
    sums(range(600_000)),
  );
  expect(headline(some)).toBe('按您填写的情况，文件明确给予 60 万元。其中有的文件未载明有效期。');
});

test('readings that change the sums are a cause of a range', () => {
  const reading = { id: 'a:r', kind: 'computed', question: '？', options: [] } as const;
  const checked = result([clause('a', asks('output'))], { ...sums(range(0, 300_000)), readings: [reading] });
  expect(headline(checked)).toBe('按您填写的情况，给予 0 至 30 万元，看还没有答的 1 题和怎样理解文件。');
});
