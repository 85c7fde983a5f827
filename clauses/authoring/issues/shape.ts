import { didYouMean, error, listed } from './issue-kind.ts';

/** Kinds of issues with the form of an author's input, which is checked before its meaning. */
export const shapeIssues = {
  missingKey: error({
    cause: '少写了必须写的一项。',
    example: '- { id: cloud, title: 企业上云补贴 }',
    message: ({ key }: { key: string; label: string | undefined }) => `缺少“${key}”，请补上。`,
    fix: ({ key, label }) => `${key}: ${label ?? '……'}`,
  }),
  unknownKey: error({
    cause: '写了没有规定的一项，多半是拼写错误。',
    example: 'titel: 企业上云补贴',
    message: ({ key, nearest }: { key: string; nearest: string | undefined }) =>
      `不认识“${key}”${didYouMean(nearest) || '，请删去，或者查看手册里有哪些写法。'}`,
    fix: ({ nearest }) => (nearest === undefined ? undefined : `${nearest}: ……`),
  }),
  misplacedKey: error({
    cause: '这一项有，但是不写在这里，例如把目标的 growth 写进了 total 里面。',
    example: 'total: { atLeast: 20%, growth: true }',
    message: ({ key, homes }: { key: string; homes: readonly string[] }) =>
      `“${key}”不能写在这里${homes.length === 0 ? '' : `，它用在：${homes.join('、')}`}。请移到该写的那一层，或者删去。`,
  }),
  emptyKey: error({
    cause: '写了名称，冒号后面是空的。',
    example: 'unused:',
    message: ({ key }: { key: string }) =>
      key === ''
        ? '这里是空的，请照手册填上各项。'
        : `“${key}”后面是空的，请填上；文件没有写明、可以不写的，删去这一行。`,
  }),
  runTogether: error({
    cause: '列表的几个词之间用了全角逗号、顿号或分号，合成了一个词。',
    example: 'topics: [技术改造，设备购置]',
    message: ({ given }: { key: string; given: string; list: string }) =>
      `“${given}”会当作一个词。几个词之间要用半角逗号“,”隔开，后面空一格。`,
    fix: ({ key, list }) => `${key}: ${list}`,
  }),
  wrongForm: error({
    cause: '这里要写的是另一种形式，例如应当写列表却写了一个词。',
    example: 'issuers: 龙南市人民政府办公室',
    message: ({ expected, given }: { expected: string; given: string }) =>
      `这里应当是${expected}，现在是${given}。`,
    fix: ({ expected, given }) => (expected === '文字' && /^\d{1,7}$/.test(given) ? `'${given}'` : undefined),
  }),
  wrongText: error({
    cause: '文字不合规定的写法，例如日期写成了 2022年8月15日。',
    example: 'printedOn: 2022年8月15日',
    message: ({ given, expected }: { given: string; expected: string; day: string | undefined }) =>
      `“${given}”写法不对，应当是：${expected}。`,
    fix: ({ day }) => day,
  }),
  wrongChoice: error({
    cause: '只能从几个词里选一个，写的不在其中。',
    example: 'type: cash',
    message: ({
      given,
      options,
      nearest,
    }: {
      given: string;
      options: readonly string[];
      nearest: string | undefined;
    }) => `“${given}”不能用在这里${didYouMean(nearest) || '。'}可以写：${listed(options)}。`,
    fix: ({ nearest }) => nearest,
  }),
  wrongCount: error({
    cause: '列表的项数太少或者太多。',
    example: 'difference: [enterprise.output]',
    message: ({ key, expected }: { key: string; expected: string }) => `“${key}”这里${expected}。`,
  }),
  unknownForm: error({
    cause: '这一处的写法和手册里的任何一种都对不上。',
    example: 'when: { facts: enterprise.aboveScale }',
    message: ({ given, forms }: { given: string; forms: readonly string[] }) =>
      `看不懂${given}。这里可以写：${forms.join('；')}。`,
  }),
};
