import { error, remark } from './issue-kind.ts';

/** Kinds of issues with the dates, the period of validity and the defined bound words of a policy. */
export const periodIssues = {
  dateNotInText: error({
    comparesText: true,
    cause:
      '日期同正文不一样，或者正文里没有。正文写“自发布之日起施行”的，effectiveFrom 同 publishedOn（或者 printedOn、issuedOn）填同一天。',
    example: 'effectiveFrom: 2026-01-01（正文是“自2026年2月1日起施行”）',
    message: ({ key, date }: { key: string; date: string }) => {
      const [year, month, day] = date.split('-').map(Number);
      return `${key} 写的是 ${date}，正文里没有“${year}年${month}月${day}日”。请照正文改；正文没有写明哪一天的，删去这一行。${ADVICE[key] ?? ''}`;
    },
  }),
  validForUnit: error({
    cause: 'validFor 要写年数或者月数。',
    example: 'validFor: 长期',
    message: ({ given }: { given: string }) => `“${given}”不是期限，请照正文写成 三年、5年、18个月 的样子。`,
  }),
  validForNotInText: error({
    cause: '正文里没有这样一个有效期。',
    example: 'validFor: 三年（正文是“有效期五年”）',
    message: ({ given }: { given: string }) =>
      `validFor 写的是“${given}”，正文里没有“有效期${given}”或者“试行${given}”，请照正文改。`,
  }),
  validForDiffers: error({
    cause: '写明的失效日期，同施行日期加上有效期算出的不是一天。',
    example: 'effectiveFrom: 2026-01-01，validFor: 三年，effectiveTo: 2027-12-31',
    message: (given: { effectiveTo: string; computed: string; validFor: string }) =>
      `effectiveTo 写的是 ${given.effectiveTo}，从施行日期起“${given.validFor}”期满是 ${given.computed}（期满那一年的同月同日）。正文写明哪一天失效的，只留 effectiveTo；没有写明的，只留 validFor。`,
    fix: ({ computed }) => `effectiveTo: ${computed}`,
  }),
  validForUnplaced: remark({
    cause: '有 validFor，没有 effectiveFrom，算不出哪一天失效。',
    example: 'validFor: 三年，没有 effectiveFrom',
    message: ({ given }: { given: string }) =>
      `算不出哪一天失效：有效期“${given}”没有起始的一天。网页上会写“有效期${given}，从哪一天算起文件未载明”。正文写明施行日期的，填上 effectiveFrom；写“自发布（印发）之日起施行”的，publishedOn（printedOn）和 effectiveFrom 填同一天；正文没有写的，不用改。`,
  }),
  boundsNotInText: error({
    comparesText: true,
    cause: '正文里没有规定这个词含不含本数，或者规定的不一样。',
    example: 'bounds: { 以下: lessThan }（正文是“本办法所称以上、以下均含本数”）',
    message: ({ word, reads }: { word: string; reads: string }) =>
      `bounds 把“${word}”读作${reads}，正文里没有这样规定。请照正文改；正文没有规定的，删去。`,
  }),
  boundsMissing: error({
    comparesText: true,
    cause: '正文规定某个词含不含本数，同通常的读法不一样，文件开头没有写 bounds。',
    example: '正文“本办法所称“以下”不含本数”，没有 bounds',
    message: ({ word, reads }: { word: string; reads: string; line: string }) =>
      `正文规定“${word}”${reads}，同通常的读法不一样，请在文件开头写上 bounds。`,
    fix: ({ line }) => line,
  }),
  periodMissing: error({
    comparesText: true,
    cause: '正文写明了有效期或者失效日期，文件开头没有填。',
    example: '正文“本办法自2026年1月1日起施行，有效期三年”，没有 validFor',
    message: ({ sentence }: { sentence: string }) =>
      `正文写明了有效期：“${sentence}”。写明哪一天失效的填 effectiveTo，只写多少年的填 validFor。`,
    fix: () => 'validFor: ……',
  }),
};

/** What to add to `dateNotInText` for a key. */
const ADVICE: Readonly<Record<string, string>> = {
  effectiveFrom: '正文写“自发布（印发）之日起施行”的，填发布（印发）日期，并填上 publishedOn（printedOn）。',
  effectiveTo: '正文只写“有效期三年”的，改填 validFor: 三年。',
};
