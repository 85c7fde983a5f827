import type { Award, Clause, Limit, Quantity } from '../../clauses/index.ts';
import { sameQuantity } from '../../clauses/language.ts';
import { isReading, sayBrief } from './brief.ts';
import { sayLiteral } from './clause.ts';
import type { Vocabulary } from './names.ts';
import { AWARD_FORMS, FORCES, LIMIT_PERIODS, LIMIT_UNITS, PAYMENTS, STATED_FORCES } from './terms.ts';

/** The award of a clause in one line: `购买设备投资额的 6%，每家企业最高 200 万元，一次性`. */
export function summary({ award, limits }: Clause, words: Vocabulary): string {
  if (award === undefined) {
    const [limit] = limits;
    return limit === undefined ? '' : sayJointLimit(limit, words);
  }
  const own = limits.filter(({ over }) => !Array.isArray(over));
  return [sayAward(award, words), ...sayLimits(own, words), ...sayPaid(award), ...sayTerm(award)].join('，');
}

/** Whether it is paid once or every year, where the text says so. */
export function sayPaid({ paid }: Award): readonly string[] {
  return paid === undefined || paid === 'notStated' ? [] : [PAYMENTS[paid]];
}

/** The term of the award, where it has one. */
export function sayTerm({ term }: Award): readonly string[] {
  if (term === undefined) return [];
  const length = sayLiteral(term.text);
  const years = `${term.bound === 'upTo' ? '最长' : '连续'}${/^\d/.test(length) ? ' ' : ''}${length}`;
  return [term.from === undefined ? years : `自${term.from}起${years}`];
}

/** The form of an award; of a limit, that it is one. */
export function sayForm(award: Award | undefined): string {
  return AWARD_FORMS[award?.form ?? 'limit'];
}

/** What an award gives, without its limits and its years. */
export function sayAward(award: Award, words: Vocabulary): string {
  const { form, least, most, none, modality } = award;
  const may = modality === 'may' ? STATED_FORCES.may : '';
  if (none !== undefined || least === undefined || most === undefined)
    return `${may}${AWARD_FORMS[form]}，${sayNone(none)}`;
  if (most === null) return `${may}${FORCES.atLeast}${sayAfter(atLeastOf(least), words)}`;
  if (sameQuantity(least, most)) return sayBrief(least, words);
  if (isNothing(least)) return `${may || '不超过'}${sayAfter(most, words)}`;
  return `${sayBrief(least, words)}至${sayAfter(most, words)}`;
}

/** How binding an award is, as tables show it; empty where the award has no amount. */
export function sayStatedForce(award: Award | undefined): string {
  if (award?.modality === 'may') return STATED_FORCES.may;
  if (award?.least === undefined || award.most === undefined) return '';
  if (award.most === null) return STATED_FORCES.atLeast;
  if (sameQuantity(award.least, award.most)) return STATED_FORCES.fixed;
  return isNothing(award.least) ? STATED_FORCES.upTo : STATED_FORCES.range;
}

/** 可……不低于 guarantees nothing, but the text states the lower bound. */
function atLeastOf(least: Quantity): Quantity {
  if (least.op !== 'smallest') return least;
  return least.of.find((part) => !isNothing(part)) ?? least;
}

function sayNone(none: Award['none']): string {
  if (none === 'elsewhere') return '标准由其他文件规定';
  if (none === 'discretionary') return '标准由主管部门逐案确定';
  return none === 'notStated' ? '金额未载明' : '不涉及金额';
}

/** A space before a figure, none before a word. */
function sayAfter(quantity: Quantity, words: Vocabulary): string {
  const text = sayBrief(quantity, words);
  return /^[\dA-Za-z]/.test(text) ? ` ${text}` : text;
}

function isNothing(quantity: Quantity): boolean {
  return quantity.op === 'number' && quantity.value === '0';
}

/** Limits that differ only by the reading of the text appear once: `每个项目或者每家企业最高 100 万元`. */
export function sayLimits(limits: readonly Limit[], words: Vocabulary): readonly string[] {
  const [first, ...others] = limits.filter(({ when }) => isReading(when));
  const plain = limits.filter(({ when }) => !isReading(when)).map((limit) => sayLimit(limit, words));
  if (first === undefined) return plain;
  const whose = [first, ...others]
    .filter(({ amount }) => sameQuantity(amount, first.amount))
    .map((limit) => sayWhose(limit, words));
  return [...plain, `${[...new Set(whose)].join('或者')}${sayBound(first, words)}`];
}

/** A limit of the clause's own award: `每家企业每年最高 300 万元`; a budget limits no applicant. */
export function sayLimit(limit: Limit, words: Vocabulary): string {
  if (limit.type === 'budget') return `资金总额${sayAfter(limit.amount, words)}（所有企业合计）`;
  if (limit.type === 'items')
    return `${sayWhose(limit, words)}${LIMIT_PERIODS[limit.period]}最多${sayAfter(limit.amount, words)}`;
  if (limit.below === 'refuse') return `不足${sayAfter(limit.amount, words)}的不给`;
  return `${sayWhose(limit, words)}${sayBound(limit, words)}`;
}

function sayWhose(limit: Limit, words: Vocabulary): string {
  return LIMIT_UNITS[limit.per] ?? `每个${words.item(limit.per)}`;
}

function sayBound(limit: Limit, words: Vocabulary): string {
  return `${LIMIT_PERIODS[limit.period]}${limit.type === 'cap' ? FORCES.upTo : FORCES.atLeast}${sayAfter(limit.amount, words)}`;
}

/** A limit over several clauses: `这 4 条奖补合计不超过 200 万元`. */
export function sayJointLimit(limit: Limit, words: Vocabulary): string {
  const clauses = Array.isArray(limit.over) ? `这 ${limit.over.length} 条奖补` : '奖补';
  const count = limit.apply === 'items' ? `每一项在${clauses}里合计` : clauses;
  const period = limit.period === 'year' ? '每年' : '';
  return `${count}${period}${limit.type === 'floor' ? '不少于' : '不超过'}${sayAfter(limit.amount, words)}`;
}
