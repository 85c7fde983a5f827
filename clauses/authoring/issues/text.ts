import { didYouMean, error, remark } from './issue-kind.ts';

/** Kinds of issues between the marked text and the rules (正文与规则对照). */
export const textIssues = {
  numberDiffers: error({
    comparesText: true,
    cause: '正文里的发文字号同 documentNumber 不一样，或者没有填。',
    example: 'documentNumber: 揭市经信[2018]118号（正文是 揭市经信[2018]119号）',
    message: ({ given, found }: { given: string | undefined; found: string }) =>
      given === undefined
        ? `正文写有发文字号“${found}”，请填上。`
        : `发文字号写的是“${given}”，正文是“${found}”。`,
    fix: ({ found }) => `documentNumber: ${found}`,
  }),
  dateDiffers: error({
    comparesText: true,
    cause: '成文日期、印发日期同正文的落款不一样，施行、失效日期同正文不一样，或者规划期同标题的年份不一样。',
    example: 'printedOn: 2022-08-16（正文是 2022年8月15日印发）',
    message: ({ given, found }: { given: string; found: string; line: string }) =>
      `写的是 ${given}，文件上是“${found}”。`,
    fix: ({ line }) => line,
  }),
  plainPending: error({
    cause: '用 npm run new 建立文件时标的“待核”，还没有看过。',
    example: '<Plain reason="待核">给予一次性奖励20万元。</Plain>',
    message: () =>
      '这句话还标着“待核”：是奖补的改成 <Clause>，是目标的改成 <Target>，都不是的在 reason 里写明理由。',
  }),
  numberBrackets: remark({
    cause: '发文字号的年份一般用六角括号〔〕。原文确实是别的括号的，照原文，不用改。',
    example: 'documentNumber: 揭市经信[2018]119号',
    message: ({ given }: { given: string }) => `“${given}”的括号不是〔〕；原文如此的，不用改。`,
  }),
  unknownMark: error({
    comparesText: true,
    cause: '正文里标出的编号在开头的条款和目标里没有。',
    example: '<Clause id="equipment-awards">……</Clause>',
    message: ({ id, nearest }: { id: string; nearest: string | undefined }) =>
      `正文标了“${id}”，但开头没有这个条款或目标${didYouMean(nearest) || '。'}`,
    fix: ({ nearest }) => (nearest === undefined ? undefined : `id="${nearest}"`),
  }),
  wrongMark: error({
    comparesText: true,
    cause: '条款要用 <Clause> 标，目标要用 <Target> 标。',
    example: '<Clause id="target-enterprises">……</Clause>',
    message: ({ id, tag }: { id: string; tag: string }) => `“${id}”要用 <${tag}> 标出。`,
    fix: ({ id, tag }) => `<${tag} id="${id}">……</${tag}>`,
  }),
  unmarked: error({
    comparesText: true,
    cause: '每个条款和目标都要在正文里标出它的原文。',
    example: '开头写了 id: cloud，正文里没有 <Clause id="cloud">',
    message: ({ id, tag }: { id: string; tag: string }) =>
      `“${id}”在正文里没有标出，请用 <${tag} id="${id}"> 把它的原文包起来。`,
    fix: ({ id, tag }) => `<${tag} id="${id}">……</${tag}>`,
  }),
  figureMismatch: error({
    comparesText: true,
    cause: '规则里的数和原文里的数不同。',
    example: '规则 5%，原文 6%',
    message: ({ rule, text }: { rule: string; text: string }) =>
      `规则写的是“${rule}”，原文是“${text}”，请核对。`,
    fix: ({ text }) => text,
  }),
  boundMismatch: error({
    comparesText: true,
    cause: '规则和原文的界限词不同：以上、超过、不超过、左右，或者没有界限词。',
    example: '规则 moreThan: 500万元，原文 500万元及以上',
    message: (given: { sentence: string; rule: string; quote: string; text: string }) =>
      `规则把“${given.sentence}”读作“${given.rule}”，原文“${given.quote}”是“${given.text}”，请核对。`,
  }),
  ruleNotInText: error({
    comparesText: true,
    cause: '规则里有一个数，标出的原文里没有。',
    example: 'limits 写了 200万元，标出的原文没有 200万元',
    message: ({ rule }: { rule: string }) =>
      `规则写了“${rule}”，但标出的原文里没有。请核对数额，或者把写有它的那句话也标进来。`,
  }),
  textNotInRule: error({
    comparesText: true,
    cause: '标出的原文里有一个数或者关键词，规则没有用到。',
    example: '原文“最高不超过20万元”，limits 里没有写',
    message: ({ text }: { text: string }) =>
      `原文的“${text}”没有写进规则。请补进规则；规则确实不需要的，在 unused 里写明原因。`,
    fix: ({ text }) => `unused:\n  - { text: ${text}, reason: …… }`,
  }),
  sharedNotUsed: error({
    comparesText: true,
    cause: '几条合标的一句话里有数，其中一条的规则一个也没有用到。',
    example: '<Clause id="a b">收入达500万元的……</Clause>，b 的规则没有写 500万元',
    message: ({ id, texts }: { id: string; texts: readonly string[] }) =>
      `这句话也标给了“${id}”，但它的规则没有用到里面的数（${texts.join('、')}）。请核对规则；规则确实不需要的，在 unused 里写明原因，或者从这句话的 id 里去掉“${id}”。`,
    fix: ({ texts: [text = ''] }) => `unused:\n  - { text: ${text}, reason: …… }`,
  }),
  orderMismatch: error({
    comparesText: true,
    cause: '原文“分别”列出的数和规则的先后次序不同。',
    example: '原文 40%、50%，规则先 50% 后 40%',
    message: ({ rule, text }: { rule: string; text: string }) =>
      `原文分别是“${text}”，规则的次序是“${rule}”，请按原文的次序写；几条合用这句话的，id 里编号的次序也要同原文一致。`,
  }),
  onceMismatch: error({
    comparesText: true,
    cause: '原文写“一次性”的，规则写 paid: once；原文没有的，规则不能写。',
    example: 'paid: once，原文没有“一次性”',
    message: ({ inText }: { inText: boolean }) =>
      inText ? '原文写“一次性”，规则没有写 paid: once。' : '规则写了 paid: once，标出的原文没有“一次性”。',
    fix: ({ inText }) => (inText ? 'paid: once' : 'paid: notStated'),
  }),
  mayMismatch: error({
    comparesText: true,
    cause: '原文写“可”给予的，规则写 modality: may；原文没有“可”的，规则不能写。',
    example: '原文“可给予一次性扶持资金10万元”，规则没有写 modality: may',
    message: ({ inText }: { inText: boolean }) =>
      inText
        ? '原文写“可”，给不给由主管部门决定，规则没有写 modality: may。'
        : '规则写了 modality: may，标出的原文没有“可”或“可以”。',
    fix: ({ inText }) => (inText ? 'modality: may' : undefined),
  }),
  wordMismatch: error({
    comparesText: true,
    cause: '规则用了上一年、首次、连续等关系，标出的原文里没有相应的词。',
    example: '{ previousYear: enterprise.output }，原文没有“上一年”',
    message: ({ rule, word }: { rule: string; word: string }) =>
      `规则写了 ${rule}，标出的原文里没有“${word}”。`,
  }),
  limitPeriod: error({
    comparesText: true,
    cause: '原文说封顶管一年（每年、年度、同一年度、当年）或者累计，规则写了别的，或者没有写。',
    example: 'period: notStated，原文“年度最高50万元”',
    message: ({ text, period, write }: { text: string; period: string; write: string }) =>
      `原文的封顶写明“${text}”，规则写的是 period: ${period}，应当是 ${write}。原文可以有两种读法的，写进 readings。`,
    fix: ({ write }) => `period: ${write}`,
  }),
  limitSingle: error({
    comparesText: true,
    cause: '原文逐个封顶（单个项目、每辆），规则按申报者全部合计封顶。',
    example: 'per: enterprise，原文“每辆最高3万元”',
    message: ({ text, per }: { text: string; per: string }) =>
      `原文的封顶是“${text}”的，规则写的是 per: ${per}，列表的各项合计。逐项封顶的写 per: item；可以有两种读法的，写进 readings。`,
    fix: () => 'per: item',
  }),
  moneyUnmarked: error({
    comparesText: true,
    cause: '标出的原文以外还有金额或者百分比，可能漏了一条补贴。',
    example: '正文里“补助20万元”没有标成条款',
    message: ({ text }: { text: string }) =>
      `“${text}”没有标出。是补贴的请写成条款并标出；不是的，用 <Plain reason="原因"> 包起来。`,
    fix: ({ text }) => `<Plain reason="……">${text}</Plain>`,
  }),
  tableUnmarked: error({
    comparesText: true,
    cause: '表格上面写明“单位：万元”，格子里只写数，有一格没有标出，可能漏了一条补贴。',
    example: '“单位：万元”下面的表格里，“三级”一行的 30 没有标成 <Clause>',
    message: ({ text, unit }: { text: string; unit: string }) =>
      `表格写明“单位：${unit}”，“${text}”这一格没有标出。是补贴的请写成条款，把这一格标成 <Clause>；不是的，用 <Plain reason="原因"> 包起来；整张表都不是的，只把“单位：${unit}”包起来。`,
    fix: ({ text }) => `<Clause id="……">${text}</Clause>`,
  }),
  personalNumber: error({
    cause:
      '正文里有个人的手机号码或者身份证号码，没有用 <Private> 包起来，会出现在搜索、数据和下载里。单位的固定电话不在此列。',
    example: '联系人：易先生，13800000000',
    message: ({ number }: { number: string }) =>
      `“${number}”像是个人的手机号码或者身份证号码，请用 <Private> 包起来：页面上照样显示，搜索、数据和下载里不出现。确实可以公开的，用 <Plain reason="原因"> 包起来。`,
    fix: ({ number }) => `<Private>${number}</Private>`,
  }),
  plainWithoutReason: error({
    cause: '<Plain> 表示这里的数字不是规则，要说明原因。',
    example: '<Plain>2.5亿元</Plain>',
    message: () => '<Plain> 要写 reason，说明这里的数字为什么不是规则。',
    fix: () => '<Plain reason="……">',
  }),
  quoteNotInText: error({
    comparesText: true,
    cause: '要照抄原文的话（主管部门认定的内容、承诺、兑现的时候、付给谁），和原文不一样。',
    example: 'authority: 领导同意，原文“择优给予支持”',
    message: ({ quote }: { quote: string }) => `原文里没有“${quote}”。请照抄原文，中间略去的写“……”。`,
  }),
  unusedUnknown: error({
    comparesText: true,
    cause: 'unused 里写的字句在标出的原文里找不到，或者规则已经用到了它。',
    example: 'unused: [{ text: 近5年, reason: …… }]，原文是近三年',
    message: ({ text }: { text: string }) =>
      `unused 里的“${text}”不在标出的原文里，或者里面没有规则漏用的数字和词语，请删去或者改正。`,
  }),
  deadlineMismatch: error({
    comparesText: true,
    cause: '目标的期限和原文的年份不同。',
    example: 'deadline: 到2025年，原文到2026年',
    message: ({ deadline }: { deadline: string }) => `期限“${deadline}”在原文里没有，请照原文写。`,
  }),
  deadlineMissing: error({
    comparesText: true,
    cause: '原文给目标定了期限，目标没有写 deadline。',
    example: '原文“至2025年，培育5家”，目标没有 deadline',
    message: ({ found }: { found: string }) => `原文给这个目标定了期限“${found}”，请照原文写上 deadline。`,
    fix: ({ found }) => `deadline: ${found}`,
  }),
};
