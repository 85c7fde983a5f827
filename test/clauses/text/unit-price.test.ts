import { expect, test } from 'vitest';
import { tokenize } from '../../../clauses/text/tokens.ts';

const named = (text: string): string[] =>
  tokenize(text, { protectedWords: [] }).flatMap((token) =>
    token.kind === 'number' ? [(token.per ?? []).map(({ dimension }) => dimension).join(' ')] : [],
  );

test.each([
  ['每平方米每月8元', ['area month']],
  ['按每平方米每月不超过8元的标准', ['area month']],
  ['每人每年2000元、1500元', ['person year', 'person year']],
  ['每件发明专利奖励5000元', ['count:件']],
  ['每一台设备补贴300元', ['count:台']],
  ['每家企业奖励10万元，再奖励5万元', ['count:家', '']],
  ['每吨300元另加200元', ['mass', '']],
  ['每人至少培训20课时', ['']],
  ['每立方米补助80元', ['volume']],
  ['每千瓦时补助0.1元', ['energy']],
  ['每节约1吨标准煤奖励300元', ['', 'unit:吨标准煤']],
  ['每出口1美元奖励0.02元人民币', ['', 'money:美元']],
  ['每安排1名残疾人就业，每年奖励5000元', ['', 'person year']],
  ['每满100万元奖励1万元', ['', '']],
  ['每满1万元奖励10元；另给5元', ['', '', '']],
  ['每月增长5%', ['']],
])('%s', (text, units) => {
  expect(named(text)).toEqual(units);
});
