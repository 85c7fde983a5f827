import * as z from 'zod/mini';
import type { CheckResult } from '../../clauses/index.ts';
import { described } from './described.ts';

/** What `POST /api/check` is asked. Answers are read by the dictionary of facts, not here. */
export const checkRequest = z.strictObject({
  asOf: z.exactOptional(described(z.iso.date(), '基准日，YYYY-MM-DD；不写就是今天（北京时间）。')),
  jurisdiction: described(z.string(), '辖区的 slug，如 longnan；连同它的上级一起计算。'),
  clauses: z.exactOptional(
    described(
      z.array(z.string()).check(z.minLength(1)),
      '只计算这些条款（完整编号）；不写就是本辖区及上级的全部条款。',
    ),
  ),
  include: z.exactOptional(
    described(
      z.array(z.enum(['trace', 'gaps', 'combination'])),
      '另外给出：trace 判定依据（一次最多 200 条条款）；gaps 差距：还可以改变的哪几项改成什么就符合，或者能多得（同样最多 200 条）；combination 几条只能取一条时怎样取最好，次好的是哪些（同样）。',
    ),
  ),
  facts: z.exactOptional(
    described(
      z.looseObject({}),
      '填报的内容：键是 GET /api/facts 列出的填报项（或按主体嵌套），列表的项目从 1 数起（projects.1.equipmentCost）。金额等数字用文字（"500000.00"、"1200万"），能准确表示的 JSON 数字也可以；null 或不写是不清楚；空文字是错误；写了的列表就是完整的。一个列表最多 200 项。',
    ),
  ),
});

const money = described(z.string(), '元，两位小数');
const range = z.object({
  min: money,
  max: described(z.nullable(money), '元；null 表示给不出一个数，为什么见 open'),
  open: z.exactOptional(
    described(
      z.array(z.enum(['external', 'items', 'noLimit', 'unanswered'])),
      '只在 max 是 null 时有：noLimit 文件没有设上限；unanswered 有的数没有填；external 由其他文件规定的数不知道；items 项目有几个不知道',
    ),
  ),
});
const verdict = z.enum(['eligible', 'ineligible', 'undetermined']);
const standing = z.enum([
  'in-force',
  'not-yet',
  'expired',
  'repealed',
  'superseded',
  'plan-ended',
  'unknown-period',
]);
const standingTotals = z.object({ granted: range, atMost: range, bound: z.boolean() });
const option = { name: z.string(), label: z.string() };

const noAmount = z.enum([
  'ineligible',
  'nonMonetary',
  'elsewhere',
  'discretionary',
  'notStated',
  'limit',
  'undefined',
]);

const figures = {
  least: described(range, '文件给予的数额'),
  most: described(range, '主管部门最多可以给予的数额'),
};

const amount = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('money'),
    force: z.enum(['fixed', 'upTo', 'atLeast', 'range']),
    ...figures,
    bound: described(z.boolean(), '真实的范围可能比这里更窄'),
    schedule: z.array(z.object({ share: z.string(), event: z.string() })),
    missing: described(z.array(z.string()), '只有限额要看、还没有填的填报项'),
    beforeLimits: z.exactOptional(
      described(
        z.object({ ...figures, limits: z.array(z.string()) }),
        '合计的限额使数额减少时，减少以前的数额，以及规定这些限额的条款',
      ),
    ),
    perItem: z.exactOptional(described(z.object(figures), '项目有几个不知道时，一个项目的数额')),
  }),
  z.object({ kind: z.literal('none'), why: noAmount }),
]);

const reason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('condition'), path: z.string(), item: z.exactOptional(z.int()) }),
  z.object({ code: z.literal('reading'), reading: z.string() }),
  z.object({ code: z.literal('undefined'), path: z.string() }),
  z.object({ code: z.literal('emptyList'), list: z.string() }),
]);

const reading = z.discriminatedUnion('kind', [
  z.object({ id: z.string(), kind: z.literal('noted'), question: z.string(), note: z.string() }),
  z.object({
    id: z.string(),
    kind: z.literal('computed'),
    question: z.string(),
    options: z.array(
      z.object({ ...option, verdict: z.exactOptional(verdict), amount: z.exactOptional(amount) }),
    ),
  }),
]);

const traceValue = z.nullable(
  z.union([z.string(), z.boolean(), z.object({ min: z.nullable(z.string()), max: z.nullable(z.string()) })]),
);

const step = {
  path: described(z.string(), '条款中的位置（JSON Pointer）'),
  level: z.int(),
  item: z.exactOptional(z.int()),
  op: z.string(),
  fact: z.exactOptional(z.string()),
  text: z.exactOptional(z.string()),
};

const traceStep = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('condition'),
    ...step,
    outcome: z.enum(['met', 'notMet', 'unknown', 'undefined', 'authority']),
    value: z.exactOptional(traceValue),
    comparator: z.exactOptional(z.string()),
    threshold: z.exactOptional(traceValue),
    sentence: z.exactOptional(z.string()),
  }),
  z.object({ step: z.literal('quantity'), ...step, value: traceValue }),
]);

const gap = z.object({
  changes: z.array(
    z.object({
      fact: described(z.string(), '填报项'),
      from: described(z.string(), '现在填的'),
      to: described(z.string(), '改成什么'),
    }),
  ),
  amount: described(amount, '那样这一条可以得到的'),
});

const clauseResult = z.object({
  id: z.string(),
  policy: z.string(),
  title: z.string(),
  citation: described(z.string(), '条款在原文中的出处'),
  verdict: z.exactOptional(described(verdict, '可享受、不符合、暂无法判断；限额条款没有')),
  ceiling: z.exactOptional(described(range, '限额条款算出的上限')),
  standing,
  authority: described(z.array(z.string()), '还要主管部门认定的内容'),
  missing: described(z.array(z.string()), '还缺的填报项'),
  reasons: z.array(reason),
  amount,
  readings: z.array(reading),
  items: z.array(z.object({ item: z.int(), verdict, amount })),
  limitedBy: z.array(z.string()),
  trace: z.array(traceStep),
  grounds: described(
    z.array(z.object({ fact: z.string(), value: z.string() })),
    '决定结果的那几项填报内容，只有要了 trace 才有；光凭它们就能判定，少一项就不能。列表写项数。',
  ),
  gaps: z.array(gap),
  unfinished: z.exactOptional(
    described(
      z.literal(true),
      '填的项很多，判定依据和差距没有逐一试完：依据可能不是最少的，差距可能还有别的',
    ),
  ),
});

const totals = z.object({
  granted: described(range, '文件明确给予的合计'),
  atMost: described(range, '连同“最高”类的合计，至多'),
  bound: z.boolean(),
  byStanding: described(
    z.partialRecord(standing, standingTotals),
    '文件在基准日没有施行、已经失效等的条款不计入合计，按有效性另外合计',
  ),
  unquantified: described(z.array(z.string()), '可能享受但文件没有写金额的条款'),
  limitedBy: z.array(z.object({ clause: z.string(), ceiling: z.nullable(money), range })),
  readings: z.array(
    z.object({
      id: z.string(),
      kind: z.literal('computed'),
      question: z.string(),
      options: z.array(z.object({ ...option, granted: range, atMost: range })),
    }),
  ),
});

const lawfulSet = z.object({ clauses: z.array(z.string()), granted: range, atMost: range });

const combination = z.object({
  best: described(lawfulSet, '现在符合的条款中可以同时享受的、最好的一组，受合计限额以后'),
  runnerUp: z.exactOptional(described(lawfulSet, '次好的一组；没有可选的就没有')),
  choices: z.array(
    z.object({
      group: described(z.string(), '限定只能取一条的那一组'),
      taken: z.array(z.string()),
      left: z.array(z.string()),
      open: described(z.boolean(), '是否只能取一条，还要看答案或怎样理解文件'),
    }),
  ),
  sure: described(z.boolean(), '不论没有答的怎样答，这一组都不比别的少'),
  exact: described(
    z.boolean(),
    '各种组合都比较过；相互关联的组合超过 1,024 种时为 false，这时次好的一组未必是真正次好的',
  ),
});

/** The reply of `POST /api/check`. It may grow: ignore what you do not know. */
export const checkReply: z.ZodMiniType<CheckResult> = z.object({
  api: z.literal(1),
  catalogue: described(z.string(), '所用条款目录的哈希，同样的目录、基准日和答案得到同样的结果'),
  asOf: z.string(),
  jurisdiction: z.string(),
  totals,
  clauses: z.array(clauseResult),
  questions: described(z.array(z.object({ fact: z.string(), clauses: z.int() })), '接下来最值得回答的填报项'),
  combination: z.exactOptional(combination),
});
