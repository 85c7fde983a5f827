import type { Condition, Quantity } from '../../../clauses/index.ts';
import { sameQuantity } from '../../../clauses/language.ts';
import type { Vocabulary } from '../names.ts';
import { isNothing, isRate, sayLiteral, spaced } from './literal.ts';

/** How quantities and conditions are said; the cases and bands of a quantity contain both. */
export interface Saying {
  readonly words: Vocabulary;
  readonly quantity: (quantity: Quantity) => string;
  /** As `quantity`, in brackets where it has parts of its own. */
  readonly bracketed: (quantity: Quantity) => string;
  readonly condition: (condition: Condition) => string;
}

type Of<Op extends Quantity['op']> = Extract<Quantity, { op: Op }>;

/** A rate or an amount of its own, and what it is of; no base for an amount. */
interface Share {
  readonly rate: string;
  readonly base: Quantity | undefined;
}

/** Rates of one base by case: `实际支付金额的下列比例（平台系统 50%、业务应用 60%）`; other cases one by one. */
export function sayCases(source: Of<'cases'>, saying: Saying): string {
  return sayOneCase(source, saying) ?? sayTogether(source, saying) ?? sayEach(source, saying);
}

/** One case, and nothing otherwise: `获得中国质量奖的 200 万元`. */
function sayOneCase(source: Of<'cases'>, saying: Saying): string | undefined {
  const [only] = source.cases;
  if (only === undefined || !isOneCase(source)) return undefined;
  return `${labelOf(only.when, saying)}${spaced(saying.quantity(only.then))}`;
}

/** Amounts that are each for something of their own: `下列数额相加（获得中国质量奖 200 万元、……）`. */
export function saySumOfCases(of: readonly Quantity[], saying: Saying): string | undefined {
  const cases = of.flatMap((part) => (part.op === 'cases' && isOneCase(part) ? part.cases : []));
  if (cases.length < 2 || cases.length < of.length) return undefined;
  const labels = labelsOf(cases, saying);
  const rows = cases.map(({ then }, index) => `${labels[index]} ${saying.quantity(then)}`);
  return `下列数额相加（${rows.join(cases.every(({ when }) => when.op === 'oneOf') ? '、' : '，')}）`;
}

function isOneCase({ cases, otherwise }: Of<'cases'>): boolean {
  return cases.length === 1 && isNothing(otherwise);
}

function sayTogether({ cases, otherwise }: Of<'cases'>, saying: Saying): string | undefined {
  const shares = [...cases.map(({ then }) => then), ...(otherwise === undefined ? [] : [otherwise])].map(
    (then) => shareOf(then),
  );
  const [first] = shares;
  if (first === undefined || shares.some((each) => each === undefined || !haveSameBase(each, first)))
    return undefined;
  const labels = [...labelsOf(cases, saying), '其他'];
  const isChoice = cases.every(({ when }) => isChosen(when, saying));
  const rows = shares.map((each, index) => `${labels[index]} ${sayLiteral(each?.rate ?? '')}`);
  return sayTable(first.base, rows.join(isChoice ? '、' : '，'), isRate(first.rate), saying);
}

/** `……的下列比例（……）`, or `下列数额（……）` where the figures are amounts. */
function sayTable(base: Quantity | undefined, rows: string, areRates: boolean, saying: Saying): string {
  const table = `${areRates ? '下列比例' : '下列数额'}（${rows}）`;
  return base === undefined ? table : `${saying.bracketed(base)}的${table}`;
}

function shareOf(quantity: Quantity): Share | undefined {
  if (quantity.op === 'number') return { rate: quantity.text, base: undefined };
  if (quantity.op !== 'product') return undefined;
  const [rate, base, ...more] = quantity.of;
  return rate?.op === 'number' && isRate(rate.text) && more.length === 0
    ? { rate: rate.text, base }
    : undefined;
}

function haveSameBase(a: Share, b: Share): boolean {
  return sameQuantity(a.base, b.base) && isRate(a.rate) === isRate(b.rate);
}

/** The names of cases. A question of yes or no whose other answer came before is 其他. */
function labelsOf(cases: Of<'cases'>['cases'], saying: Saying): readonly string[] {
  const asked = new Set<string>();
  return cases.map(({ when }) => {
    if (when.op !== 'oneOf') return labelOf(when, saying);
    const names = when.options.map((option) => saying.words.option(when.fact, option));
    const again = asked.has(when.fact);
    asked.add(when.fact);
    if (names.every((name) => name !== '')) return names.join('或');
    return again ? '其他' : saying.condition(when);
  });
}

function labelOf(when: Condition, { condition }: Saying): string {
  const text = condition(when);
  return /，(?:并且|或者) /.test(text) ? `（${text}）的` : `${text}的`;
}

function isChosen(when: Condition, { words }: Saying): boolean {
  return when.op === 'oneOf' && when.options.every((option) => words.option(when.fact, option) !== '');
}

function sayEach({ cases, otherwise }: Of<'cases'>, { condition, quantity }: Saying): string {
  const each = cases.map(({ when, then }) => `${condition(when)}：${quantity(then)}`);
  return [...each, ...(otherwise === undefined ? [] : [`其他：${quantity(otherwise)}`])].join('；');
}

/** Each band with its range: `固定资产投资额的下列比例（不满 500 万元 2%，500 万元以上 4%）`. */
export function sayBands({ by, of, rows, marginal, otherwise }: Of<'bands'>, saying: Saying): string {
  const part = marginal ? '的部分' : '';
  const each = rows.map((row) => `${sayRange(row)}${part}${spaced(saying.quantity(row.rate))}`);
  const rest = otherwise === undefined ? [] : [`其他${spaced(saying.quantity(otherwise))}`];
  const key = sameQuantity(by, of) ? '' : `${saying.quantity(by)}：`;
  const areRates = rows.every(({ rate }) => rate.op === 'number' && isRate(rate.text));
  const base = of.op === 'number' ? undefined : of;
  return sayTable(base, `${key}${[...each, ...rest].join('，')}`, areRates, saying);
}

/** The range of a band: `不满 500 万元`, `500 万元以上、不满 1000 万元`. */
function sayRange({ from, to, fromExcluded, toIncluded }: Of<'bands'>['rows'][number]): string {
  const lower = from === undefined ? [] : [sayEnd(from.text, fromExcluded === true ? '超过' : '以上')];
  const upper = to === undefined ? [] : [sayEnd(to.text, toIncluded === true ? '不超过' : '不满')];
  return [...lower, ...upper].join('、') || '不论多少';
}

function sayEnd(text: string, bound: '超过' | '以上' | '不超过' | '不满'): string {
  return bound === '以上' ? `${sayLiteral(text)}以上` : `${bound}${spaced(sayLiteral(text))}`;
}
