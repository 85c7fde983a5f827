import { didYouMean, error, listed, remark } from './issue-kind.ts';

/** Kinds of issues with awards, limits, readings, requirements, groups, and references between clauses. */
export const clauseIssues = {
  duplicateId: error({
    cause: '编号是永久的网址，一个文件里不能重复。',
    example: '两个条款都写 id: cloud',
    message: ({ id }: { id: string }) => `编号“${id}”用了不止一次，请改一个。`,
  }),
  clauseEmpty: error({
    cause: '条款既没有奖补，也没有限额。',
    example: '- { id: cloud, title: 企业上云补贴, citation: 四（三）5 }',
    message: () =>
      '条款没有写 award（奖补），也没有写 limits（限额）。没有资金的写 award: { type: register } 之类。',
    fix: () => 'award: { type: money, exactly: …… }',
  }),
  awardEmpty: error({
    cause: '资金、券和税收要写数额；文件没有数额的写明原因。',
    example: 'award: { type: money }',
    message: () =>
      '奖补没有数额。请写 exactly、upTo、atLeast 或 between；文件没有数额的，写 none: elsewhere、discretionary 或 notStated。',
    fix: () => 'none: notStated',
  }),
  awardTwice: error({
    cause: '一条奖补只能有一种数额。',
    example: 'award: { type: money, exactly: 10万元, upTo: 20万元 }',
    message: ({ keys }: { keys: readonly string[] }) =>
      `${listed(keys)}只能写一个。一个幅度写 between: [最少, 最多]；固定比例另有封顶的，封顶写在 limits 里。`,
  }),
  rangeReversed: error({
    cause: 'between 的两个数写反了。',
    example: 'between: [20万元, 10万元]',
    message: ({ from, to }: { from: string; to: string }) =>
      `between 先写最少再写最多，${from} 比 ${to} 大。`,
    fix: ({ from, to }) => `between: [${to}, ${from}]`,
  }),
  scheduleShares: error({
    cause: '分次兑现的各次比例加起来不是 100%。',
    example: 'schedule: [{ share: 50%, event: 立项 }, { share: 40%, event: 验收 }]',
    message: ({ sum }: { sum: string }) => `各次兑现的比例加起来是 ${sum}，应当是 100%。`,
  }),
  termBounds: error({
    cause: '补助期限要写一个年数。',
    example: 'term: { from: 完工下一年 }',
    message: () => '补助期限请写 exactly（3年）或者 upTo（最长3年），只写一个。',
    fix: () => 'term: { exactly: 3年 }',
  }),
  limitPer: error({
    cause: '封顶要说明是对每家企业、每个项目还是别的什么。',
    example: '{ type: cap, amount: 200万元 }',
    message: () => '请写 per：限额是对每一项（item）、每家企业（enterprise）、每个项目（project）还是别的。',
    fix: () => 'per: enterprise',
  }),
  limitPerOther: error({
    cause: 'per 写的是另一个列表的名称，限额就会变成申报者合计的限额。',
    example: 'for: researchProjects，limits: [{ type: cap, amount: 200万元, per: project }]',
    message: ({ per, list }: { per: string; list: string }) =>
      `本条款对“${list}”逐项计算，per: ${per} 说的是另一个列表。限制每一项的写 per: item，限制一家企业合计的写 per: enterprise。`,
    fix: () => 'per: item',
  }),
  limitWithoutList: error({
    cause: '按项限制的限额，只能写在逐项计算（for）的条款里。',
    example: 'limits: [{ type: items, amount: 3个, per: enterprise }]，条款没有写 for',
    message: () => '这个限额按项计算，本条款没有写 for。请写明 for 哪个列表；或者写 per: enterprise。',
  }),
  limitItemsPer: error({
    cause: '“最多几项”是对申报者说的，不是对每一项说的。',
    example: 'limits: [{ type: items, amount: 3个, per: item }]',
    message: () => '最多补几项，要写是谁的几项，如每家企业：per: enterprise。',
    fix: () => 'per: enterprise',
  }),
  limitItemsOver: error({
    cause: '“最多几项”是一个条款的项数，不能对几个条款合起来数。',
    example: 'limits: [{ type: items, over: [a, b], amount: 3个, per: enterprise }]',
    message: () =>
      '最多补几项请写在它限制的那一条条款里，不写 over。文件对几个条款合起来数的，写成不同理解（readings 的 note）。',
  }),
  limitItems: error({
    cause: 'apply: items 把几个条款在每一项上合起来限制，这些条款要对同一个列表逐项计算。',
    example: 'over: [a, b], apply: items，a 写 for: projects，b 没有写 for',
    message: () => 'apply: items 要求 over 里的条款都写 for，而且是同一个列表。',
  }),
  limitItemsNested: error({
    cause: '按每一项合计的限额里面，不能再有别的共同限额或者就高不重复。',
    example: '{ over: [a, b, c], apply: items } 和 { over: [a, b] }',
    message: ({ other }: { other: string }) =>
      `这里按每一项合计限制，里面又有“${other}”。请把其中一个写成不同理解（readings 的 note）。`,
  }),
  limitOverItself: error({
    cause: '没有奖补的条款要写明它限制哪些条款。',
    example: '- { id: fiscal-limit, limits: [{ type: cap, amount: enterprise.localTax, per: enterprise }] }',
    message: () =>
      '这一条没有奖补，请用 over 写明限制哪些条款，如 over: [equipment-award] 或 over: { allBut: [] }。',
    fix: () => 'over: { allBut: [] }',
  }),
  capBelowFloor: error({
    cause: '封顶比保底还低。',
    example: 'limits: [{ type: floor, amount: 10万元 }, { type: cap, amount: 5万元 }]',
    message: ({ cap, floor }: { cap: string; floor: string }) => `封顶 ${cap} 比保底 ${floor} 低。`,
  }),
  unknownClause: error({
    cause: '引用的条款不在这个文件里。',
    example: 'over: [equipment-awards]',
    message: ({ id, nearest }: { id: string; nearest: string | undefined }) =>
      `这个文件里没有条款“${id}”${didYouMean(nearest) || '。'}`,
    fix: ({ nearest }) => nearest,
  }),
  clauseWithoutAward: error({
    cause: '限额、就高不重复和共同的申报条件只对有奖补的条款有意义。',
    example: 'over: [fiscal-limit]',
    message: ({ id }: { id: string }) => `条款“${id}”没有奖补，不能写在这里。`,
  }),
  overlappingLimits: error({
    cause: '两个共同限额（或者就高不重复）各管一部分条款，又有一部分重叠，合计多少就不确定。',
    example: 'over: [a, b] 和 over: [b, c]',
    message: ({ other, shared }: { other: string; shared: readonly string[] }) =>
      `这里和“${other}”都管条款 ${listed(shared)}，但谁也不包含谁。请把其中一个的范围改成包含另一个，或者完全分开。`,
  }),
  readingWithoutEffect: error({
    cause: '歧义的各种理解没有在条件里用到，算出来都一样。',
    example:
      'readings: [{ id: scope, options: { jointly: 合计, each: 分别 } }]，条件里没有 { reading: scope, … }',
    message: ({ id }: { id: string }) =>
      `歧义“${id}”列了几种理解，但条件、金额和限额里都没有用到。请写 { reading: ${id}, is: …… }；只作说明的，把 options 改成 note。`,
    fix: ({ id }) => `{ reading: ${id}, is: …… }`,
  }),
  readingEmpty: error({
    cause: '歧义要么列出各种理解，要么写一句说明。',
    example: 'readings: [{ id: scope, question: …… }]',
    message: () => '请写 options（至少两种理解，分别计算），或者 note（只作说明）。',
    fix: () => 'note: ……',
  }),
  duplicateReading: error({
    cause: '同一条里两处歧义用了同一个编号。',
    example: 'readings: [{ id: base, … }, { id: base, … }]',
    message: ({ id }: { id: string }) => `歧义编号“${id}”用了不止一次，请改一个。`,
  }),
  requirementEmpty: error({
    cause: '共同的要求既没有条件，也没有承诺。',
    example: 'requirements: [{ id: applicant, citation: 一, clauses: all }]',
    message: () => '请写 when（要符合的条件）或者 undertakings（以后要做到的承诺）。',
  }),
  requirementIdle: error({
    cause: '共同的申报条件没有适用于任何条款。',
    example: 'clauses: { allBut: [ …全部条款… ] }',
    message: () => '这里没有选中任何有奖补的条款。请写 clauses: all，或者列出适用的条款。',
    fix: () => 'clauses: all',
  }),
  requirementList: error({
    cause: '对列表每一项的要求，只能用于逐项判断同一个列表的条款。',
    example: 'requirements: [{ for: projects, clauses: all }]，有的条款没有写 for: projects',
    message: ({ title, list }: { title: string; list: string }) =>
      `条款“${title}”没有写 for: ${list}，这一要求不能用于它。请用 clauses 列出适用的条款。`,
  }),
  unknownArticle: error({
    comparesText: true,
    cause: 'articles 里写的段落在正文里没有。',
    example: 'articles: { p-99: rule }',
    message: ({ anchor, nearest }: { anchor: string; nearest: string | undefined }) =>
      `正文里没有段落“${anchor}”${didYouMean(nearest) || '。'}`,
    fix: ({ nearest }) => nearest,
  }),
  badDate: error({
    cause: '日历里没有这一天。',
    example: 'printedOn: 2022-02-30',
    message: ({ given }: { given: string }) => `日历里没有“${given}”这一天。`,
  }),
  dateOrder: error({
    cause: '先后次序不可能：失效早于施行，印发早于成文，规划期的终点早于起点。',
    example: 'effectiveFrom: 2022-01-01，effectiveTo: 2021-12-31',
    message: ({ first, later }: { first: string; later: string }) => `${later}早于${first}，请核对。`,
  }),
  noPeriod: remark({
    cause: '《公平竞争审查条例》要求给予特定经营者的优惠有明确期限；文件没有写明失效日期和规划期。',
    example: '没有 effectiveTo 和 validFor，也没有 planYears',
    message: () => '文件没有写明有效期。页面上显示“未载明”；请确认原文确实没有。',
  }),
  termWithoutPaid: error({
    cause: '补助有期限，没有写明是每年兑现还是只兑现一次。',
    example: 'award: { type: money, exactly: 20万元, term: { exactly: 3年 } }',
    message: () => '有补助期限的，请写 paid：每年兑现写 yearly，一次兑现写 once，文件没有写明写 notStated。',
    fix: () => 'paid: yearly',
  }),
};
