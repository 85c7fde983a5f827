import { expect, test } from 'vitest';
import type { Amount, ClauseResult } from '../../../clauses/index.ts';
import { saidAmount } from '../../../views/wording/results/amount.ts';
import { sayPlainly } from '../../../views/wording/results/totals.ts';
import { clause, context, money, range } from '../results.ts';

/** Figure, then how it is meant in brackets, then the notes beside it. */
function said(amount: Amount, more: Partial<ClauseResult> = {}): string {
  const found = saidAmount(clause('p', { amount, ...more }), context());
  if (found === undefined) return '—';
  const meant = found.meant.length === 0 ? '' : `（${found.meant.join('；')}）`;
  return [`${sayPlainly(found.figure)}${meant}`, ...found.notes.map(sayPlainly)].join('，');
}

const limits = ['town/doc#limit'];
const before = { least: range(300_000), most: range(300_000), limits };
const missing = ['enterprise.tax'];

test.each<readonly [string, Amount, string]>([
  ['a fixed figure', money(range(300_000)), '30 万元（文件明确给予）'],
  ['at most', money(range(0), range(50_000), { force: 'upTo' }), '最高 5 万元（具体由主管部门确定）'],
  [
    'at most, still open',
    money(range(0), range(0, 50_000), { force: 'upTo', bound: true }),
    '最高 5 万元（现在还算不准；具体由主管部门确定；实际的范围可能更小）',
  ],
  [
    'not less than, without an upper limit',
    money(range(50_000), range(50_000, 'noLimit'), { force: 'atLeast' }),
    '不低于 5 万元，文件没有写上限',
  ],
  ['from and to', money(range(50_000), range(100_000), { force: 'range' }), '不低于 5 万元，至多 10 万元'],
  [
    'one item of an unknown number, at most',
    money(range(0), range(0, 'items'), {
      force: 'upTo',
      perItem: { least: range(0), most: range(0, 5_000_000) },
    }),
    '每个项目最高 500 万元（现在还算不准；具体由主管部门确定），一共多少要看有几项',
  ],
  [
    'one item of an unknown number, fixed',
    money(range(0, 'items'), range(0, 'items'), {
      perItem: { least: range(300_000, 2_000_000), most: range(300_000, 2_000_000) },
    }),
    '每个项目 30 万元至 200 万元（文件明确给予），一共多少要看有几项',
  ],
  [
    'lowered by a joint limit',
    money(range(10_000), range(10_000), { beforeLimits: before }),
    '1 万元（文件明确给予），受“以实得部分为限”限制，限制以前是 30 万元',
  ],
  [
    'at most, lowered by a joint limit',
    money(range(0), range(10_000), {
      force: 'upTo',
      beforeLimits: { ...before, least: range(0), most: range(10_000, 20_000) },
    }),
    '最高 1 万元（具体由主管部门确定），受“以实得部分为限”限制，限制以前是最高 1 万元至 2 万元',
  ],
  [
    'lowered by a joint limit, and not known without it',
    money(range(0), range(0, 10_000), {
      force: 'upTo',
      beforeLimits: { ...before, least: range(0), most: range(0, 'unanswered') },
    }),
    '最高 1 万元（现在还算不准；具体由主管部门确定），受“以实得部分为限”限制',
  ],
  [
    'nothing is left by a joint limit',
    money(range(0), range(0), { beforeLimits: before }),
    '0 元（文件明确给予），因为受“以实得部分为限”限制，限制以前是 30 万元',
  ],
  [
    'the fact of a joint limit is missing',
    money(range(0, 300_000), range(0, 300_000), { beforeLimits: before, missing }),
    '30 万元（文件明确给予），但要受“以实得部分为限”限制，这一项没有填',
  ],
  [
    'another limit holds already while the fact of a joint limit is missing',
    money(range(0, 200_000), range(0, 200_000), { beforeLimits: before, missing }),
    '30 万元（文件明确给予），但要受“以实得部分为限”限制，这一项没有填，受限以后最多 20 万元',
  ],
  ['no amount', { kind: 'none', why: 'notStated' }, '—'],
])('the figure of a clause: %s', (_, amount, sentence) => {
  expect(said(amount)).toBe(sentence);
});

test('what is not known is never said to be without a limit, and the answer is named', () => {
  const open = { missing: ['enterprise.output'] };
  const fixed = money(range(0, 'unanswered'));
  expect(said(fixed, open)).toBe('还定不了，“年产值”没有填');
  expect(said(money(range(50_000, 'unanswered')), open)).toBe('至少 5 万元，“年产值”没有填');
  const most = money(range(0), range(0, 'unanswered'), { force: 'upTo' });
  expect(said(most)).toContain('最高多少还定不了');
  expect(said(most)).toContain('有的数没有填');
});

test('of a policy that does not count nothing is said to be given', () => {
  expect(said(money(range(300_000)), { standing: 'not-yet' })).toBe('30 万元（文件规定的数）');
  expect(said(money(range(300_000)), { standing: 'plan-ended' })).toBe('30 万元（文件规定的数）');
});
