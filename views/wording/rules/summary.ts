import type { Award, Clause, Quantity } from '../../../clauses/index.ts';
import { type PolicyRules, sameQuantity, subtree } from '../../../clauses/language.ts';
import type { Vocabulary } from '../names.ts';
import { AWARD_FORMS, FORCES, PAYMENTS, STATED_FORCES } from '../terms.ts';
import { firstReading } from './alternatives.ts';
import { sayQuantity } from './clause.ts';
import { sayLimits, sayOwnLimits } from './limits.ts';
import { isNothing, sayLiteral, spaced } from './literal.ts';

/** What a clause gives, in one line: `购买设备投资额的 6%，每家企业最高 200 万元，一次性`. */
export function summary(clause: Clause, policy: PolicyRules, words: Vocabulary): string {
  const { award } = clause;
  if (award === undefined) return sayOwnLimits(clause, words);
  const limits = sayLimits(clause, policy, words);
  return [sayAward(award, words), ...limits, ...sayPaid(award), ...sayTerm(award)].join('，');
}

/** Whether it is paid once or every year, where the text says so. */
export function sayPaid({ paid }: Award): readonly string[] {
  return paid === undefined || paid === 'notStated' ? [] : [PAYMENTS[paid]];
}

/** The term of the award, where it has one. */
export function sayTerm({ term }: Award): readonly string[] {
  if (term === undefined) return [];
  const years = `${term.bound === 'upTo' ? '最长' : '连续'}${spaced(sayLiteral(term.text))}`;
  return [term.from === undefined ? years : `自${term.from}起${years}`];
}

/** The form of an award; of a limit, that it is one. */
export function sayForm(award: Award | undefined): string {
  return AWARD_FORMS[award?.form ?? 'limit'];
}

/** What an award gives, without its limits and its years. */
export function sayAward(award: Award, words: Vocabulary): string {
  const { modality, least, most } = award;
  const may = modality === 'may' ? STATED_FORCES.may : '';
  const figure = sayAmount(award, words);
  if (least === undefined || most === undefined) return `${may}${figure}`;
  if (most === null) return `${may}${FORCES.atLeast}${spaced(figure)}`;
  const upTo = isNothing(least) && (modality === undefined || award.stated === 'upTo') ? '不超过' : '';
  const force = `${may}${upTo}`;
  return force === '' ? figure : `${force}${spaced(figure)}`;
}

/**
 * The amount or the rate of an award, without how binding it is; why there is none where the text states none. What can be
 * read in more than one way is said as the first reading has it, and marked.
 */
export function sayAmount({ form, least, most, none }: Award, words: Vocabulary): string {
  if (none !== undefined || least === undefined || most === undefined)
    return `${AWARD_FORMS[form]}，${sayNone(none)}`;
  if (most === null) return sayOpen(atLeastOf(least), words);
  const from = firstReading(least);
  if (isNothing(least) || sameQuantity(least, most)) return sayOpen(most, words);
  if (sameQuantity(from, most)) return `${sayQuantity(most, words)}（给不给，文件可作不同理解）`;
  return `${sayOpen(least, words)}至${spaced(sayOpen(most, words))}`;
}

function sayOpen(quantity: Quantity, words: Vocabulary): string {
  const open = subtree(quantity).some(({ op }) => op === 'reading');
  return `${sayQuantity(quantity, words)}${open ? '（文件可作不同理解）' : ''}`;
}

/** How binding an award is, as tables show it; empty where the award has no amount. */
export function sayStatedForce(award: Award | undefined): string {
  if (award?.modality === 'may')
    return award.stated === undefined
      ? STATED_FORCES.may
      : `${STATED_FORCES.may}（${award.stated === 'fixed' ? '定额' : STATED_FORCES[award.stated]}）`;
  if (award?.least === undefined || award.most === undefined) return '';
  if (award.most === null) return STATED_FORCES.atLeast;
  if (sameQuantity(firstReading(award.least), award.most)) return STATED_FORCES.fixed;
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
