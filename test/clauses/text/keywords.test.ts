import { expect, test } from 'vitest';
import { read, table } from './show.ts';

/** Keywords and words of modality. */
const WORDS = `
从完工下一年起连续3年内给予一次性补助，每年、同一年度、每一年，首次，上一年度，前一年，次年
  下一年 = nextYear
  连续 = consecutive
  3年 = 3 year stated
  给予 = grant
  一次性 = once
  每年 = everyYear
  同一年度 = everyYear
  每一年 = everyYear
  首次 = first
  上一年度 = previousYear
  前一年 = previousYear
  次年 = nextYear
以上年度营业收入为基数，投资500万元以上年度项目，规模以上年产值，多层次年轻队伍，连续性
  上年度 = previousYear
  500万元 = 5000000 money atLeast
可给予，可以享受，可纳入，可由，可视情况，可用于，可选择，可比照，即可
  可 = may
  给予 = grant
  可以 = may
  可 = may
  可 = may
  可 = may
  可 = may
  可 = may
  可 = may
  可 = may
可靠，可视服务，可循环，可持续，许可，认可，可行性，可推广，可复制，可借鉴，可多选，可控，可预期，不可抗力，可能
验收合格后方可享受，可分别按第一条申报，可叠加享受，可同时享受，可计入基数，可累计，可申请奖励，可以申报，可以叠加，可以同时申请
可分别给予奖励，可按投资额给予补助，可享受，可申领，可以累进
  可 = may
  给予 = grant
  可 = may
  给予 = grant
  可 = may
  可 = may
  可以 = may
企业可在按门店补助与按租金补助两种方式中选择一种，申报单位可自主选择，企业可选择
主管单位可在库内选择，企业可择优给予，应兑现总额，应奖励金额，应补助部分，相应减少
  可 = may
  可 = may
  给予 = grant
贸易企业除外，不包括土地款，不适用本条，除上市公司以外的企业，除第三条外。除享受上述政策外，还奖励，扣除补贴外的，免除
  除外 = except
  不包括 = except
  不适用 = except
  除 = except
  除 = except
应当，企业应聚焦，必须，须，应予，对应当退还的，项目应在广东省境内
  应当 = shall
  应 = shall
  必须 = shall
  须 = shall
  应 = shall
  应当 = shall
  应 = shall
应用，相应，供应，响应，应对，适应，效应，对应，应收，应急，反应，应届，应统尽统，应报未报，相应当年，无须，须知
不予奖励，不给予，不再给予，不予以，不得重复享受，不可以申报
  不予 = refuse
  不给予 = refuse
  不再给予 = refuse
  不予以 = refuse
  不得 = refuse
  不可以 = refuse
不得超过10%，不得低于10%，不得不
  10% = 0.1 ratio atMost
  10% = 0.1 ratio atLeast
给予奖励，予以补助，授予以下称号，奖励资金，补助期限
  给予 = grant
  予以 = grant
`;

test.each(table(WORDS))('$passage', ({ passage, tokens }) => {
  expect(read(passage)).toEqual(tokens);
});

test('protected words are no figures, the longest word wins, and none cuts a number', () => {
  expect(read('两化融合，一级财政', [])).toEqual([]);
  expect(read('5G、5G＋、15G', ['5G'])).toEqual(['15 = bare 15']);
  expect(read('三年行动计划', ['三年', '三年行动'])).toEqual([]);
  expect(read('三 年行动', ['三年 行动'])).toEqual([]);
  expect(read('ＩＳＯ１００１２', ['ISO10012'])).toEqual([]);
});

test('同一年度 is a keyword although it is protected', () => {
  expect(read('同一年度', ['同一年度'])).toEqual(['同一年度 = everyYear']);
});
