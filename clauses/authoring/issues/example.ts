import { didYouMean, error, listed } from './issue-kind.ts';

/** Kinds of issues with worked examples. */
export const exampleIssues = {
  noExamples: error({
    cause: '条款没有算例，就没有人核对过它算得对不对。',
    example: 'examples: []',
    message: () => '请至少写一个算例：填什么，应当得到什么。最好有正好够、差一点不够和不清楚三种。',
    fix: () => 'examples:\n  - name: ……\n    facts: { …… }\n    expect: { verdict: eligible }',
  }),
  exampleTwice: error({
    cause: '同一条里两个算例同名。',
    example: '两个算例都叫 正好达到门槛',
    message: ({ name }: { name: string }) => `算例“${name}”用了不止一次，请改一个名称。`,
  }),
  exampleLike: error({
    cause: 'like 要写前面的另一个算例：同一条里的写名称，别的条款的写 条款编号:名称。',
    example: 'like: 正好达到门坎',
    message: ({ like, nearest }: { like: string; nearest: string | undefined }) =>
      `前面没有算例“${like}”${didYouMean(nearest) || '。'}`,
    fix: ({ nearest }) => (nearest === undefined ? undefined : `like: ${nearest}`),
  }),
  exampleExpectsNothing: error({
    cause: '算例没有写应当得到什么。',
    example: 'expect: {}',
    message: () => '请在 expect 里至少写一项应当得到的结果。',
    fix: () => 'expect: { verdict: eligible }',
  }),
  exampleAmount: error({
    cause: '算例里期望的金额看不懂。',
    example: 'least: 三十万',
    message: ({ given }: { given: string }) =>
      `看不懂金额“${given}”，请写成 30万元、'4999999.99' 或者 无上限。`,
  }),
  exampleAnswer: error({
    cause: '算例里的回答不符合填报项的要求。',
    example: 'facts: { enterprise.aboveScale: 500万元 }',
    message: ({ name, reason, heirs }: { name: string; reason: string; heirs: number }) =>
      `回答“${name}”不对：${reason}。${heirs === 0 ? '' : `还有 ${heirs} 个算例沿用了它，改好这一处就都好了。`}`,
  }),
  exampleReading: error({
    cause: '算例里写的歧义或者理解，计算结果里没有。',
    example: 'readings: { threshold: { sumed: { verdict: eligible } } }',
    message: ({
      id,
      known,
      nearest,
    }: {
      id: string;
      known: readonly string[];
      nearest: string | undefined;
    }) =>
      `计算结果里没有“${id}”，或者各种理解的结果都相同${didYouMean(nearest) || '。'}有：${listed(known)}。`,
    fix: ({ nearest }) => nearest,
  }),
  exampleWrong: error({
    cause: '按规则算出来的和算例写的不同：不是规则错了，就是算例错了。',
    example: 'expect: { least: 30万元 }，算出来是 0元',
    message: ({
      example,
      what,
      expected,
      actual,
    }: {
      example: string;
      what: string;
      expected: string;
      actual: string;
      line: string;
    }) =>
      `算例“${example}”：${what}应当是 ${expected}，算出来是 ${actual}。请先核对规则和原文；规则没有错，才改算例。`,
    fix: ({ line }) => line,
  }),
  exampleMore: error({
    cause: '同一条里算出来不同的算例很多，多半是同一处写错，只列出前三个。',
    example: '改错一个条件，十个算例都算出别的结果',
    message: ({ n }: { n: number }) => `另有 ${n} 个算例算出来也同写的不同。请先改好上面的，再检查一次。`,
  }),
  exampleCrash: error({
    cause: '计算程序出错。这不是文件的问题，请把这条消息告诉维护人员。',
    example: '（程序出错，和写法无关）',
    message: ({ reason }: { reason: string }) => `算例没有算出来：${reason}。请把这条消息告诉维护人员。`,
  }),
};
