import type {
  Amount,
  ClauseResult,
  Force,
  NoAmount,
  PolicyDates,
  Standing,
  TargetComparator,
  Verdict,
} from '../../clauses/index.ts';

/** What a person reads for a verdict; the number counts what is still missing. */
export function sayVerdict(result: Pick<ClauseResult, 'verdict' | 'authority' | 'missing'>): string {
  switch (result.verdict) {
    case 'eligible':
      return result.authority.length > 0 ? '需主管部门认定' : '可享受';
    case 'ineligible':
      return '不符合';
    case 'undetermined':
      return result.missing.length > 0
        ? `可能享受（还缺 ${result.missing.length} 项）`
        : '可能享受（看怎样理解文件）';
    default:
      return '限额条款';
  }
}

const VERDICTS = { eligible: '可享受', ineligible: '不符合', undetermined: '可能享受' } as const;

/** A verdict alone, without what it depends on. */
export function sayBareVerdict(verdict: Verdict): string {
  return VERDICTS[verdict];
}

/** A sign for a verdict, so that colour is never the only one. */
export function verdictSign({ verdict, authority }: Pick<ClauseResult, 'verdict' | 'authority'>): string {
  if (verdict === undefined) return '≤';
  if (verdict === 'eligible') return authority.length > 0 ? '△' : '✓';
  return verdict === 'ineligible' ? '×' : '？';
}

const STANDINGS: Readonly<Record<Standing, string>> = {
  'in-force': '现行有效',
  'not-yet': '尚未施行',
  expired: '已失效',
  repealed: '已废止',
  superseded: '已被替代',
  'plan-ended': '规划期已过，文件未载明有效期',
  'unknown-period': '文件未载明有效期',
};

export function sayStanding(standing: Standing): string {
  return STANDINGS[standing];
}

/** The standing of a document; where only the first day of its period is unknown, that. */
export function sayPeriod(standing: Standing, { validFor }: PolicyDates): string {
  if (standing !== 'unknown-period' || validFor === undefined) return sayStanding(standing);
  return `有效期${validFor}，从哪一天算起文件未载明`;
}

const FORCES: Readonly<Record<Force, string>> = {
  fixed: '文件明确给予',
  upTo: '最高',
  atLeast: '不低于',
  range: '不低于',
};

export function sayForce(force: Force): string {
  return FORCES[force];
}

const NO_AMOUNTS: Readonly<Record<NoAmount, string>> = {
  ineligible: '不符合条件，没有金额',
  nonMonetary: '不涉及资金',
  elsewhere: '金额由其他文件规定，这份文件没有写',
  discretionary: '金额由主管部门逐案确定，文件没有写',
  notStated: '金额或计算的基数文件没有写明，无法计算',
  limit: '这一条只限制金额，本身不给予资金',
  undefined: '按所填的数字无法计算（分母是零）',
};

export function sayNoAmount(why: Extract<Amount, { kind: 'none' }>['why']): string {
  return NO_AMOUNTS[why];
}

const COMPARATORS: Readonly<Record<TargetComparator, string>> = {
  atLeast: '不少于',
  moreThan: '超过',
  atMost: '不超过',
  lessThan: '低于',
  equals: '',
  about: '约',
};

/** A target's value with its comparator in words: `不少于 110 家`. */
export function sayTarget(value: string, unit: string, comparator: TargetComparator): string {
  return [COMPARATORS[comparator], `${value}${unit === '%' ? '%' : ` ${unit}`}`]
    .filter((part) => part !== '')
    .join(' ');
}

export const NOT_STATED = '未载明';

/** A date as printed in a document: 2022年8月15日. */
export function sayDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** The years of the plan, where the document has any. */
export function sayPlanYears({ planYears }: PolicyDates): string {
  return planYears === undefined ? NOT_STATED : `${planYears.from}—${planYears.to}年`;
}
