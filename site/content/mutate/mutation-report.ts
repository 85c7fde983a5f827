import { type MutantKind, mutantKinds } from './change.ts';
import type { MutationOutcome, Survivor } from './mutate-policy.ts';

/** What a mutant of each kind changes. */
const LABELS: Readonly<Record<MutantKind, string>> = {
  comparator: '比较方向',
  inclusive: '含不含本数',
  number: '数值',
  rate: '比例',
  cap: '限额数值',
  date: '日期',
  connective: '全部与任一',
  dropped: '条件或部分',
  flipped: '是否与选项',
  order: '先后次序',
  force: '力度与兑现',
  limit: '限额本身',
  group: '条款关系',
};

/** The examples that usually detect a mutant of each kind. */
const REMEDIES: Readonly<Record<MutantKind, string>> = {
  comparator: '加两个算例：正好到这个数的，差一点不到的。',
  inclusive: '加一个正好到这个数的算例。',
  number: '加两个算例：正好到这个数的，差一点不到的。',
  rate: '加一个没有到封顶数的算例，写明应得多少（least、most）。',
  cap: '加两个算例：正好到封顶数的，超过封顶数的，写明应得多少。',
  date: '期限、规划期和日期照原文写；条件里的日期加两个算例：当天的，前一天的。',
  connective: '加一个只符合其中一部分的算例。',
  dropped: '加一个其他都符合、只有这一处不符合的算例；有几种理解的，在 readings 里写明各是什么结果。',
  flipped: '加一个其他都不变、只有这一项回答不同的算例；有几种理解的，在 readings 里写明各是什么结果。',
  order: '给每一档各加一个算例，写明应得多少。',
  force: '在算例里把 least 和 most 都写上。',
  limit: '加一个超过这个限额的算例；逐项限额的，加一个两项都超过的。',
  group: '加一个几条都符合的算例，写明合计（granted、atMost）。',
};

/** The report for a terminal in plain Chinese: undetected mistakes with their remedies, then the counts. */
export function mutationReport(mutations: readonly MutationOutcome[]): string {
  const survivors = mutations.flatMap((each) => each.survivors);
  const stale = mutations.flatMap((each) => each.stale);
  return [
    ...survivors.map(survivorText),
    ...stale.map(
      ({ file, line, column, change }) =>
        `${file}:${line}:${column} 多余：equivalents 里的“${change}”已经用不着，请删去。`,
    ),
    countsText(mutations),
    conclusion(mutations),
  ].join('\n\n');
}

/** Whether every mistake is detected or explained, and no explanation is stale. */
export function allNoticed(mutations: readonly MutationOutcome[]): boolean {
  return mutations.every(({ survivors, stale }) => survivors.length === 0 && stale.length === 0);
}

function survivorText({ file, line, column, excerpt, kind, told }: Survivor): string {
  return [
    `${file}:${line}:${column} 没有发现：${told}`,
    `    ${line} | ${excerpt.trim().slice(0, 90)}`,
    '    规则这样写错，原文和算例都看不出来。',
    `    补法：${REMEDIES[kind]}`,
  ].join('\n');
}

function countsText(mutations: readonly MutationOutcome[]): string {
  const kinds = mutantKinds.flatMap((kind) => {
    const made = mutations.reduce((sum, each) => sum + each.made[kind], 0);
    const missed = mutations.flatMap((each) => each.survivors).filter((each) => each.kind === kind).length;
    return made === 0
      ? []
      : [`  ${LABELS[kind]}：${made} 处，${missed === 0 ? '全部发现' : `没有发现 ${missed} 处`}`];
  });
  return ['逐处把规则改错，看检查能不能发现：', ...kinds].join('\n');
}

function conclusion(mutations: readonly MutationOutcome[]): string {
  const made = mutations.reduce((sum, each) => sum + Object.values(each.made).reduce((a, b) => a + b, 0), 0);
  const survived = mutations.reduce((sum, each) => sum + each.survivors.length, 0);
  const explained = mutations.reduce((sum, each) => sum + each.explained.length, 0);
  const share = made === 0 ? 100 : ((made - survived - explained) / made) * 100;
  const noted = explained === 0 ? '' : `，另有 ${explained} 处已在 equivalents 里说明结果相同`;
  const counts = `共改错 ${made} 处，发现 ${made - survived - explained} 处（${share.toFixed(1)}%）${noted}`;
  if (survived === 0) return `${counts}。`;
  return `${counts}，没有发现 ${survived} 处。请补算例；确实怎么改结果都相同的，在那一条写 equivalents: [{ change: “没有发现”后面的原话, reason: 原因 }]。`;
}
