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
  ['每人至少培训20课时', []],
  ['每月增长5%', ['']],
])('%s', (text, units) => {
  expect(named(text)).toEqual(units);
});
