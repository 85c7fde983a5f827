import type {
  AwardForm,
  Comparator,
  Force,
  Limit,
  NoAmount,
  OpenCause,
  Standing,
  StepOutcome,
  TargetComparator,
  Verdict,
} from '../../clauses/index.ts';

/**
 * The Chinese terms of the language of clauses, each once. Pages, tables, spreadsheets, the search and the form read them
 * from here; sentences are made of them in the other files of this folder.
 */

/** Said where a document does not state something. */
export const NOT_STATED = '未载明';

/** What an award consists of. `limit` is no award: the clause only limits others. */
export const AWARD_FORMS: Readonly<Record<AwardForm | 'limit', string>> = {
  money: '资金支持',
  voucher: '服务券',
  price: '价格优惠',
  title: '授予称号',
  register: '纳入名单或项目库',
  priority: '优先支持',
  tax: '税收优惠',
  service: '服务支持',
  limit: '限额',
};

/** What a clause does. */
export const CLAUSE_KINDS = { award: '奖补', limit: '限额' } as const;

/** Shown for a clause that has no verdict, because it only limits others. */
export const LIMIT_CLAUSE = '限额条款';

/** How binding a computed amount is. */
export const FORCES: Readonly<Record<Force, string>> = {
  fixed: '文件明确给予',
  upTo: '最高',
  atLeast: '不低于',
  range: '不低于',
};

/** How binding the text of an award is, in tables: as {@link FORCES}, before anything is computed. */
export const STATED_FORCES = {
  may: '可给予',
  fixed: '给予',
  upTo: FORCES.upTo,
  atLeast: FORCES.atLeast,
  range: '幅度内',
} as const;

/** A verdict alone. */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  eligible: '可享受',
  ineligible: '不符合',
  undetermined: '可能享受',
};

/** A verdict under one reading of the text. */
export const READING_VERDICTS: Readonly<Record<Verdict, string>> = {
  eligible: '符合',
  ineligible: '不符合',
  undetermined: '可能符合',
};

/** The verdict `eligible` where an authority still has to decide. */
export const NEEDS_AUTHORITY = '需主管部门认定';

/** A sign for each verdict, so that colour is never the only one; `past` and `future` where the policy does not count. */
export const VERDICT_SIGNS = {
  eligible: '✓',
  authority: '△',
  ineligible: '×',
  undetermined: '？',
  past: '○',
  future: '◇',
  limit: '≤',
} as const;

/** Said before the verdict on a clause whose policy does not count, and in the names of their groups. */
export const PAST = '当时';

/** Said of a clause whose policy has not begun. */
export const NOT_YET = '尚未施行';

/** The sign and the word for the outcome of a condition. */
export const OUTCOMES: Readonly<Record<StepOutcome, readonly [sign: string, word: string]>> = {
  met: ['✓', '符合'],
  notMet: ['×', '不符合'],
  unknown: ['？', '还不清楚'],
  undefined: ['？', '无法计算'],
  authority: ['△', '由主管部门认定'],
};

/** Whether a document is in force. */
export const STANDINGS: Readonly<Record<Standing, string>> = {
  'in-force': '现行有效',
  'not-yet': NOT_YET,
  expired: '已失效',
  repealed: '已废止',
  superseded: '已被替代',
  'plan-ended': '规划期已过，文件未载明有效期',
  'unknown-period': '文件未载明有效期',
};

/**
 * Said before the verdict on a clause, by the standing of its policy: empty where the policy counts, absent where it has
 * not begun, so that nothing can be had.
 */
export const VERDICT_TIMES: Readonly<Partial<Record<Standing, string>>> = {
  'in-force': '',
  'unknown-period': '',
  expired: PAST,
  repealed: PAST,
  superseded: PAST,
  'plan-ended': '规划期内',
};

/** Said after the figure of a fixed award whose policy does not count. */
export const STATED_THEN = '文件规定的数';

/** Why a result has no amount. */
export const NO_AMOUNTS: Readonly<Record<NoAmount, string>> = {
  ineligible: '不符合条件，没有金额',
  nonMonetary: '不涉及资金',
  elsewhere: '金额由其他文件规定，这份文件没有写',
  discretionary: '金额由主管部门逐案确定，文件没有写',
  notStated: '金额或计算的基数文件没有写明，无法计算',
  limit: '这一条只限制金额，本身不给予资金',
  undefined: '按所填的数字无法计算（分母是零）',
};

/** Why no finite figure can be given. */
export const OPEN_CAUSES: Readonly<Record<OpenCause, string>> = {
  external: '要看其他文件规定的数',
  items: '有几项没有填',
  noLimit: '文件没有写上限',
  unanswered: '有的数没有填',
};

/** The word between an answer and its threshold. */
export const COMPARATORS: Readonly<Record<Comparator, string>> = {
  atLeast: '达到',
  moreThan: '超过',
  atMost: '不超过',
  lessThan: '低于',
  equals: '等于',
};

/** The word between two dates. */
export const DATE_COMPARATORS: Readonly<Record<Comparator, string>> = {
  atLeast: '不早于',
  moreThan: '晚于',
  atMost: '不晚于',
  lessThan: '早于',
  equals: '就是',
};

/** The word before the value of a target; 左右 follows it. */
export const TARGET_COMPARATORS: Readonly<Record<TargetComparator, string>> = {
  atLeast: '不少于',
  moreThan: '超过',
  atMost: '不超过',
  lessThan: '低于',
  equals: '等于',
  about: '左右',
};

/** The year of a series that a rule uses, before the label of the fact. */
export const SERIES_YEARS = {
  current: '当年的',
  previous: '上一年的',
  beforeLast: '前年的',
  best: '以往各年最高的',
} as const;

/** Whom or what a limit concerns. Other units are lists of the dictionary: 每个 and the name of an item. */
export const LIMIT_UNITS: Readonly<Record<string, string>> = {
  item: '每项',
  enterprise: '每家企业',
  project: '每个项目',
  projects: '每个项目',
  platform: '每个平台',
  contract: '每份合同',
  contracts: '每份合同',
  product: '每个产品',
  products: '每个产品',
  person: '每人',
  programme: '全部企业合计',
};

/** The period over which a limit counts. */
export const LIMIT_PERIODS: Readonly<Record<Limit['period'], string>> = {
  once: '',
  year: '每年',
  life: '累计',
  notStated: '',
};

/** Whom or what a limit concerns, as one word of a table. */
export const LIMIT_SUBJECTS: Readonly<Record<string, string>> = {
  item: '每一项',
  enterprise: '企业',
  project: '项目',
  projects: '项目',
  platform: '平台',
  contract: '合同',
  contracts: '合同',
  product: '产品',
  products: '产品',
  person: '人',
  programme: '全部企业合计',
};

/** The period over which a limit counts, as one word of a table. */
export const LIMIT_PERIOD_NAMES: Readonly<Record<Limit['period'], string>> = {
  once: '一次',
  year: '每年',
  life: '累计',
  notStated: NOT_STATED,
};

/** Beside a threshold that another reading of the text does not ask for, or asks for in another way. */
export const OPEN_THRESHOLD = '文件可作不同理解';

/** The bound of a threshold in a table of numbers. */
export const THRESHOLD_BOUNDS: Readonly<Record<Comparator, string>> = {
  ...COMPARATORS,
  atLeast: '不低于',
};

/** How often an award is paid. */
export const PAYMENTS = { once: '一次性', yearly: '每年' } as const;

/** What is answered to a question of yes or no, and to 有没有…？. */
export const ANSWERS = { yes: '是', no: '否', some: '有', none: '没有', unknown: '不清楚' } as const;

/** The kinds of records that a search finds. */
export const RECORD_KINDS = { policy: '文件', clause: '条款', target: '目标', text: '原文' } as const;
