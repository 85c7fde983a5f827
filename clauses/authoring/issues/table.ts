import { didYouMean, error, listed, remark } from './issue-kind.ts';

/** Kinds of issues with targets and with the shared tables. */
export const tableIssues = {
  unknownIndicator: error({
    cause: '工作目标的指标要先写在 indicators.yaml 里，才能横向比较。',
    example: 'indicator: upgrading-enterprise',
    message: ({ id, nearest }: { id: string; nearest: string | undefined }) =>
      `indicators.yaml 里没有指标“${id}”${didYouMean(nearest) || '。请先加上。'}`,
    fix: ({ nearest }) => nearest,
  }),
  targetUnit: error({
    cause: '目标的单位和指标的单位不同。',
    example: 'indicator: upgrading-enterprises（单位：家），total: 110个',
    message: ({ given, unit }: { given: string; unit: string }) =>
      `“${given}”的单位和指标的单位“${unit}”不同。`,
  }),
  targetEmpty: error({
    cause: '目标没有数值。',
    example: '- { id: target-enterprises, indicator: upgrading-enterprises }',
    message: () => '目标要写 total（总数）或者 byYear（逐年数值）。',
    fix: () => 'total: ……',
  }),
  targetTask: error({
    comparesText: true,
    cause: '没有数值的目标要照抄原文，不能换一种说法。',
    example: 'task: 完成节能任务（原文是“完成省下达我市节能降耗任务”）',
    message: ({ task }: { task: string }) => `标出的原文里没有“${task}”，请照抄原文。`,
  }),
  targetBounds: error({
    cause: '一个数值只能有一个界限。',
    example: 'total: { atLeast: 110家, about: 110家 }',
    message: () => '请在 atLeast、moreThan、atMost、lessThan、about 中写一个，而且只写一个。',
    fix: () => 'total: { atLeast: …… }',
  }),
  targetSum: error({
    cause: '逐年数值加起来和总数不一致，多半是抄错了一个数。',
    example: 'total: { atLeast: 110家 }，byYear: { 2022: 20家, 2023: 25家, 2024: 30家, 2025: 40家 }',
    message: ({ sum, total }: { sum: string; total: string }) =>
      `逐年数值加起来是 ${sum}，总数写的是 ${total}。逐年数值是当年水平、不该相加的，请写 levels: true。`,
  }),
  targetSumRemark: remark({
    cause: '文件写“超过”总数，逐年数值加起来正好等于总数。照原文发布，只作提示。',
    example: 'total: { moreThan: 1000家 }，逐年合计 1000家',
    message: ({ sum, total }: { sum: string; total: string }) =>
      `逐年数值加起来是 ${sum}，文件写的是超过 ${total}。照原文发布。`,
  }),
  protectedFigure: error({
    cause: 'terms.yaml 的 protected 里写了数额、单位或者界限词：全部文件里的这几个字就都不再核对。',
    example: 'protected: [20万元]',
    message: ({ word }: { word: string }) =>
      `“${word}”本身是数额、单位或者界限词，写进 protected，全部文件里的都不再核对。请写完整的词，如 二级节点、工业4.0；只有一处不用的，写进那一条的 unused 或者用 <Plain>。`,
  }),
  unknownJurisdiction: error({
    cause: '文件所在的文件夹名要是 jurisdictions.yaml 里的辖区。',
    example: 'content/policies/longnanshi/2022-40.mdx',
    message: ({ slug, nearest }: { slug: string; nearest: string | undefined }) =>
      `jurisdictions.yaml 里没有辖区“${slug}”${didYouMean(nearest) || '。'}新的辖区要先在 content/jurisdictions.yaml 里加一行，如 - { slug: longnan, name: 龙南市, code: '360783', parent: ganzhou }；code 是行政区划代码，parent 是上一级，上一级没有的也先加一行。`,
    fix: ({ nearest }) => nearest,
  }),
  parentLoop: error({
    cause: '辖区的上级绕了一圈又回到自己。',
    example: '- { slug: longnan, parent: longnan }',
    message: ({ slug }: { slug: string }) => `辖区“${slug}”的上级绕回了它自己。`,
  }),
  duplicateEntry: error({
    cause: '同一张表里编号重复。',
    example: '两行都写 id: enterprise.aboveScale',
    message: ({ id }: { id: string }) => `“${id}”已经有了，编号不能重复，也不能和改名以前的编号相同。`,
  }),
  unknownSubject: error({
    cause: '填报项编号的前一半要是 subjects 里的填报对象。',
    example: '- { id: project.completed, type: yesNo }',
    message: ({
      subject,
      known,
      nearest,
    }: {
      subject: string;
      known: readonly string[];
      nearest: string | undefined;
    }) => `没有填报对象“${subject}”${didYouMean(nearest) || '。'}已有：${listed(known)}。`,
    fix: ({ nearest }) => nearest,
  }),
  factUnit: error({
    cause: '小数和逐年数值要写单位；金额用元，面积用平方米。',
    example: '- { id: enterprise.output, type: series, unit: 万元 }',
    message: ({ given, write }: { given: string | undefined; write: string }) =>
      given === undefined
        ? `请写单位，如 unit: ${write}。`
        : `单位“${given}”不能用在这里，请写 unit: ${write}。`,
    fix: ({ write }) => `unit: ${write}`,
  }),
  factOptions: error({
    cause: '选项题要有选项，别的题不能有选项。',
    example: '- { id: cloudServices.stage, type: choice }',
    message: ({ choice }: { choice: boolean }) =>
      choice
        ? '选项题要写 options：[{ value: 选项值, label: 选项文字 }, ……]。'
        : '只有选项题（type: choice）可以写 options。',
  }),
  factRange: error({
    cause: '最小值、最大值不是数，或者最小值比最大值大，或者这种题没有大小。',
    example: '- { id: enterprise.staff, type: count, unit: 人, min: 10, max: 5 }',
    message: ({ reason }: { reason: string }) => `填写范围不对：${reason}。`,
  }),
  listItem: error({
    cause: '列表要写明一项叫什么、最多几项；不是列表的不能写。',
    example: '- { id: projects, label: 技术改造项目, list: true }',
    message: ({ list }: { list: boolean }) =>
      list
        ? '列表（list: true）要写 item（一项叫什么）和 maxItems（最多几项）。'
        : '不是列表的填报对象不能写 item 和 maxItems。',
    fix: ({ list }) => (list ? 'item: 项目, maxItems: 200' : undefined),
  }),
};
