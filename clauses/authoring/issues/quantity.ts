import { wholeDay } from '../../text/dates.ts';
import { didYouMean, error, listed } from './issue-kind.ts';

/** Kinds of issues with quantities and conditions. */
export const quantityIssues = {
  unknownLiteral: error({
    cause: '数额要连单位一起照文件写。',
    example: 'atLeast: 500万圆',
    message: ({ given }: { given: string }) =>
      `看不懂数额“${given}”。请连单位照文件写，如 500万元、6%、1:1、3年、20家、50元/平方米/月；填报项要写全编号，如 projects.equipmentCost。`,
    fix: ({ given }) => (/^\d[\d.]*[百千]?[万亿]$/.test(given) ? `${given}元` : wholeDay(given)),
  }),
  unknownFact: error({
    cause: '条件和金额只能使用 facts.yaml 里的填报项。',
    example: '{ fact: projects.equipmentCots, atLeast: 500万元 }',
    message: ({ id, nearest }: { id: string; nearest: string | undefined }) =>
      `facts.yaml 里没有填报项“${id}”${didYouMean(nearest) || '。请先在 facts.yaml 里加上这一项。'}`,
    fix: ({ nearest }) => nearest,
  }),
  unknownList: error({
    cause: 'for、total、count、some、every 只能用在可以有很多项的填报对象上。',
    example: 'for: enterprise',
    message: ({
      id,
      lists,
      nearest,
    }: {
      id: string;
      lists: readonly string[];
      nearest: string | undefined;
    }) => `“${id}”不是列表${didYouMean(nearest) || '。'}可以用的列表：${listed(lists)}。`,
    fix: ({ nearest }) => nearest,
  }),
  factOutsideList: error({
    cause: '列表里每一项各有自己的回答，单独写这一项时不知道是哪一个。',
    example: 'when: { fact: projects.completed, is: true }   # 条款没有写 for: projects',
    message: ({ id, list }: { id: string; list: string }) =>
      `“${id}”是列表“${list}”里每一项各自的填报项，这里不知道是哪一项。请给条款写 for: ${list}，或者用 total、count、some、every。`,
    fix: ({ list }) => `for: ${list}`,
  }),
  seriesWithoutYear: error({
    cause: '逐年数值每年一个，要写明用哪一年的。',
    example: '{ fact: enterprise.output, atLeast: 50亿元 }',
    message: ({ id }: { id: string }) =>
      `“${id}”是逐年数值，请写明用哪一年：{ currentYear: ${id} }、{ previousYear: ${id} }、{ yearBeforeLast: ${id} } 或者 { bestBefore: ${id} }。`,
    fix: ({ id }) => `{ currentYear: ${id} }`,
  }),
  notSeries: error({
    cause: 'currentYear、previousYear、yearBeforeLast、bestBefore 只能用在逐年数值上。',
    example: '{ previousYear: enterprise.localTax }',
    message: ({ id }: { id: string }) => `“${id}”不是逐年数值，不能取某一年的数。`,
    fix: ({ id }) => id,
  }),
  notANumber: error({
    cause: '是否题和选项题没有大小。',
    example: '{ fact: enterprise.aboveScale, atLeast: 1 }',
    message: ({ id, write }: { id: string; write: string }) =>
      `“${id}”不是数，不能比较大小，也不能计算。请写：${write}。`,
    fix: ({ write }) => write,
  }),
  notAChoice: error({
    cause: 'is 和 in 只能用在是否题和选项题上。',
    example: '{ fact: projects.equipmentCost, is: 500万元 }',
    message: ({ id }: { id: string }) =>
      `“${id}”是数，不能用 is 或 in，请用 atLeast、moreThan、atMost、lessThan 或 equals。`,
    fix: ({ id }) => `{ fact: ${id}, atLeast: …… }`,
  }),
  unknownOption: error({
    cause: '选项题只能写 facts.yaml 里列出的选项值；是否题只能写 true 或 false。',
    example: '{ fact: cloudServices.stage, is: cloud }',
    message: ({
      id,
      given,
      options,
      nearest,
    }: {
      id: string;
      given: string;
      options: readonly string[];
      nearest: string | undefined;
    }) =>
      options.includes('true')
        ? `“${id}”是是否题，这里写 true 或者 false，不加引号；现在是“${given}”。`
        : `“${id}”没有选项“${given}”${didYouMean(nearest) || '。'}可以写：${listed(options)}。`,
    fix: ({ nearest }) => nearest,
  }),
  wrongDimension: error({
    cause: '两个数的单位不是一类，不能比较或者相加。',
    example: '{ fact: projects.equipmentCost, atLeast: 500平方米 }',
    message: ({ left, right }: { left: string; right: string }) =>
      `单位对不上：一边是${left}，另一边是${right}。${[left, right].includes('没有单位的数') ? '请连单位照文件写，如 2000立方米。' : ''}`,
  }),
  wrongResult: error({
    cause: '算出来的不是这里要的东西，例如奖补金额算出来是面积。',
    example: 'exactly: { product: [50元/平方米/月, enterprise.rentedArea] }',
    message: ({ expected, given }: { expected: string; given: string }) =>
      `这里应当是${expected}，算出来是${given}。${/×金额|金额×/.test(given) ? '每单位多少钱的，连单位写成单价，如 80元/平方米、0.02元/美元。' : ''}`,
  }),
  comparisonMissing: error({
    cause: '只写了填报项，没有写同什么比较。',
    example: '{ fact: projects.equipmentCost }',
    message: () => '没有写同什么比较，请加上 is、in、atLeast、moreThan、atMost、lessThan 或 equals。',
  }),
  tooManyAsked: error({
    cause: 'atLeastN 的数比条件的条数还大，永远不能符合。',
    example: '{ atLeastN: 3, of: [ …两条… ] }',
    message: ({ n, of }: { n: number; of: number }) => `一共只有 ${of} 条，不能要求至少符合 ${n} 条。`,
  }),
  emptyCases: error({
    cause: 'cases 里一种情况也没有写。',
    example: 'cases: []',
    message: () => 'cases 里至少要写一种情况：{ when: 条件, then: 数量 }。',
    fix: () => 'cases: [{ when: ……, then: …… }]',
  }),
  emptyBands: error({
    cause: 'bands 里一段也没有写。',
    example: 'bands: { by: enterprise.output, rows: [] }',
    message: () => 'bands 里至少要写一段：{ atLeast: 下限, lessThan: 上限, rate: 比例 }。',
    fix: () => 'rows: [{ atLeast: ……, lessThan: ……, rate: …… }]',
  }),
  bandEnds: error({
    cause: '一段里两个下限（atLeast 和 moreThan）或者两个上限（lessThan 和 atMost）同时写了。',
    example: '{ atLeast: 1亿元, moreThan: 1亿元, rate: 5% }',
    message: ({ ends }: { ends: string }) => `${ends}只能写一个：含本数的一个，或者不含本数的一个。`,
  }),
  bandEndOpen: error({
    cause: '一段的界限写了填报项或算式。每一段从哪里到哪里，要是确定的数。',
    example: '{ atLeast: enterprise.revenue, rate: 5% }',
    message: () => '每一段的界限要写确定的数，如 1亿元；界限随情况不同的，用 cases 按情况各写一张表。',
  }),
  bandsMarginal: error({
    cause: '分段累计（marginal: true）按落在各段里的部分计算，by 就是计算的数，也没有“其他”。',
    example: 'bands: { by: projects.cost, of: projects.loan, marginal: true, rows: [……] }',
    message: () => '分段累计（marginal: true）只写 by 和 rows：不写 of，也不写 otherwise。',
  }),
  bandOverlap: error({
    cause: '两段有共同的部分，落在里面的数不知道按哪一段。',
    example: 'rows: [{ atMost: 1亿元, rate: 3% }, { atLeast: 1亿元, rate: 5% }]',
    message: ({ at }: { at: string }) =>
      `这一段和前一段在 ${at} 处重叠。请由低到高写；正好 ${at} 归哪一段，另一段就用 lessThan 或 moreThan。`,
  }),
  bandGap: error({
    cause: '两段之间有空隙，落在里面的数没有比例。',
    example: 'rows: [{ lessThan: 1亿元, rate: 3% }, { moreThan: 1亿元, rate: 5% }]',
    message: ({ from, to }: { from: string; to: string }) =>
      `这一段和前一段之间有空隙（${from === to ? `正好 ${from}` : `${from} 到 ${to}`}）。请接上，或者写 otherwise 说明空隙里按什么算。`,
    fix: () => 'otherwise: ……',
  }),
  authorityMisplaced: error({
    cause: '由主管部门判断的条件按“符合”计算并列出；放在 not、atLeastN、列表条件或者分情况里，意思就变了。',
    example: 'not: { authority: 行业带动性强 }',
    message: () => '由主管部门判断的条件（authority）只能直接写在 all 里，或者单独作为 any 的一个选择。',
  }),
  unknownName: error({
    cause: '引用的名称没有写在这一条的 names 里，或者写在后面：名称只能引用它前面的名称。',
    example: 'atLeast: { name: eligable }',
    message: ({
      name,
      known,
      nearest,
    }: {
      name: string;
      known: readonly string[];
      nearest: string | undefined;
    }) =>
      `没有名称“${name}”${didYouMean(nearest) || '。'}这里可以用：${listed(known)}；names 里只能引用写在前面的名称，不能互相引用。`,
    fix: ({ nearest }) => nearest,
  }),
  nameUnused: error({
    cause: 'names 里起了名称，规则里没有用到，里面的数字也就不起作用。',
    example: 'names: { eligible: projects.equipmentCost }，规则里没有 { name: eligible }',
    message: ({ name }: { name: string }) =>
      `名称“${name}”没有用到。请在条件、金额或限额里写 { name: ${name} }，或者删去。`,
  }),
  unknownReading: error({
    cause: '引用的歧义没有写在这一条的 readings 里。',
    example: '{ reading: treshold, is: summed }',
    message: ({
      name,
      known,
      nearest,
    }: {
      name: string;
      known: readonly string[];
      nearest: string | undefined;
    }) => `没有歧义“${name}”${didYouMean(nearest) || '。'}这里有：${listed(known)}。`,
    fix: ({ nearest }) => nearest,
  }),
  unknownReadingOption: error({
    cause: '引用的理解没有写在歧义的 options 里。',
    example: '{ reading: threshold, is: sumed }',
    message: ({
      reading,
      option,
      known,
      nearest,
    }: {
      reading: string;
      option: string;
      known: readonly string[];
      nearest: string | undefined;
    }) => `歧义“${reading}”没有理解“${option}”${didYouMean(nearest) || '。'}可以写：${listed(known)}。`,
    fix: ({ nearest }) => nearest,
  }),
};
