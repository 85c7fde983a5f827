import type { Condition, Quantity } from '../../../clauses/index.ts';
import type { Vocabulary } from '../names.ts';
import { SERIES_YEARS } from '../terms.ts';
import { alternativesOf, areByReading, firstCrossing, firstReading, isPresence } from './alternatives.ts';
import { isRate, sayComparator, sayLiteral, spaced } from './literal.ts';
import { type Saying, sayBands, sayCases, saySumOfCases } from './rates.ts';

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
      return (
        sayRounded(quantity.of, words) ?? sayPerUnit(quantity.of, words) ?? sayProduct(quantity.of, words)
      );
    case 'sum':
      return saySumOfCases(quantity.of, sayingOf(words)) ?? quantity.of.map(say).join('，加 ');
    case 'difference':
      return sayChain(quantity.of, '减去', words);
    case 'quotient':
      return sayChain(quantity.of, '除以', words);
    case 'smallest':
    case 'largest':
      return `${quantity.of.map(say).join('、')}中${quantity.op === 'smallest' ? '较小' : '较大'}的一个`;
    case 'asOf':
      return '基准日';
    case 'later':
      return `${say(quantity.of)}起 ${sayLiteral(quantity.text)}`;
    case 'steps':
      return `${bracketed(quantity.of, words)}中满 ${say(quantity.size)}的次数`;
    case 'cases':
      return areByReading(quantity) ? say(firstReading(quantity)) : sayCases(quantity, sayingOf(words));
    case 'bands':
      return sayBands(quantity, sayingOf(words));
    case 'total':
      return `各${words.item(quantity.list)}的${say(quantity.of)}合计${sayWhere(quantity.where, words)}`;
    case 'count':
      return `${words.item(quantity.list)}的个数${sayWhere(quantity.where, words)}`;
  }
}

/** Inside quantities conditions are said as the first reading has them; that there are others is said once, at the end. */
function sayingOf(words: Vocabulary): Saying {
  return {
    words,
    quantity: (quantity) => sayQuantity(quantity, words),
    bracketed: (quantity) => bracketed(quantity, words),
    condition: (condition) => sayCondition(condition, words, 'first'),
  };
}

/** Parts in a row with a word between them: 减去, 除以. */
function sayChain(of: readonly Quantity[], between: string, words: Vocabulary): string {
  return of.map((part) => bracketed(part, words)).reduce((from, part) => `${from}${between}${spaced(part)}`);
}

/** So many whole units, times the unit: 5%，取整到 1 万元. */
function sayRounded([steps, unit, ...more]: readonly Quantity[], words: Vocabulary): string | undefined {
  if (steps?.op !== 'steps' || steps.size.op !== 'number' || unit?.op !== 'number') return undefined;
  if (more.length > 0 || steps.size.text !== unit.text) return undefined;
  return `${sayQuantity(steps.of, words)}，取整到 ${sayLiteral(unit.text)}`;
}

/** An amount for each of a number of things: `新招用的技师每人 8000 元`, `每个门店 2 万元`. */
function sayPerUnit([amount, counted, ...more]: readonly Quantity[], words: Vocabulary): string | undefined {
  if (amount?.op !== 'number' || !/^[\d.,]*[百千万亿]*元$/.test(amount.text) || more.length > 0)
    return undefined;
  const each = sayLiteral(amount.text);
  if (counted?.op === 'count')
    return `每个${words.item(counted.list)} ${each}${sayWhere(counted.where, words)}`;
  const fact = counted?.op === 'fact' ? words.fact(counted.fact) : undefined;
  return fact?.type === 'count' ? `${fact.label}每${fact.unit ?? '个'} ${each}` : undefined;
}

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

function isRatio(text: string): boolean {
  return /[:：∶]/.test(text);
}

const COMPOSED = new Set<Quantity['op']>([
  'sum',
  'difference',
  'quotient',
  'product',
  'smallest',
  'largest',
  'cases',
  'bands',
]);

/** A part that has parts of its own, in brackets. */
function bracketed(quantity: Quantity, words: Vocabulary): string {
  const text = sayQuantity(quantity, words);
  return COMPOSED.has(firstReading(quantity).op) && !/^[^（；，]*（[^（）]*）$/.test(text)
    ? `（${text}）`
    : text;
}

function sayWhere(where: Condition | undefined, words: Vocabulary): string {
  return where === undefined ? '' : `（只算符合这些条件的：${sayCondition(where, words)}）`;
}

/** Whether a phrase names all readings of the text, or only the first. */
type Readings = 'all' | 'first';

/**
 * A condition as a phrase: `购买设备投资额 达到 500 万元`, `规模以上企业`. What is asked under another reading of the text is
 * marked as such.
 *
 * Complexity: one branch for each kind, so that the type check demands a branch for a new kind.
 */
export function sayCondition(condition: Condition, words: Vocabulary, readings: Readings = 'all'): string {
  const say = (part: Condition): string => sayCondition(part, words, readings);
  switch (condition.op) {
    case 'compare':
      return sayComparison(condition, words);
    case 'oneOf':
      return sayOptions(condition, words);
    case 'all':
      return sayAll(condition.of, words, readings);
    case 'any':
      return sayAny(condition.of, words, readings);
    case 'not':
      return `不是这样：${say(condition.of)}`;
    case 'nOf':
      return `其中至少符合 ${condition.n} 项：${condition.of.map(say).join('、')}`;
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

function sayComparison(comparison: Extract<Condition, { op: 'compare' }>, words: Vocabulary): string {
  const left = sayQuantity(comparison.left, words);
  if (isPresence(comparison))
    return comparison.left.op === 'count'
      ? `至少有一个${words.item(comparison.left.list)}${sayWhere(comparison.left.where, words)}`
      : `有${left}`;
  return [left, sayComparator(comparison), sayQuantity(comparison.right, words)].join(' ');
}

/** 首次超过 instead of the two comparisons that it consists of. */
function sayAll(of: readonly Condition[], words: Vocabulary, readings: Readings): string {
  const crossing = firstCrossing(of);
  const asked = readings === 'first' ? of.filter(({ op }) => op !== 'reading') : of;
  const parts = asked.flatMap((part) => {
    if (part === crossing?.before) return [];
    if (part !== crossing?.current) return [inside(part, asked.length, words, readings)];
    const { left, right } = crossing.current;
    return [
      `${sayQuantity(left, words)} 首次${sayComparator(crossing.current)} ${sayQuantity(right, words)}`,
    ];
  });
  return parts.join('，并且 ');
}

function sayAny(of: readonly Condition[], words: Vocabulary, readings: Readings): string {
  const { plain, others } = alternativesOf(of);
  const say = (parts: readonly Condition[]): string =>
    parts.map((part) => inside(part, parts.length, words, readings)).join('，或者 ');
  if (others.length === 0 || readings === 'first') return say(plain);
  const asked = others.filter((part) => part !== undefined);
  const other = asked.length < others.length ? '不作为这一项的条件' : say(asked);
  return `${say(plain)}（文件另一种理解：${other}）`;
}

/** A part of a list of conditions: one that is a list itself is put in brackets, so that its end is clear. */
function inside(part: Condition, siblings: number, words: Vocabulary, readings: Readings): string {
  const text = sayCondition(part, words, readings);
  const isOpen = part.op === 'some' || part.op === 'every' || part.op === 'nOf' || part.op === 'not';
  const isList = (part.op === 'all' || part.op === 'any') && /，(?:并且|或者) /.test(text);
  return siblings > 1 && (isOpen || isList) ? `（${text}）` : text;
}

function sayOptions({ fact, options }: Extract<Condition, { op: 'oneOf' }>, words: Vocabulary): string {
  const names = options.map((option) => words.option(fact, option)).filter((name) => name !== '');
  if (names.length > 0) return `${words.label(fact)}：${names.join('或')}`;
  return options.includes(1) ? words.label(fact) : `“${words.label(fact)}”：否`;
}
