import { expect, test } from 'vitest';
import { read, table } from './show.ts';

/** 民法典 1259: 以上、以下、以内 include the figure, 超过、不满、以外 do not. */
const BOUNDS = `
500万元以上，500万元及以上，不低于500万元，不少于500万元，不小于500万元，达500万元，达到500万元，至少500万元，≥500万元，满500万元
  500万元 = 5000000 money atLeast
  500万元 = 5000000 money atLeast
  500万元 = 5000000 money atLeast
  500万元 = 5000000 money atLeast
  500万元 = 5000000 money atLeast
  500万元 = 5000000 money atLeast
  500万元 = 5000000 money atLeast
  500万元 = 5000000 money atLeast
  500万元 = 5000000 money atLeast
  500万元 = 5000000 money atLeast
超过10家，突破10家，高于10家，大于10家，超10家，逾10家，> 10家，10多家
  10家 = 10 count:家 moreThan
  10家 = 10 count:家 moreThan
  10家 = 10 count:家 moreThan
  10家 = 10 count:家 moreThan
  10家 = 10 count:家 moreThan
  10家 = 10 count:家 moreThan
  10家 = 10 count:家 moreThan
  10多家 = 10 count:家 moreThan
不超过3年，最高3年，最多3年，最长为3年，不高于3年，3年以内，3年以下，3年及以下，≤3年，上限3年，至多3年，3年封顶
  3年 = 3 year atMost
  3年 = 3 year atMost
  3年 = 3 year atMost
  3年 = 3 year atMost
  3年 = 3 year atMost
  3年 = 3 year atMost
  3年 = 3 year atMost
  3年 = 3 year atMost
  3年 = 3 year atMost
  3年 = 3 year atMost
  3年 = 3 year atMost
  3年 = 3 year atMost
不满5%，低于5%，未达5%，未达到5%，不达5%，不足5%，小于5%，<5%，不到5%
  5% = 0.05 ratio lessThan
  5% = 0.05 ratio lessThan
  5% = 0.05 ratio lessThan
  5% = 0.05 ratio lessThan
  5% = 0.05 ratio lessThan
  5% = 0.05 ratio lessThan
  5% = 0.05 ratio lessThan
  5% = 0.05 ratio lessThan
  5% = 0.05 ratio lessThan
15%左右，约15%，大约15%
  15% = 0.15 ratio about
  15% = 0.15 ratio about
  15% = 0.15 ratio about
不得超过100万元，不能低于100万元，未超过100万元，大于等于100万元，小于或等于100万元，不超100万元，不突破100万元
  100万元 = 1000000 money atMost
  100万元 = 1000000 money atLeast
  100万元 = 1000000 money atMost
  100万元 = 1000000 money atLeast
  100万元 = 1000000 money atMost
  100万元 = 1000000 money atMost
  100万元 = 1000000 money atMost
10人（含）以上，10人以上（不含10人），10人以下(不含)
  10人 = 10 person atLeast
  10人 = 10 person moreThan
  10人 = 10 person stated
  10人 = 10 person lessThan
最高不超过50元/平方米/月，最高给予10万元，最高扶持资金10万元，最高可给予每家企业10万元，最高可达10万元，限额为10万元
  50元/平方米/月 = 50 money/area/month atMost
  给予 = grant
  10万元 = 100000 money atMost
  10万元 = 100000 money atMost
  可 = may
  给予 = grant
  10万元 = 100000 money atMost
  10万元 = 100000 money atMost
  10万元 = 100000 money stated
不超过实际支付金额的40%、50%、60%，最高按投资额的30%，不低于上年的1.5倍
  40% = 0.4 ratio atMost
  50% = 0.5 ratio atMost
  60% = 0.6 ratio atMost
  30% = 0.3 ratio atMost
  上年 = previousYear
  1.5倍 = 1.5 count:倍 atLeast
不低于同等级最低标准的70%，不超过最低标准的70%，按最低标准的70%
  70% = 0.7 ratio atLeast
  70% = 0.7 ratio atMost
  70% = 0.7 ratio stated
达到1600亿元左右，约100家以上，5年以上10年以下
  1600亿元 = 160000000000 money about
  100家 = 100 count:家 atLeast
  5年 = 5 year atLeast
  10年 = 10 year atMost
不超过100家左右，超过500万元以上，最高奖励100万元以上，不低于45家以上
  100家 = 100 count:家 atMost not about
  500万元 = 5000000 money moreThan not atLeast
  100万元 = 1000000 money atMost not atLeast
  45家 = 45 count:家 atLeast
5000万元（含）至2亿元，5000万元至2亿元（不含），5000万（含）-2亿元（含），5000万元（不含）以上至2亿元，前10%至30%，10%（含）—30%
  5000万元(含)至2亿元 = 50000000(atLeast)..200000000 money stated
  5000万元至2亿元 = 50000000..200000000(lessThan) money stated
  5000万(含)-2亿元 = 50000000(atLeast)..200000000(atMost) money stated
  5000万元(不含)以上至2亿元 = 50000000(moreThan)..200000000 money stated
  10%至30% = 0.1..0.3 ratio stated
  10%(含)—30% = 0.1(atLeast)..0.3 ratio stated
超过500万元（含），不低于500万元（不含），不超过500万元(不含500万元)，低于5%（含），500万元（含），超过500万元（含税），500万元（不含税）以上
  500万元 = 5000000 money atLeast
  500万元 = 5000000 money moreThan
  500万元 = 5000000 money lessThan
  500万元 = 5000000 money stated
  5% = 0.05 ratio atMost
  500万元 = 5000000 money stated
  500万元 = 5000000 money moreThan
  500万元 = 5000000 money atLeast
不少于6家企业和60个项目，不少于6家企业，60个项目，不少于6家企业和10万元
  6家 = 6 count:家 atLeast
  60个 = 60 count:个 atLeast
  6家 = 6 count:家 atLeast
  60个 = 60 count:个 stated
  6家 = 6 count:家 atLeast
  10万元 = 100000 money stated
`;

/** A bound word applies to its figure and its list, and to nothing after a comma or a verb of granting. */
const NO_LEAK = `
不超过投资额，给予10%；投资超过100万元，奖励10万元。不满：3年
  给予 = grant
  10% = 0.1 ratio stated
  100万元 = 1000000 money moreThan
  10万元 = 100000 money stated
  3年 = 3 year stated
突破50亿元的奖励500万元
  50亿元 = 5000000000 money moreThan
  500万元 = 5000000 money stated
对超过行业平均水平的企业按投资额的10%奖励，对低于标准的给予10万元
  10% = 0.1 ratio stated
  给予 = grant
  10万元 = 100000 money stated
完成省下达我市增长22%的目标，节约100万元，下达500万元，签约10家，达到国内先进水平10家
  22% = 0.22 ratio stated
  100万元 = 1000000 money stated
  500万元 = 5000000 money stated
  10家 = 10 count:家 stated
  10家 = 10 count:家 stated
规模以上企业10家，省级以上130家，3年内
  10家 = 10 count:家 stated
  130家 = 130 count:家 stated
  3年 = 3 year stated
`;

/** A bound word without its own figure applies to the list with nouns after it, up to the end of the sentence. */
const GOVERNED = `
单个企业年度最高奖励，批发业30万元，零售业、住宿业20万元；餐饮业10万元
  30万元 = 300000 money atMost
  20万元 = 200000 money atMost
  10万元 = 100000 money stated
最高奖励标准为：投资500万元以上的30万元、其他20万元
  500万元 = 5000000 money atLeast
  30万元 = 300000 money atMost
  20万元 = 200000 money atMost
最高奖励，批发业30万元，再奖励5万元
  30万元 = 300000 money atMost
  5万元 = 50000 money stated
`;

/** Lists before and after 分别, which are matched in order. */
const LISTS = `
2022 年起每年分别推动 20 家、25 家、30 家、35 家工业企业
  2022年 = date 2022
  每年 = everyYear
  20家 = 20 count:家 stated #0.0
  25家 = 25 count:家 stated #0.1
  30家 = 30 count:家 stated #0.2
  35家 = 35 count:家 stated #0.3
达到1亿元、5亿元的，分别奖励10万元、20万元；超过3家、4家的企业给予奖励。
  1亿元 = 100000000 money atLeast #0.0
  5亿元 = 500000000 money atLeast #0.1
  10万元 = 100000 money stated #1.0
  20万元 = 200000 money stated #1.1
  3家 = 3 count:家 moreThan
  4家 = 4 count:家 moreThan
  给予 = grant
分别给予国家级20万元、省级10万元和市级5万元，最高不超过40、50、60%
  给予 = grant
  20万元 = 200000 money stated #0.0
  10万元 = 100000 money stated #0.1
  5万元 = 50000 money stated #0.2
  40 = 0.4 ratio atMost #1.0
  50 = 0.5 ratio atMost #1.1
  60% = 0.6 ratio atMost #1.2
依次奖励100万元、80万元、50万元
  100万元 = 1000000 money stated #0.0
  80万元 = 800000 money stated #0.1
  50万元 = 500000 money stated #0.2
国家级6个、省级30个。1、500万元以上的。20、30万元
  6个 = 6 count:个 stated
  30个 = 30 count:个 stated
  1 = bare 1
  500万元 = 5000000 money atLeast
  20 = bare 20
  30万元 = 300000 money stated
`;

test.each(table(BOUNDS))('$passage', ({ passage, tokens }) => {
  expect(read(passage)).toEqual(tokens);
});

test.each(table(NO_LEAK))('$passage', ({ passage, tokens }) => {
  expect(read(passage)).toEqual(tokens);
});

test.each(table(GOVERNED))('$passage', ({ passage, tokens }) => {
  expect(read(passage)).toEqual(tokens);
});

test.each(table(LISTS))('$passage', ({ passage, tokens }) => {
  expect(read(passage)).toEqual(tokens);
});
