import { expect, test } from 'vitest';
import { read, table } from './show.ts';

/** Figures, units and numerals in the forms that laws use. */
const FIGURES = `
500万元、1.5亿元、1,000元、2000多亿元、5亿多元
  500万元 = 5000000 money stated
  1.5亿元 = 150000000 money stated
  1,000元 = 1000 money stated
  2000多亿元 = 200000000000 money moreThan
  5亿多元 = 500000000 money moreThan
1亿5000万元，3万2000元
  1亿5000万元 = 150000000 money stated
  3万2000元 = 32000 money stated
2018年1000万2019年
  2018年 = date 2018
  1000万 = bare 10000000
  2019年 = date 2019
投资亿元及以上，超亿元，百亿元，十亿元，二十万元
  亿元 = 100000000 money atLeast
  亿元 = 100000000 money moreThan
  百亿元 = 10000000000 money stated
  十亿元 = 1000000000 money stated
  二十万元 = 200000 money stated
上市的奖励企业50万，总额不超过200万人民币，给予100万一次性奖励，补助100万级用户，覆盖人口100万。
  50万 = 500000 money stated
  200万人民币 = 2000000 money atMost
  给予 = grant
  100万 = 1000000 money stated
  一次性 = once
  100万 = bare 1000000
  100万 = bare 1000000
3年期（含）以上贷款，4个标准展位，最高为每标准展位1.5万元
  3年期 = 3 year atLeast
  4个 = 4 count:个 stated
  1.5万元 = 15000 money atMost
总投资(亿元)，单位：亿元，数亿元，上千万元，几百万元，万元，近亿元
营业收入10亿级企业，年产值1000亿级产业集群，打造千亿级产业，百万级用户，100万级用户
  10亿级 = 1000000000 money stated
  1000亿级 = 100000000000 money stated
  千亿级 = 100000000000 money stated
  100万 = bare 1000000
2000立方米，2升，10万度，3兆瓦时，200吨标准煤，40个标准箱，40TEU，20张床位，20课时，5升级，3班子
  2000立方米 = 2000 volume stated
  2升 = 0.002 volume stated
  10万度 = 100000 energy stated
  3兆瓦时 = 3000 energy stated
  200吨标准煤 = 200 unit:吨标准煤 stated
  40个标准箱 = 40 unit:标准箱 stated
  40TEU = 40 unit:标准箱 stated
  20张床位 = 20 count:床位 stated
  20课时 = 20 count:课时 stated
  5 = bare 5
  3 = bare 3
500万美元
  500万美元 = 5000000 money:美元 stated
6%，3.5‰，三成，百分之十，百分之百，百分之12.5，三分之二以上，0.5个百分点
  6% = 0.06 ratio stated
  3.5‰ = 0.0035 ratio stated
  三成 = 0.3 ratio stated
  百分之十 = 0.1 ratio stated
  百分之百 = 1 ratio stated
  百分之12.5 = 0.125 ratio stated
  三分之二 = 2/3 ratio atLeast
  0.5个百分点 = 0.005 percentagePoint stated
1:1，1∶1，1∶0.5，0.5:1，4：3，1:0，0:1，1:2:3
  1:1 = 1 ratio stated
  1:1 = 1 ratio stated
  1:0.5 = 0.5 ratio stated
  0.5:1 = 2 ratio stated
  4:3 = 0.75 ratio stated
  1 = bare 1
  0 = bare 0
  0 = bare 0
  1 = bare 1
  1 = bare 1
  2 = bare 2
  3 = bare 3
10000平方米，10000㎡，2亩，3公顷，1平方公里
  10000平方米 = 10000 area stated
  10000㎡ = 10000 area stated
  2亩 = 4000/3 area stated
  3公顷 = 30000 area stated
  1平方公里 = 1000000 area stated
50元/平方米/月，6元/㎡·月，24万元/人·年，100元/(人·月)，20万元/企业，300万元/亩，0.3元/千瓦时，500台/万人
  50元/平方米/月 = 50 money/area/month stated
  6元/㎡·月 = 6 money/area/month stated
  24万元/人·年 = 240000 money/person/year stated
  100元/(人·月) = 100 money/month/person stated
  20万元/企业 = 200000 money/count:企业 stated
  300万元/亩 = 4500 money/area stated
  0.3元/千瓦时 = 0.3 money/energy stated
  500台/万人 = 0.05 count:台/person stated
3年，近三年，十二个月，10个工作日，30个自然日，15日，24小时，18周岁，10人次，5千瓦
  3年 = 3 year stated
  三年 = 3 year stated
  十二个月 = 12 month stated
  10个工作日 = 10 workday stated
  30个自然日 = 30 day stated
  15日 = 15 day stated
  24小时 = 24 hour stated
  18周岁 = 18 count:岁 stated
  10人次 = 10 count:人次 stated
  5千瓦 = 5 power stated
2万台，600台（套），两家，三百六十五日，一百零五家，一点五倍，十余家
  2万台 = 20000 count:台 stated
  600台(套) = 600 count:台 stated
  两家 = 2 count:家 stated
  三百六十五日 = 365 day stated
  一百零五家 = 105 count:家 stated
  一点五倍 = 1.5 count:倍 stated
  十余家 = 10 count:家 moreThan
数十家，三五年，二百五家，百企千项，一批，一条龙，十条政策，统一成立，一成不变，同一项目，三元锂电池，一个企业，一名人员
一个以上，至少一名
  一个 = 1 count:个 atLeast
  一名 = 1 person atLeast
1-2家，300—500万元，5%至10%，5%～10%，5至10%，10万元到20万元，三至五年，5000—1万元，百分之五至百分之十
  1-2家 = 1..2 count:家 stated
  300—500万元 = 3000000..5000000 money stated
  5%至10% = 0.05..0.1 ratio stated
  5%~10% = 0.05..0.1 ratio stated
  5至10% = 0.05..0.1 ratio stated
  10万元到20万元 = 100000..200000 money stated
  三至五年 = 3..5 year stated
  5000—1万元 = 5000..10000 money stated
  百分之五至百分之十 = 0.05..0.1 ratio stated
比例由10%提高到20%，3个月至1年
  10% = 0.1 ratio stated
  20% = 0.2 ratio stated
  3个月 = 3 month stated
  1年 = 1 year stated
工业 4.05，15G，5G，附件2，1+1，电话020-12345678
  4.05 = bare 4.05
  15 = bare 15
  1 = bare 1
  1 = bare 1
  020 = bare 20
  12345678 = bare 12345678
第一，第17项，第三、四条，第1至3项，第二批，第三方，揭市经信[2018]119号，深府办〔2017〕22号，龙办发（2022）第40号
《关于2018年奖励500万元的通知》《甲《乙10%》丙20%》，《未完30%
  30% = 0.3 ratio stated
`;

/** Calendar dates, and durations that look like them. */
const DATES = `
2018年，2018-2020年，2018年至2020年，2018―2020年，2022 年 8 月 15 日，到2025年，12月22日，1月，六月底前
  2018年 = date 2018
  2018-2020年 = date 2018..2020
  2018年至2020年 = date 2018..2020
  2018―2020年 = date 2018..2020
  2022年8月15日 = date 2022-08-15
  2025年 = date 2025
  12月22日 = date ?-12-22
  1月 = date ?-01
  六月 = date ?-06
“十三五”期间，十四五规划
  十三五 = date 2016..2020
  十四五 = date 2021..2025
2018年1-6月，1-6月，8月1日至15日，2018年8月至12月，2021年2月-2023年4月，2023年1月1日至2025年12月31日
  2018年1-6月 = date 2018-01..2018-06
  1-6月 = date ?-01..?-06
  8月1日至15日 = date ?-08-01..?-08-15
  2018年8月至12月 = date 2018-08..2018-12
  2021年2月-2023年4月 = date 2021-02..2023-04
  2023年1月1日至2025年12月31日 = date 2023-01-01..2025-12-31
2018、2019年，11、12月，2018和2020年
  2018 = date 2018
  2019年 = date 2019
  11 = date ?-11
  12月 = date ?-12
  2018 = date 2018
  2020年 = date 2020
二〇一八年八月十五日，二〇二〇年，2018-01-09，2018年度，2020年末
  二〇一八年八月十五日 = date 2018-08-15
  二〇二〇年 = date 2020
  2018-01-09 = date 2018-01-09
  2018年度 = date 2018
  2020年 = date 2020
2022年3个月，连续3年，最长为3年，24月，满12月以上，上世纪九十年代
  2022年 = date 2022
  3个月 = 3 month stated
  连续 = consecutive
  3年 = 3 year stated
  3年 = 3 year atMost
  24月 = 24 month stated
  12月 = 12 month atLeast
`;

test.each(table(FIGURES))('$passage', ({ passage, tokens }) => {
  expect(read(passage)).toEqual(tokens);
});

test.each(table(DATES))('$passage', ({ passage, tokens }) => {
  expect(read(passage)).toEqual(tokens);
});
