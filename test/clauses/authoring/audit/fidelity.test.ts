import { expect, test } from 'vitest';
import { auditOf } from '../policy-in-yaml.ts';

/** A passage with its rule, and changes of either that the audit must report. */
interface Pair {
  readonly text: string;
  readonly rule: string;
  /** `from → to: code`, in the text or in the rule. */
  readonly changes: string;
}

const clause = (yaml: string): string => `{ clauses: [{ id: a, ${yaml} }] }`;
const mark = (text: string): string => `<Clause id="a">${text}</Clause>`;

const PAIRS: readonly Pair[] = [
  {
    text: mark('收入达 500 万元的，给予 6% 一次性资金奖补，单个企业补助总额不超过 200 万元。'),
    rule: clause(`
      when: { fact: enterprise.revenue, atLeast: 500万元 },
      award: { type: money, exactly: { rate: 6%, of: enterprise.revenue }, paid: once },
      limits: [{ type: cap, amount: 200万元, per: enterprise }]`),
    changes: `
      text 500 万元 → 600 万元: figureMismatch
      text 500 万元 → 500 元: figureMismatch
      text 500 万元 → 500 平方米: ruleNotInText textNotInRule
      text 达 500 → 超过 500: boundMismatch
      text 6% → 5%: figureMismatch
      text 给予 6% → 给予最高 6%: boundMismatch
      text 给予 6% → 可给予 6%: mayMismatch
      text 一次性 → : onceMismatch
      text 不超过 200 → 超过 200: boundMismatch
      text ，单个企业补助总额不超过 200 万元 → : ruleNotInText
      text 。 → ，首次再给予3万元。: textNotInRule textNotInRule
      rule 500万元 → 5000000元:
      rule 500万元 → 400万元: figureMismatch
      rule atLeast → moreThan: boundMismatch
      rule exactly → upTo: boundMismatch
      rule 6% → 60%: figureMismatch
      rule , paid: once → : onceMismatch
      rule paid: once → paid: once, modality: may: mayMismatch
      rule 200万元 → 20万元: figureMismatch
      rule type: cap → type: floor: boundMismatch`,
  },
  {
    text: mark('企业前三年按实得部分奖励，第四、第五年按50%奖励，成立五年内的另给10万元。'),
    rule: clause(`
      when: { fact: enterprise.years, atMost: 3年 },
      award: { type: money, exactly: { cases: [
        { when: { fact: enterprise.years, atMost: 4年 }, then: { rate: 50%, of: enterprise.revenue } },
        { when: { fact: enterprise.years, atMost: 5年 }, then: 10万元 }] } }`),
    changes: `
      text 前三年 → 满三年: boundMismatch
      text 五年内的 → 五年的: boundMismatch
      text 第四、第五年 → 第五年: ruleNotInText
      rule atMost: 3年 → atLeast: 3年: boundMismatch
      rule atMost: 4年 → atMost: 6年: ruleNotInText`,
  },
  {
    text: mark('每吸引一家企业落户奖励50万元，取整到万元；排名前10%的，按4∶3∶3拨付。'),
    rule: clause(`
      when: { all: [{ fact: enterprise.firms, atLeast: 1家 }, { fact: enterprise.growth, atMost: 10% }] },
      award: {
        type: money,
        exactly: { roundedDown: { product: [50万元, enterprise.firms] }, to: 1万元 },
        schedule: [{ share: 4, event: 拨付 }, { share: 3, event: 拨付 }, { share: 3, event: 拨付 }] }`),
    changes: `
      text 每吸引一家 → 吸引一家: boundMismatch
      text ，取整到万元 → : ruleNotInText
      text 取整到万元 → 取整到百万元: figureMismatch
      rule to: 1万元 → to: 10万元: ruleNotInText
      text 每吸引一家 → 每年吸引一家: boundMismatch textNotInRule
      text 排名前10% → 提前10%: boundMismatch
      text 前10% → 10%: boundMismatch
      text 4∶3∶3 → 5∶3∶3: ruleNotInText textNotInRule
      text 按4∶3∶3拨付 → 拨付: ruleNotInText ruleNotInText ruleNotInText
      rule share: 4 → share: 5: ruleNotInText textNotInRule
      rule atLeast: 1家 → atLeast: 2家: figureMismatch
      rule atLeast: 1家 → moreThan: 1家: boundMismatch`,
  },
  {
    text: mark('收入500万元（含）以下的奖励2%，500万元以上1000万元（含）以下的奖励3%。'),
    rule: clause(`award: { type: money, exactly: { bands: { by: enterprise.revenue, rows: [
      { atMost: 500万元, rate: 2% }, { moreThan: 500万元, atMost: 1000万元, rate: 3% }] } } }`),
    changes: `
      text 500万元（含）以下 → 不满500万元: boundMismatch
      text 500万元以上1000 → 800万元以上1000: textNotInRule
      rule atMost: 500万元, rate: 2% }, { moreThan → lessThan: 500万元, rate: 2% }, { atLeast:
      rule atMost: 1000万元 → lessThan: 1000万元: boundMismatch`,
  },
  {
    text: mark('每个展会资助1.5万元（金额低于1.5万元的按实资助）。'),
    rule: clause('award: { type: money, exactly: { smallest: [enterprise.revenue, 1.5万元] } }'),
    changes: `
      text 的按实资助 → 的不资助: boundMismatch
      rule 1.5万元 → 15万元: figureMismatch textNotInRule`,
  },
  {
    text: mark('奖励10万元，按5∶5分两次拨付。'),
    rule: clause(
      'award: { type: money, exactly: 10万元, schedule: [{ share: 5, event: 分两次 }, { share: 5, event: 拨付 }] }',
    ),
    changes: `
      text 5∶5 → 6∶4: figureMismatch
      rule share: 5 → share: 6: figureMismatch`,
  },
  {
    text: mark('经专家评审通过，可给予一次性扶持资金10万元。'),
    rule: clause('award: { type: money, exactly: 10万元, modality: may, paid: once }'),
    changes: `
      text 可给予 → 给予: mayMismatch
      rule , modality: may → : mayMismatch
      rule exactly: 10万元, modality: may → upTo: 10万元: boundMismatch mayMismatch`,
  },
  {
    text: mark('对国家级、省级、市级示范企业分别奖励 20 万元、3 万元、2 万元。'),
    rule: clause(`award: { type: money, exactly: { cases: [
      { when: { fact: enterprise.level, is: national }, then: 20万元 },
      { when: { fact: enterprise.level, is: provincial }, then: 3万元 },
      { when: { fact: enterprise.level, is: city }, then: 2万元 }] } }`),
    changes: `
      text 20 万元、3 万元 → 3 万元、20 万元: orderMismatch
      rule then: 20万元 → then: 2万元: textNotInRule
      rule then: 3万元 → then: 30万元: figureMismatch`,
  },
  {
    text: mark('单个平台最高补贴300万元，每年结算，以100万元为限。'),
    rule: clause(`
      award: { type: money, none: notStated },
      limits: [{ type: cap, amount: 300万元, per: platform, period: year }, { type: cap, amount: 100万元, per: platform }]`),
    changes: `
      text 每年结算 → 结算: wordMismatch
      rule , period: year → : textNotInRule
      rule 100万元 → 300万元: textNotInRule`,
  },
  {
    text: mark('从完工下一年起连续3年内，按贡献增量的60%给予奖补，最长补助5年。'),
    rule: clause(`award: { type: money, exactly: { rate: 60%, of: { notStated: 贡献增量 } }, paid: yearly,
      term: { exactly: 3年, from: 完工下一年起 } }, unused: [{ text: 最长补助5年, reason: 举例 }]`),
    changes: `
      text 下一年 → 当年: quoteNotInText
      text 完工下一年 → 次年: quoteNotInText textNotInRule
      text 连续3年 → 连续4年: figureMismatch
      text 最长补助5年 → 最长补助6年: textNotInRule unusedUnknown
      rule exactly: 3年 → exactly: 36个月:
      rule exactly: 3年 → upTo: 3年: boundMismatch`,
  },
  {
    text: mark('年产值首次突破50亿元的奖励500万元；上一年产值不低于1亿元。'),
    rule: clause(`
      when: { all: [
        { quantity: { currentYear: enterprise.output }, moreThan: 50亿元 },
        { quantity: { bestBefore: enterprise.output }, atMost: 50亿元 },
        { quantity: { previousYear: enterprise.output }, atLeast: 1亿元 }] },
      award: { type: money, exactly: 500万元 }`),
    changes: `
      text 首次 → : wordMismatch
      text 上一年 → 全年: wordMismatch
      text 突破 → 达到: boundMismatch
      rule atMost: 50亿元 → atMost: 60亿元: ruleNotInText
      rule atLeast: 1亿元 → lessThan: 1亿元: boundMismatch`,
  },
  {
    text: mark('对入驻企业给予6元/平方米/月租金资助，一定三年。'),
    rule: clause(
      `award: { type: money, exactly: { product: [6元/平方米/月, enterprise.area, 12个月] }, paid: notStated, term: { exactly: 三年 } }`,
    ),
    changes: `
      text 6元/平方米/月 → 6元/平方米/年: ruleNotInText textNotInRule
      text 三年 → 五年: figureMismatch
      rule , paid: notStated, term: { exactly: 三年 } → : textNotInRule`,
  },
  {
    text: mark('每满100万元奖励1万元，超过50万元的部分另计；近三年内发生事故的，不予奖励。'),
    rule: clause(`
      when: { fact: enterprise.safe, is: true },
      award: { type: money, exactly: { product: [1万元, { wholeSteps: { difference: [enterprise.revenue, 50万元] }, size: 100万元 }] } },
      limits: [{ type: cap, amount: enterprise.revenue, per: enterprise }]`),
    changes: `
      text 100万元 → 200万元: figureMismatch
      rule 100万元 → 10万元: figureMismatch
      text 三年 → 五年: textNotInRule`,
  },
  {
    text: mark('2021年以来竣工的项目，补助5%至10%。'),
    rule: clause(`
      for: projects, when: { fact: enterprise.founded, atLeast: 2021-01-01 },
      award: { type: money, between: [{ rate: 5%, of: projects.cost }, { rate: 10%, of: projects.cost }] }`),
    changes: `
      text 2021年 → 2022年: ruleNotInText textNotInRule
      text 5%至 → 6%至: figureMismatch
      rule 10% → 12%: figureMismatch
      rule 2021-01-01 → 2021-02-01: ruleNotInText textNotInRule`,
  },
  {
    text: mark('按省级奖励的1∶0.5给予配套。'),
    rule: clause('award: { type: money, exactly: { rate: "1:0.5", of: enterprise.revenue } }'),
    changes: `
      rule "1:0.5" → 50%: figureMismatch
      rule "1:0.5" → "0.5:1": figureMismatch
      text 1∶0.5 → 1∶0.6: figureMismatch
      text 的1∶0.5 → 的50%: figureMismatch`,
  },
  {
    text: mark('对租用厂房的，按每平方米每月8元的标准给予补贴，补贴12个月。'),
    rule: clause('award: { type: money, exactly: { product: [8元/平方米/月, enterprise.area, 12个月] } }'),
    changes: `
      text 每月8元 → 每月8元/平方米: ruleNotInText textNotInRule
      text 每平方米每月8元 → 8元/平方米/月:
      text 每平方米每月8元 → 每平方米每月补助8元:
      text 每平方米每月8元 → 每平方米每月最高8元: boundMismatch
      text 每平方米每月8元 → 最高每平方米每月8元: boundMismatch
      text 每平方米每月8元 → 每平方米每月9元: figureMismatch
      text 每平方米每月8元 → 每平方米每年8元: ruleNotInText textNotInRule
      text 每平方米每月8元 → 每平方米8元: ruleNotInText textNotInRule
      text 每平方米每月8元 → 每亩每月8元: figureMismatch
      text 每平方米每月8元 → 每平方米，每月8元: ruleNotInText textNotInRule
      rule 8元/平方米/月 → 9元/平方米/月: figureMismatch`,
  },
  {
    text: mark('每人每年2000元、一次性3000元，补1年。'),
    rule: clause(`award: { type: money, exactly: { product: [2000元/人/年, enterprise.staff, 1年] } },
      unused: [{ text: 一次性3000元, reason: 另一条 }]`),
    changes: `
      rule 2000元/人/年 → 2000元/年:
      rule 2000元/人/年, enterprise.staff, 1年 → 2000元, enterprise.staff: textNotInRule
      rule 2000元/人/年 → 3000元/人/年: figureMismatch`,
  },
  {
    text: mark('每吨奖励300元。'),
    rule: clause('award: { type: money, exactly: { product: [300元/吨, enterprise.emission] } }'),
    changes: `
      text 每吨 → 每公斤: figureMismatch
      rule 300元/吨 → 0.3元/公斤:`,
  },
  {
    text: mark('年收入5000万元（含）至2亿元的，奖励20万元。'),
    rule: clause(`
      when: { all: [{ fact: enterprise.revenue, atLeast: 5000万元 }, { fact: enterprise.revenue, lessThan: 2亿元 }] },
      award: { type: money, exactly: 20万元 }`),
    changes: `
      text （含） → :
      text （含） → （不含）: boundMismatch
      text 2亿元的 → 2亿元（不含）的:
      text 2亿元的 → 2亿元（含）的: boundMismatch
      text 5000万元（含）至2亿元 → 5000万元至2亿元（不含）:
      rule lessThan → atMost:
      rule lessThan → moreThan: boundMismatch
      rule atLeast → moreThan: boundMismatch
      rule atLeast → atMost: boundMismatch
      rule 5000万元 → 6000万元: figureMismatch`,
  },
  {
    text: mark('综合排名前10%（含）—30%的，奖励20万元。'),
    rule: clause(`
      when: { all: [{ fact: enterprise.growth, atLeast: 10% }, { fact: enterprise.growth, atMost: 30% }] },
      award: { type: money, exactly: 20万元 }`),
    changes: `
      text （含）— → 至:
      rule atLeast → moreThan: boundMismatch
      rule atMost → lessThan:`,
  },
  {
    text: mark(
      '总容积2000立方米以上的，每立方米补助80元；每节约1吨标准煤奖励300元，每出口1美元奖励0.02元人民币。',
    ),
    rule: clause(`
      when: { fact: enterprise.volume, atLeast: 2000立方米 },
      award: { type: money, exactly: { sum: [
        { product: [80元/立方米, enterprise.volume] },
        { product: [300元/吨标准煤, enterprise.coal] },
        { product: [0.02元/美元, enterprise.exports] }] } }`),
    changes: `
      text 2000立方米 → 3000立方米: figureMismatch
      text 2000立方米 → 2000平方米: ruleNotInText textNotInRule
      text 2000立方米以上 → 超过2000立方米: boundMismatch
      text 每立方米 → 每平方米: ruleNotInText textNotInRule
      text 1吨标准煤 → 2吨标准煤: ruleNotInText textNotInRule
      text 1吨标准煤 → 1吨: ruleNotInText textNotInRule
      text 1美元 → 1欧元: ruleNotInText textNotInRule
      text 0.02元 → 0.03元: figureMismatch
      rule 2000立方米 → 2000: wrongDimension figureMismatch
      rule 80元/立方米 → 80元: wrongDimension wrongResult
      rule 0.02元/美元 → 0.02元: wrongDimension textNotInRule
      rule 300元/吨标准煤 → 300元: wrongDimension textNotInRule`,
  },
  {
    text: mark('增速10%以上的，奖励1万元。'),
    rule: clause(`
      when: { quantity: { quotient: [{ difference: [{ currentYear: enterprise.output }, { previousYear: enterprise.output }] },
        { previousYear: enterprise.output }] }, atLeast: 10% },
      award: { type: money, exactly: 1万元 }`),
    changes: `
      text 增速 → 占比: wordMismatch`,
  },
  {
    text: mark('奖励1万元。每年安排500万元。应兑现总额超过500万元的，按同比例折算。'),
    rule: clause(
      `award: { type: money, exactly: 1万元 }, limits: [{ type: budget, amount: 500万元, period: year }]`,
    ),
    changes: `
      text 超过500万元 → 超过600万元: textNotInRule
      text 应兑现总额超过 → 投资超过: textNotInRule
      text 总额超过500万元的，按同比例折算 → 总额超过500万元的，不予兑现: textNotInRule`,
  },
  {
    text: mark('对企业奖励1万元，级别为市级的除外。'),
    rule: clause(
      `when: { not: { fact: enterprise.level, is: city } }, award: { type: money, exactly: 1万元 }`,
    ),
    changes: `
      rule not: { fact: enterprise.level, is: city } → fact: enterprise.level, is: national: textNotInRule
      rule { not: { fact: enterprise.level, is: city } } → { fact: enterprise.local, is: false }:`,
  },
  {
    text: mark('按投资的10%奖励，每个项目年度最高50万元。'),
    rule: clause(`for: projects, award: { type: money, exactly: { rate: 10%, of: projects.cost } },
      limits: [{ type: cap, amount: 50万元, per: item, period: year }]`),
    changes: `
      text 年度最高 → 累计最高: wordMismatch
      text 年度最高 → 最高: wordMismatch
      rule period: year → period: once: limitPeriod
      rule period: year → period: notStated: limitPeriod
      rule per: item → per: project:
      rule per: item → per: enterprise: limitSingle
      rule amount: 50万元 → amount: 60万元: figureMismatch
      text 每个项目年度 → 年度每家企业:`,
  },
  {
    text: mark('奖励1万元，累计最高50万元。'),
    rule: clause(`award: { type: money, exactly: 1万元 },
      limits: [{ type: cap, amount: 50万元, per: enterprise, period: life }]`),
    changes: `
      text 累计最高 → 最高:
      rule period: life → period: notStated: limitPeriod`,
  },
];

function pairOf({ text, rule }: Pair, [side = '', from = '', to = '']: readonly string[]): [string, string] {
  const changed = (whole: string): string => {
    expect(whole).toContain(from);
    return whole.replace(from, to);
  };
  return side === 'text' ? [rule, changed(text)] : [changed(rule), text];
}

for (const pair of PAIRS) {
  const name = pair.text.replace(/<[^>]+>/g, '').slice(0, 24);
  test(`${name}… agrees with its rule`, () => {
    const found = auditOf(pair.rule, pair.text).map((each) => each.split(' ')[0]);
    expect(found).toEqual([]);
  });
  const changes = [...pair.changes.matchAll(/^ *(text|rule) (.+?) → (.*?): ?((?:[a-z]+[A-Z]\w+ ?)*)$/gm)];
  test.each(changes.map((match) => match.slice(1)))(`${name}… %s %s → %s: %s`, (...change) => {
    const found = auditOf(...pairOf(pair, change)).map((each) => each.split(' ')[0] ?? '');
    expect([...new Set(found)].sort()).toEqual(
      [...new Set((change[3] ?? '').split(' '))].filter((code) => code !== '').sort(),
    );
  });
}

const two = `{ clauses: [
  { id: a, award: { type: money, exactly: 20万元 } }, { id: b, award: { type: money, exactly: 3万元 } }] }`;

test('the figures of a 分别 list belong to the ids of the mark in their order', () => {
  const text = (ids: string): string =>
    `<Clause id="${ids}">对国家级、省级企业分别奖励20万元、3万元。</Clause>`;
  expect(auditOf(two, text('a b'))).toEqual([]);
  expect(auditOf(two, text('b a'))).toEqual([
    'orderMismatch @0: 原文分别是“20万元、3万元”，规则的次序是“3万元、20万元”，请按原文的次序写；几条合用这句话的，id 里编号的次序也要同原文一致。',
  ]);
});

test('rules that share the figures of a 分别 list each have their own order', () => {
  const rule = (first: string, second: string): string => {
    const cases = (amounts: string): string => {
      const [a, b] = amounts.split(' ');
      return `award: { type: money, exactly: { cases: [
        { when: { fact: enterprise.local, is: true }, then: ${a} }], otherwise: ${b} } }`;
    };
    return `{ clauses: [{ id: a, ${cases(first)} }, { id: b, ${cases(second)} }] }`;
  };
  const text = '<Clause id="a b">对国家级、省级企业分别奖励20万元、3万元。</Clause>';
  expect(auditOf(rule('20万元 3万元', '20万元 3万元'), text)).toEqual([]);
  expect(auditOf(rule('20万元 3万元', '3万元 20万元'), text)[0]).toMatch(/^orderMismatch/);
});

test('一次性 in a shared sentence concerns every award of it without an excuse in `unused`', () => {
  const text = '<Clause id="a b">对国家级、省级企业分别给予一次性奖励20万元、3万元。</Clause>';
  const once = two.replace('exactly: 20万元', 'exactly: 20万元, paid: once');
  expect(auditOf(once, text)).toEqual([
    'onceMismatch clauses/1/award: 原文写“一次性”，规则没有写 paid: once。',
  ]);
  const excused = once.replace('{ id: b,', '{ id: b, unused: [{ text: 一次性, reason: 只指国家级 }],');
  expect(auditOf(excused, text)).toEqual([]);
});

test('a mismatch of a unit price shows the price in the notation of rules', () => {
  const rule = clause('award: { type: money, exactly: { product: [300元/吨, enterprise.emission] } }');
  expect(auditOf(rule, mark('每公斤奖励300元。'))).toEqual([
    'figureMismatch clauses/0/award/exactly/product/0: 规则写的是“300元/吨”，原文是“300元/公斤”，请核对。',
  ]);
});

test('a mismatch shows the rule and the sentence', () => {
  const rule = clause('award: { type: money, exactly: 5万元 }');
  expect(auditOf(rule, mark('奖励6万元。'))).toEqual([
    'figureMismatch clauses/0/award/exactly: 规则写的是“5万元”，原文是“6万元”，请核对。',
  ]);
  expect(auditOf(rule, mark('最高奖励5万元。'))).toEqual([
    'boundMismatch clauses/0/award/exactly: 规则把“5万元”读作“没有界限词”，原文“最高奖励5万元。”是“不超过（最高）”，请核对。',
  ]);
});

test('a mismatch quotes the occurrence that agrees with no other literal', () => {
  const rule = clause(`
    when: { fact: enterprise.revenue, moreThan: 50万元 },
    award: { type: money, exactly: 1万元 },
    limits: [{ type: cap, amount: 50万元, per: enterprise }]`);
  expect(
    auditOf(rule, mark('奖励1万元，每家不超过50万元，对本年度主营业务收入达到50万元以上的企业。')),
  ).toEqual([
    'boundMismatch clauses/0/when/moreThan: 规则把“50万元”读作“超过”，原文“…主营业务收入达到50万元以上的企业。”是“以上（不低于、达到）”，请核对。',
  ]);
});

test('a mismatch at an open end of a range shows both possible bounds', () => {
  const rule =
    clause(`when: { fact: enterprise.revenue, moreThan: 9万元 }, award: { type: money, exactly: 1万元 },
    unused: [{ text: 3万元, reason: 另一头 }]`);
  expect(auditOf(rule, mark('收入3万元至9万元的，奖励1万元。'))[0]).toBe(
    'boundMismatch clauses/0/when/moreThan: 规则把“9万元”读作“超过”，原文“收入3万元至9万元的，奖励1万元。”是“不超过（最高）”或“不满（低于）”，请核对。',
  );
});

test('zero is never paired with a figure of the text', () => {
  const rule = clause(`
    when: { fact: enterprise.revenue, moreThan: 0元 }, award: { type: money, exactly: 1万元 }`);
  expect(auditOf(rule, mark('有收入的奖励1万元，另计5万元。'))).toEqual([
    'textNotInRule @0: 原文的“5万元”没有写进规则。请补进规则；规则确实不需要的，在 unused 里写明原因。',
  ]);
});

test('a bound that the text leaves open may have two readings', () => {
  const rule = (first: string): string =>
    clause(`
      readings: [{ id: exact, question: 正好50亿元算不算突破？, options: { over: 不算, reached: 算 } }],
      when: { any: [
        { all: [{ reading: exact, is: over }, { fact: enterprise.revenue, ${first}: 50亿元 }] },
        { all: [{ reading: exact, is: reached }, { fact: enterprise.revenue, atLeast: 50亿元 }] }] },
      award: { type: money, exactly: 1万元 }`);
  const text = mark('收入突破50亿元的，奖励1万元。');
  expect(auditOf(rule('moreThan'), text)).toEqual([]);
  expect(auditOf(rule('lessThan'), text).map((each) => each.split(' ')[0])).toEqual([
    'boundMismatch',
    'boundMismatch',
  ]);
});

test('literals that arithmetic needs may be missing in the text', () => {
  const half = '{ cases: [{ when: { fact: enterprise.local, is: false }, then: 50% }], otherwise: 100% }';
  const rule = (whole: string): string =>
    clause(`award: { type: money, exactly: { product: [10万元, ${half.replace('100%', whole)}] } }`);
  const text = mark('奖励10万元，外地企业按50%执行。');
  expect(auditOf(rule('100%'), text)).toEqual([]);
  expect(auditOf(rule('90%'), text).map((each) => each.split(' ')[0])).toEqual(['ruleNotInText']);
  expect(auditOf(rule('100%'), text.replace('50%', '60%')).map((each) => each.split(' ')[0])).toEqual([
    'figureMismatch',
  ]);
});

test('a reading may leave the period of a cap open', () => {
  const rule = (reading: string): string =>
    clause(`award: { type: money, exactly: 1万元 }, readings: [${reading}],
    limits: [{ type: cap, amount: 50万元, per: enterprise }]`);
  const text = mark('奖励1万元，累计最高50万元。');
  expect(auditOf(rule('{ id: cap, question: “累计最高50万元”管多久？, note: 没有写明 }'), text)).toEqual([]);
  expect(auditOf(rule('{ id: base, question: 基数, note: 没有写明 }'), text)[0]).toMatch(/^limitPeriod/);
});

test('money and percentages outside all marks need a mark', () => {
  expect(auditOf('{}', '每年2.5亿元担保金，共3个，占10%。')).toEqual([
    'moneyUnmarked @0: “2.5亿元”没有标出。是补贴的请写成条款并标出；不是的，用 <Plain reason="原因"> 包起来。',
    'moneyUnmarked @0: “10%”没有标出。是补贴的请写成条款并标出；不是的，用 <Plain reason="原因"> 包起来。',
  ]);
  expect(auditOf('{}', '<Plain reason="资金总规模">每年2.5亿元担保金</Plain>，共3个。')).toEqual([]);
});
