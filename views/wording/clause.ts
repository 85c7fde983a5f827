import type { Condition, Quantity } from '../../clauses/index.ts';
import { sameQuantity } from '../../clauses/language.ts';
import { sayDate } from './labels.ts';
import type { Vocabulary } from './names.ts';
import { COMPARATORS, DATE_COMPARATORS, SERIES_YEARS } from './terms.ts';

/**
 * A quantity in the words of the text: `购买设备投资额的 6%`.
 *
 * Complexity: one branch for each kind, so that the type check demands a branch for a new kind.
 */
export function sayQuantity(quantity: Quantity, words: Vocabulary): string {
  const say = (part: Quantity): string => sayQuantity(part, words);
  switch (quantity.op) {
    case 'number':
      return sayLiteral(quantity.text);
    case 'fact':
      return words.label(quantity.fact);
    case 'year':
      return `${SERIES_YEARS[quantity.which]}${words.label(quantity.fact)}`;
    case 'notStated':
      return `${quantity.text}（文件未载明）`;
    case 'product':
      return sayRounded(quantity.of, words) ?? sayProduct(quantity.of, words);
    case 'sum':
      return quantity.of.map(say).join('，加 ');
    case 'difference':
      return quantity.of.map(say).join('减去');
    case 'quotient':
      return quantity.of.map(say).join('除以');
    case 'smallest':
    case 'largest':
      return `${quantity.of.map(say).join('、')}中${quantity.op === 'smallest' ? '较小' : '较大'}的一个`;
    case 'asOf':
      return '基准日';
    case 'later':
      return `${say(quantity.of)}起 ${sayLiteral(quantity.text)}`;
    case 'steps':
      return `${say(quantity.of)}中满 ${say(quantity.size)}的次数`;
    case 'cases':
      return sayCases(quantity, words);
    case 'bands':
      return sayBands(quantity, words);
    case 'total':
      return `各${words.item(quantity.list)}的${say(quantity.of)}合计${sayWhere(quantity.where, words)}`;
    case 'count':
      return `${words.item(quantity.list)}的个数${sayWhere(quantity.where, words)}`;
  }
}

/** So many whole units, times the unit: 5%，取整到 1 万元. */
function sayRounded([steps, unit, ...more]: readonly Quantity[], words: Vocabulary): string | undefined {
  if (steps?.op !== 'steps' || steps.size.op !== 'number' || unit?.op !== 'number') return undefined;
  if (more.length > 0 || steps.size.text !== unit.text) return undefined;
  return `${sayQuantity(steps.of, words)}，取整到 ${sayLiteral(unit.text)}`;
}

/** The author's own words, a space before the unit: 500万元 → 500 万元, 50元/平方米/月 → 50 元/平方米/月. */
export function sayLiteral(text: string): string {
  if (/^[百千万亿]*元$/.test(text)) return `1 ${text}`;
  if (DATE.test(text)) return sayDate(text);
  return text.replace(/^([\d.,]+)(?=\p{Script=Han})/u, '$1 ');
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A rate of something (`……的 6%`), a match (`按 1:1`), or factors side by side. */
function sayProduct(factors: readonly Quantity[], words: Vocabulary): string {
  const [rate, ...bases] = factors;
  if (rate?.op === 'number' && isRate(rate.text) && bases.length > 0) {
    return `${sayBase(bases, words)}的 ${rate.text}`;
  }
  if (rate?.op === 'number' && isRatio(rate.text)) return sayMatch(rate.text, bases, words);
  return factors.map((factor) => bracketed(factor, words)).join(' × ');
}

function sayMatch(ratio: string, bases: readonly Quantity[], words: Vocabulary): string {
  const [base] = bases;
  if (base?.op === 'notStated') return `按 ${ratio} 配套，${base.text}文件未载明`;
  return `按 ${ratio} 配套，以${sayBase(bases, words)}为基数`;
}

function sayBase(bases: readonly Quantity[], words: Vocabulary): string {
  const [only] = bases;
  if (bases.length === 1 && only !== undefined) return bracketed(only, words);
  return bases.map((base) => bracketed(base, words)).join(' × ');
}

function isRate(text: string): boolean {
  return /^[\d.]+\s*[%％‰]$/.test(text);
}

function isRatio(text: string): boolean {
  return /[:：∶]/.test(text);
}

/** A part that has parts of its own, in brackets. */
function bracketed(quantity: Quantity, words: Vocabulary): string {
  const text = sayQuantity(quantity, words);
  return ['sum', 'difference', 'quotient', 'product', 'cases', 'bands'].includes(quantity.op)
    ? `（${text}）`
    : text;
}

type Of<Op extends Quantity['op']> = Extract<Quantity, { op: Op }>;

/** 40%、50%、60% of the same thing are said once; other cases one by one. */
function sayCases(source: Of<'cases'>, words: Vocabulary): string {
  const merged = sayTogether(source, words);
  if (merged !== undefined) return merged;
  const each = source.cases.map(
    ({ when, then }) => `${sayCondition(when, words)}：${sayQuantity(then, words)}`,
  );
  const rest = source.otherwise === undefined ? [] : [`其他：${sayQuantity(source.otherwise, words)}`];
  return [...each, ...rest].join('；');
}

function sayTogether({ cases, otherwise }: Of<'cases'>, words: Vocabulary): string | undefined {
  const key = sharedFact(cases.map(({ when }) => when));
  const shares = cases.map(({ then }) => rateAndBase(then));
  const [first] = shares;
  if (key === undefined || first === undefined || otherwise !== undefined) return undefined;
  if (shares.some((share) => share === undefined || !areSame(share.base, first.base))) return undefined;
  const rates = shares.map((share) => sayLiteral(share?.rate ?? '')).join('、');
  const base = first.base.length === 0 ? rates : `${sayBase(first.base, words)}的 ${rates}`;
  return `${base}（按“${words.label(key)}”分 ${cases.length} 档）`;
}

/** The fact whose options all conditions test; `undefined` where there is no single one. */
function sharedFact(conditions: readonly Condition[]): string | undefined {
  const facts = new Set(conditions.map((when) => (when.op === 'oneOf' ? when.fact : undefined)));
  const [only] = facts;
  return facts.size === 1 ? only : undefined;
}

function areSame(a: readonly Quantity[], b: readonly Quantity[]): boolean {
  return a.length === b.length && a.every((each, index) => sameQuantity(each, b[index]));
}

function rateAndBase(quantity: Quantity): { rate: string; base: readonly Quantity[] } | undefined {
  if (quantity.op === 'number') return { rate: quantity.text, base: [] };
  if (quantity.op !== 'product') return undefined;
  const [rate, ...base] = quantity.of;
  return rate?.op === 'number' && isRate(rate.text) ? { rate: rate.text, base } : undefined;
}

function sayBands({ by, of, rows, marginal }: Of<'bands'>, words: Vocabulary): string {
  const how = marginal ? '分段累计' : `分 ${rows.length} 档`;
  const same = sameQuantity(by, of);
  const rates = rows.map(({ rate }) => sayQuantity(rate, words)).join('、');
  if (of.op === 'number') return `${rates}（按${sayQuantity(by, words)}${how}）`;
  return `${sayQuantity(of, words)}的 ${rates}（${same ? how : `按${sayQuantity(by, words)}${how}`}）`;
}

function sayWhere(where: Condition | undefined, words: Vocabulary): string {
  return where === undefined ? '' : `（只算符合这些条件的：${sayCondition(where, words)}）`;
}

/** The word between an answer and its threshold. */
export function sayComparator({ left, is, right }: Comparison): string {
  return (isDate(left) || isDate(right) ? DATE_COMPARATORS : COMPARATORS)[is];
}

type Comparison = Extract<Condition, { op: 'compare' }>;

function isDate(quantity: Quantity): boolean {
  return (
    quantity.op === 'asOf' ||
    quantity.op === 'later' ||
    (quantity.op === 'number' && DATE.test(quantity.text))
  );
}

/** A condition as a phrase: `购买设备投资额 达到 500 万元`, `规模以上企业`. */
export function sayCondition(condition: Condition, words: Vocabulary): string {
  const say = (part: Condition): string => sayCondition(part, words);
  switch (condition.op) {
    case 'compare':
      return [condition.left, condition.right]
        .map((side) => sayQuantity(side, words))
        .join(` ${sayComparator(condition)} `);
    case 'oneOf':
      return sayOptions(condition, words);
    case 'all':
      return condition.of.map(say).join('，并且 ');
    case 'any':
      return condition.of.map(say).join('，或者 ');
    case 'not':
      return `不是这样：${say(condition.of)}`;
    case 'nOf':
      return `下面至少有 ${condition.n} 项：${condition.of.map(say).join('；')}`;
    case 'some':
      return `至少有一个${words.item(condition.list)}符合：${say(condition.where)}`;
    case 'every':
      return `每个${words.item(condition.list)}都符合：${say(condition.where)}`;
    case 'authority':
      return `由主管部门认定：${condition.text}`;
    case 'reading':
      return '文件作另一种理解时';
  }
}

function sayOptions({ fact, options }: Extract<Condition, { op: 'oneOf' }>, words: Vocabulary): string {
  const names = options.map((option) => words.option(fact, option)).filter((name) => name !== '');
  if (names.length > 0) return `${words.label(fact)}：${names.join('或')}`;
  return options.includes(1) ? words.label(fact) : `“${words.label(fact)}”：否`;
}
