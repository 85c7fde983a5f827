import type {
  Award,
  Clause,
  Comparator,
  Condition,
  Dictionary,
  Limit,
  Quantity,
} from '../../clauses/index.ts';
import { sayMoney } from './money.ts';

/** Labels of facts, lists and options, by id. */
export interface Vocabulary {
  readonly label: (fact: string) => string;
  readonly option: (fact: string, index: number) => string;
  readonly item: (list: string) => string;
  readonly subject: (id: string) => string;
}

export function vocabulary(dictionary: Dictionary): Vocabulary {
  const facts = new Map(dictionary.facts.map((fact) => [fact.id, fact]));
  const subjects = new Map(dictionary.subjects.map((subject) => [subject.id, subject]));
  return {
    label: (id) => facts.get(id)?.label ?? id,
    option: (id, index) => facts.get(id)?.options?.[index]?.label ?? '',
    item: (id) => subjects.get(id)?.item ?? subjects.get(id)?.label ?? id,
    subject: (id) => subjects.get(id)?.label ?? id,
  };
}

/** What a clause gives, in one line: `购买设备投资额的 6%，每家企业最高 200 万元，一次性`. */
export function summary(clause: Clause, words: Vocabulary): string {
  const limits = clause.limits
    .filter(({ over }) => !Array.isArray(over))
    .map((limit) => sayLimit(limit, words));
  if (clause.award === undefined)
    return clause.limits
      .slice(0, 1)
      .map((limit) => sayLimit(limit, words))
      .join('');
  const paid = clause.award.paid === 'once' ? ['一次性'] : clause.award.paid === 'yearly' ? ['每年'] : [];
  return [sayAward(clause.award, words), ...limits, ...paid].join('，');
}

const FORMS: Readonly<Record<Award['form'], string>> = {
  money: '资金',
  voucher: '服务券',
  price: '价格优惠',
  title: '授予称号（不涉及资金）',
  register: '纳入项目库（不涉及资金）',
  priority: '优先支持（不涉及资金）',
  tax: '税收优惠',
  service: '服务（不涉及资金）',
};

function sayAward(award: Award, words: Vocabulary): string {
  const { least, most, none } = award;
  if (least === undefined || most === undefined) {
    if (none === 'elsewhere') return '支持标准由其他文件规定';
    if (none === 'discretionary') return '支持标准由主管部门逐案确定';
    return award.form === 'money' ? '金额文件未载明' : FORMS[award.form];
  }
  if (most === null) return `不低于${sayQuantity(least, words)}`;
  if (JSON.stringify(least) === JSON.stringify(most)) return sayQuantity(least, words);
  if (least.op === 'number' && least.value === '0') return `最高${sayQuantity(most, words)}`;
  return `${sayQuantity(least, words)}至${sayQuantity(most, words)}`;
}

const PERS: Readonly<Record<string, string>> = {
  enterprise: '每家企业',
  projects: '每个项目',
  project: '每个项目',
  platform: '每个平台',
  programme: '全部企业合计',
  item: '每项',
};

function sayLimit(limit: Limit, words: Vocabulary): string {
  const amount = sayQuantity(limit.amount, words);
  if (limit.type === 'budget') return `资金总额不超过 ${amount}（全部企业合计）`;
  const year = limit.period === 'year' ? '每年' : '';
  const scope = Array.isArray(limit.over) ? '各项奖补以' : `${PERS[limit.per] ?? ''}${year}`;
  if (Array.isArray(limit.over)) return `${scope}${amount}为限`;
  return `${scope}${limit.type === 'cap' ? '最高' : '最低'} ${amount}`;
}

/** A quantity in the words of the text. */
export function sayQuantity(quantity: Quantity, words: Vocabulary): string {
  const say = (part: Quantity): string => sayQuantity(part, words);
  switch (quantity.op) {
    case 'number':
      return sayNumber(quantity.text, quantity.value);
    case 'fact':
      return words.label(quantity.fact);
    case 'year':
      return `${{ current: '当年', previous: '上一年', best: '以往最高的' }[quantity.which]}${words.label(quantity.fact)}`;
    case 'notStated':
      return `${quantity.text}（文件未载明）`;
    case 'product':
      return sayProduct(quantity.of, words);
    case 'sum':
      return quantity.of.map(say).join(' + ');
    case 'difference':
      return quantity.of.map(say).join(' − ');
    case 'quotient':
      return quantity.of.map(say).join(' ÷ ');
    case 'smallest':
      return `${quantity.of.map(say).join('、')}中较小的`;
    case 'largest':
      return `${quantity.of.map(say).join('、')}中较大的`;
    case 'steps':
      return `${say(quantity.of)}每满 ${say(quantity.size)}的次数`;
    case 'cases':
      return sayCases(quantity, words);
    case 'bands':
      return `${say(quantity.of)}按${say(quantity.by)}分档，${quantity.rows.map(({ rate }) => say(rate)).join('、')}`;
    case 'total':
      return `各${words.item(quantity.list)}的${say(quantity.of)}合计`;
    case 'count':
      return `${words.item(quantity.list)}的个数`;
  }
}

/** The author's own words, with a space before the unit: 500万元 → 500 万元. */
function sayNumber(text: string, value: string): string {
  if (/^[\d,.]+$/.test(text)) return text === value ? text : sayMoney(value);
  if (text === '亿元') return '1 亿元';
  return text.replace(/^([\d.,]+)(?=[一-鿿])/, '$1 ');
}

function sayProduct(factors: readonly Quantity[], words: Vocabulary): string {
  const [rate, base, ...more] = factors;
  const isRate = rate?.op === 'number' && base !== undefined && base.op !== 'number' && more.length === 0;
  if (!isRate) return factors.map((factor) => sayQuantity(factor, words)).join(' × ');
  if (/[:：∶]/.test(rate.text)) return `按 ${rate.text} 配套，${sayQuantity(base, words)}`;
  return `${sayQuantity(base, words)}的 ${sayQuantity(rate, words)}`;
}

function sayCases({ cases, otherwise }: Extract<Quantity, { op: 'cases' }>, words: Vocabulary): string {
  const rest = otherwise === undefined ? [] : [`其他情况${sayQuantity(otherwise, words)}`];
  return [
    ...cases.map(({ when, then }) => `${sayCondition(when, words)}的，${sayQuantity(then, words)}`),
    ...rest,
  ].join('；');
}

const COMPARISONS: Readonly<Record<Comparator, string>> = {
  atLeast: '不低于',
  moreThan: '超过',
  atMost: '不超过',
  lessThan: '低于',
  equals: '等于',
};

export function sayComparator(comparator: string): string {
  return COMPARISONS[comparator as Comparator] ?? '';
}

/** A condition as a phrase: `购买设备投资额不低于 500 万元`. */
export function sayCondition(condition: Condition, words: Vocabulary): string {
  const say = (part: Condition): string => sayCondition(part, words);
  switch (condition.op) {
    case 'compare':
      return `${sayQuantity(condition.left, words)}${COMPARISONS[condition.is]} ${sayQuantity(condition.right, words)}`;
    case 'oneOf':
      return sayOptions(condition, words);
    case 'all':
      return condition.of.map(say).join('，且');
    case 'any':
      return condition.of.map(say).join('，或者');
    case 'not':
      return `不满足：${say(condition.of)}`;
    case 'nOf':
      return `下列至少 ${condition.n} 项：${condition.of.map(say).join('；')}`;
    case 'some':
      return `至少有一个${words.item(condition.list)}${say(condition.where)}`;
    case 'every':
      return `每个${words.item(condition.list)}都${say(condition.where)}`;
    case 'authority':
      return `由主管部门认定：${condition.text}`;
    case 'reading':
      return '按这样理解文件时';
  }
}

function sayOptions({ fact, options }: Extract<Condition, { op: 'oneOf' }>, words: Vocabulary): string {
  const label = words.label(fact);
  const names = options.map((option) => words.option(fact, option)).filter((name) => name !== '');
  if (names.length > 0) return `${label}为${names.join('或')}`;
  return options.includes(1) ? label : `不是（没有）${label}`;
}
