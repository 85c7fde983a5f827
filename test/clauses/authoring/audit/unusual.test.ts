import { describe, expect, test } from 'vitest';
import { auditOf } from '../policy-in-yaml.ts';

/** Unusual phrases of local documents. */
const codes = (rule: string, text: string): string[] =>
  auditOf(`{ clauses: [{ id: a, ${rule} }] }`, text).map((each) => each.split(' ')[0] ?? '');
const mark = (text: string): string => `<Clause id="a">${text}</Clause>`;
const revenue = (condition: string): string => `when: ${condition}`;

describe('a rule grants what a refusal leaves', () => {
  const texts = [
    '奖励10万元，收入不满500万元的不补。',
    '收入不足500万元的不予补助，奖励10万元。',
    '收入低于500万元的企业，不予支持；其余奖励10万元。',
    '收入未达到500万元的一律不得享受，其余奖励10万元。',
    '收入低于500万元的除外，其余奖励10万元。',
    '除收入低于500万元的外，均奖励10万元。',
    '收入不满500万元的，取消奖励；其余奖励10万元。',
  ];
  test.each(texts)('%s', (text) => {
    expect(codes(revenue('{ fact: enterprise.revenue, atLeast: 500万元 }'), mark(text))).toEqual([]);
    expect(codes(revenue('{ not: { fact: enterprise.revenue, lessThan: 500万元 } }'), mark(text))).toEqual(
      [],
    );
    expect(codes(revenue('{ fact: enterprise.revenue, lessThan: 500万元 }'), mark(text))).toContain(
      'boundMismatch',
    );
    expect(codes(revenue('{ fact: enterprise.revenue, moreThan: 500万元 }'), mark(text))).toContain(
      'boundMismatch',
    );
  });

  test('with the threshold in the first of two figures', () => {
    const text = mark('奖励10万元，收入低于500万元或面积超过10平方米的企业不享受。');
    const rule = (area: string, income: string): string =>
      revenue(
        `{ all: [{ fact: enterprise.revenue, ${income}: 500万元 }, { fact: enterprise.area, ${area}: 10平方米 }] }`,
      );
    expect(codes(rule('atMost', 'atLeast'), text)).toEqual([]);
    expect(codes(rule('atMost', 'lessThan'), text)).toEqual(['boundMismatch']);
  });

  test('a refusal does not affect an amount that is granted beside it', () => {
    const award = 'award: { type: money, upTo: 5万元 }';
    for (const end of ['不再享受其他政策', '不予重复支持', '其他项目不予支持'])
      expect(codes(award, mark(`给予最高5万元的奖励，${end}。`))).not.toContain('boundMismatch');
  });

  test('one of several cases may state the refused bound without an award', () => {
    const award = `award: { type: money, exactly: { cases: [
      { when: { fact: enterprise.revenue, lessThan: 500万元 }, then: 0元 }], otherwise: 10万元 } }`;
    expect(codes(award, mark('奖励10万元，收入不满500万元的不补。'))).toEqual([]);
  });

  test('a list below 不予支持 is refused up to its full stop', () => {
    const text = `${mark('有下列情形之一的，不予支持：')}\n${mark('收入低于500万元的；')}\n${mark('面积超过10平方米的。')}\n${mark('得分80分以上的奖励10万元。')}`;
    const rule = (area: string, score: string): string =>
      revenue(`{ all: [{ fact: enterprise.revenue, atLeast: 500万元 }, { fact: enterprise.area, ${area}: 10平方米 },
        { fact: enterprise.score, ${score}: 80分 }] }`);
    expect(codes(rule('atMost', 'atLeast'), text)).toEqual([]);
    expect(codes(rule('moreThan', 'atLeast'), text)).toEqual(['boundMismatch']);
    expect(codes(rule('atMost', 'lessThan'), text)).toEqual(['boundMismatch']);
  });

  test.each([
    '收入500万元以上的，奖励10万元，不得重复享受。',
    '收入500万元以上的企业不得低于此数，奖励10万元。',
  ])('%s refuses nobody by the figure', (text) => {
    expect(codes(revenue('{ fact: enterprise.revenue, atLeast: 500万元 }'), mark(text))).not.toContain(
      'boundMismatch',
    );
  });
});

test.each([
  ['人民币伍万元整', '5万元'],
  ['叁佰万元', '300万元'],
  ['壹亿贰仟万圆', '1.2亿元'],
])('%s is %s', (text, rule) => {
  expect(codes(`award: { type: money, exactly: ${rule} }`, mark(`奖励${text}。`))).toEqual([]);
  expect(codes('', `${mark('奖励10万元。')}\n奖励${text}。`)).toEqual(['moneyUnmarked']);
});

test('formal numerals in names and other words (陆家嘴, 队伍) are no amounts', () => {
  expect(codes('', `${mark('奖励10万元。')}\n陆家嘴、队伍、收拾元件、陆元。`)).toEqual(['moneyUnmarked']);
  expect(codes('', `${mark('奖励10万元。')}\n陆家嘴、队伍建设、收拾、贰。`)).toEqual([]);
});

test('the word after the last figure of a 分别 list bounds all of them', () => {
  const text = mark('国家级、省级的收入须分别在200万元、50万元以上，奖励10万元。');
  const rule = (bound: string): string =>
    revenue(`{ any: [{ all: [{ fact: enterprise.level, is: national }, { fact: enterprise.revenue, ${bound}: 200万元 }] },
      { all: [{ fact: enterprise.level, is: provincial }, { fact: enterprise.revenue, atLeast: 50万元 }] }] }`);
  expect(codes(rule('atLeast'), text)).toEqual([]);
  expect(codes(rule('moreThan'), text)).toEqual(['boundMismatch']);
});

test('a 门槛 includes its figure', () => {
  const text = mark('收入门槛放宽至200万元，奖励10万元。');
  expect(codes(revenue('{ fact: enterprise.revenue, atLeast: 200万元 }'), text)).toEqual([]);
  expect(codes(revenue('{ fact: enterprise.revenue, atMost: 200万元 }'), text)).toEqual(['boundMismatch']);
});

describe('a share without a figure', () => {
  const paid = (shares: string): string => `award: { type: money, exactly: 10万元, schedule: [${shares}] }`;
  test('is the remainder where only one is missing', () => {
    const text = mark('奖励10万元，首期60%，余款验收后拨付。');
    expect(codes(paid('{ share: 60%, event: 首期 }, { share: 40%, event: 验收后 }'), text)).toEqual([]);
    expect(codes(paid('{ share: 70%, event: 首期 }, { share: 30%, event: 验收后 }'), text)).toContain(
      'figureMismatch',
    );
    expect(
      codes(paid('{ share: 60%, event: 首期 }, { share: 40%, event: 验收后 }'), text.replace('余款', '')),
    ).toEqual(['ruleNotInText']);
  });

  test('of one number without a unit is not the whole', () => {
    expect(codes(paid('{ share: 1, event: 验收后 }'), mark('奖励10万元，验收后拨付。'))).toEqual([
      'unknownLiteral',
    ]);
    expect(codes(paid('{ share: 100%, event: 验收后 }'), mark('奖励10万元，验收后拨付。'))).toEqual([]);
  });
});

test('减半 is 50%, 二分之一 is 1/2', () => {
  const half = (rate: string): string =>
    `award: { type: money, exactly: { rate: ${rate}, of: enterprise.revenue } }`;
  expect(codes(half('50%'), mark('按收入减半给予奖励。'))).toEqual([]);
  expect(codes(half('50%'), mark('按收入给予奖励。'))).toEqual(['ruleNotInText']);
  expect(codes(half('1/2'), mark('按收入的二分之一给予奖励。'))).toEqual([]);
  expect(codes(half('1/3'), mark('按收入的二分之一给予奖励。'))).toEqual(['figureMismatch']);
});

test('a number without its unit is reported with the figure of the text', () => {
  const award = (rate: string): string =>
    `award: { type: money, exactly: { rate: ${rate}, of: enterprise.revenue } }`;
  for (const rate of ['6', '0.06'])
    expect(auditOf(`{ clauses: [{ id: a, ${award(rate)} }] }`, mark('按收入的6%给予奖励。'))).toEqual([
      `figureMismatch clauses/0/award/exactly/rate: 规则写的是“${rate}”，原文是“6%”，请核对。`,
    ]);
});

describe('two corresponding 分别 lists', () => {
  const text = mark('产值首次突破1亿元、5亿元的，分别奖励10万元、30万元，越级的按最高档。');
  const step = (from: string, to: string): string =>
    `{ when: { all: [{ quantity: { currentYear: enterprise.output }, moreThan: ${from} },
      { quantity: { bestBefore: enterprise.output }, atMost: ${from} }] }, then: ${to} }`;
  const rule = (...steps: string[]): string =>
    `award: { type: money, exactly: { cases: [${steps.join(', ')}], otherwise: 0元 } }`;
  test('may both be in descending order', () => {
    expect(codes(rule(step('5亿元', '30万元'), step('1亿元', '10万元')), text)).toEqual([]);
  });

  test('may not be in opposite orders', () => {
    expect(codes(rule(step('5亿元', '10万元'), step('1亿元', '30万元')), text)).toEqual(['orderMismatch']);
  });
});

test('a number of users is no money', () => {
  const found = codes('', `${mark('奖励10万元。')}\n奖励新增用户10万、20万的平台。`);
  expect(found).toEqual([]);
  expect(codes('', `${mark('奖励10万元。')}\n奖励新增用户多的平台10万、20万。`)).toContain('moneyUnmarked');
});

describe('吨 may be short for 吨标准煤 where the passage contains it', () => {
  const text = mark('按每吨标准煤400元奖励：超过1000吨的部分每吨600元。');
  const rule = (high: string, price = '600元/吨标准煤'): string => `award: { type: money, exactly: { bands: {
    by: enterprise.coal, marginal: true, rows: [{ atMost: ${high}, rate: 400元/吨标准煤 },
      { moreThan: ${high}, rate: ${price} }] } } }`;
  test('in amounts and prices', () => {
    expect(codes(rule('1000吨标准煤'), text)).toEqual([]);
    expect(codes(rule('1000吨标准煤', '60元/吨标准煤'), text)).toEqual(['figureMismatch']);
    expect(codes(rule('900吨标准煤'), text)).toContain('figureMismatch');
  });

  test('and nowhere else', () => {
    expect(codes(rule('1000吨标准煤'), text.replace('吨标准煤', '吨'))).toContain('ruleNotInText');
  });
});

test.each(['按不超过设备投资额6%给予补助', '按不高于实际投入6%的比例补助', '按收入补助，不超过其实际支出6%'])(
  '%s: the bound reaches over what the ratio is of',
  (text) => {
    const award = (key: string): string =>
      `award: { type: money, ${key}: { rate: 6%, of: enterprise.revenue } }`;
    expect(codes(award('upTo'), mark(`${text}。`))).toEqual([]);
    expect(codes(award('exactly'), mark(`${text}。`))).toEqual(['boundMismatch']);
  },
);

test('a bound word does not apply across another verb', () => {
  const award = 'award: { type: money, exactly: { rate: 6%, of: enterprise.revenue } }';
  expect(codes(award, mark('收入不超过上年的，按投资额6%给予补助。'))).not.toContain('boundMismatch');
});

test('a refused excess over a figure makes it a maximum', () => {
  const award =
    'award: { type: money, exactly: { rate: 10%, of: { smallest: [enterprise.revenue, 500万元] } } }';
  expect(codes(award, mark('按收入的10%补助，超过500万元的部分不予补助。'))).toEqual([]);
  expect(codes(award, mark('按收入的10%补助，超过500万元的部分另行补助。'))).toContain('boundMismatch');
});

test('每招用1名 means the same as 每招用一名', () => {
  const award = 'award: { type: money, exactly: { product: [1.2万元, enterprise.staff] } }';
  for (const one of ['1名', '一名'])
    expect(codes(award, mark(`每新招用${one}技师补助1.2万元。`))).toEqual([]);
  expect(codes(award, mark('每新招用2名技师补助1.2万元。'))).toEqual(['textNotInRule']);
});
