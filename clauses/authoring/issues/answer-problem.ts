import type { AnswerProblem } from '../../answers/read-answers.ts';

/** What is wrong with an answer of an example, in words. */
export function reasonOf({ code, fact, given = '', nearest }: AnswerProblem): string {
  switch (code) {
    case 'unknownFact':
      return `facts.yaml 里没有这一项${nearest === undefined ? '' : `，是不是“${nearest}”`}`;
    case 'badValue':
      return `看不懂“${given}”${fact === undefined ? '' : `，${FORMS[fact.type]}`}`;
    case 'outOfRange':
      return `“${given}”超出了填写范围`;
    case 'tooManyItems':
      return '项数太多';
    case 'emptyText':
      return '不能为空，不清楚请写 null';
    case 'duplicate':
      return '同一项写了两次';
    case 'wrongShape':
      return '形式不对，列表从1数起，如 projects.1.completed';
    case 'tooPrecise':
      return `“${given}”的小数位数太多`;
  }
}

const FORMS = {
  yesNo: '请写 true 或 false',
  choice: '请写选项值',
  money: '请写金额，如 500万元',
  number: '请写数',
  count: '请写整数',
  area: '请写面积，如 1000',
  percent: '请写百分比，如 6%',
  date: '请写日期，如 2022-08-15',
  series: '请按年份写数值',
} as const;
