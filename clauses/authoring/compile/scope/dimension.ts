import { integer, multiply, type Rational } from '../../../numbers/exact.ts';

/**
 * What a quantity measures: the dimensions of clauses/text/units.ts, and `''` (a pure number that was computed), `plain`
 * (a number without a unit, as written), `count` (items of a list), `date`, `any` (unknown, compatible with every other)
 * and `unit:…` of a unit that the tokenizer does not know.
 */
export type RuleDimension = string;

const PURE = new Set(['', 'ratio', 'percentagePoint', 'plain', 'count:倍']);

function isCount(atom: string): boolean {
  return atom === 'count' || atom === 'person' || atom.startsWith('count:');
}

/** Whether quantities of two dimensions can be compared, added, or replace each other. */
export function compatible(a: RuleDimension, b: RuleDimension): boolean {
  if (a === b || a === 'any' || b === 'any') return true;
  if (a === '' || b === '') return PURE.has(a) && PURE.has(b);
  const pair = [a, b];
  if (pair.every((each) => each === 'ratio' || each === 'percentagePoint')) return true;
  if (pair.includes('plain')) return pair.some((each) => isCount(each) || each.startsWith('unit:'));
  if (pair.includes('person')) return pair.some((each) => /^count(?::[名位])?$/.test(each));
  return pair.every((each) => isCount(each) && each !== 'count:倍');
}

/** The dimension of a product, or with `-1` of a quotient. */
export function combine(a: RuleDimension, b: RuleDimension, sign: 1 | -1): RuleDimension {
  if (a === 'any' || b === 'any') return 'any';
  const powers = new Map<string, number>();
  addAtoms(powers, a, 1);
  addAtoms(powers, b, sign);
  return spelled(cancelCounts(powers));
}

function addAtoms(powers: Map<string, number>, dimension: RuleDimension, sign: number): void {
  if (PURE.has(dimension)) return;
  const [top = '', ...below] = dimension.split('/');
  for (const atom of top.split('·')) power(powers, atom, sign);
  for (const atom of below) power(powers, atom, -sign);
}

function power(powers: Map<string, number>, atom: string, by: number): void {
  if (PURE.has(atom)) return;
  const sum = (powers.get(atom) ?? 0) + by;
  if (sum === 0) powers.delete(atom);
  else powers.set(atom, sum);
}

/** 5000元/人 × 3名 is money, and so is 5000元 × 3人: a count cancels the noun that the price is per, or has no dimension. */
function cancelCounts(powers: Map<string, number>): Map<string, number> {
  const counts = [...powers].filter(([atom, by]) => isCount(atom) && by > 0);
  for (const [atom] of counts) {
    const below = [...powers.keys()].find((other) => isCount(other) && (powers.get(other) ?? 0) < 0);
    if (below !== undefined) power(powers, below, 1);
    if (below !== undefined || [...powers.keys()].some((other) => !isCount(other))) power(powers, atom, -1);
  }
  return powers;
}

function spelled(powers: ReadonlyMap<string, number>): RuleDimension {
  const top = [...powers].flatMap(([atom, by]) => Array.from({ length: Math.max(0, by) }, () => atom));
  const below = [...powers].flatMap(([atom, by]) => Array.from({ length: Math.max(0, -by) }, () => atom));
  if (top.length === 0 && below.length === 0) return '';
  return [top.sort().join('·'), ...below.sort()].join('/');
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['', '比例'],
  ['money', '金额'],
  ['ratio', '比例'],
  ['percentagePoint', '百分点'],
  ['plain', '没有单位的数'],
  ['count', '项数'],
  ['area', '面积'],
  ['length', '长度'],
  ['volume', '容积'],
  ['mass', '重量'],
  ['energy', '电量'],
  ['power', '功率'],
  ['year', '年'],
  ['quarter', '季度'],
  ['month', '月'],
  ['week', '周'],
  ['day', '天'],
  ['workday', '工作日'],
  ['hour', '小时'],
  ['minute', '分钟'],
  ['person', '人数'],
  ['date', '日期'],
]);

/** A dimension in Chinese words: 金额, 面积, 金额/面积/月. */
export function dimensionName(dimension: RuleDimension): string {
  if (dimension === '') return '比例';
  return dimension
    .split('/')
    .map((side) => side.split('·').map(atomName).join('×'))
    .join('/');
}

function atomName(atom: string): string {
  const name = NAMES.get(atom);
  if (name !== undefined) return name;
  const [, kind, unit = atom] = /^([a-z]+):(.+)$/.exec(atom) ?? [];
  return kind === 'money' ? `${unit}金额` : `以“${unit}”为单位的数`;
}

/**
 * The value and dimension of a duration, with years and quarters converted to months: 3年 is 36个月. Others are
 * unchanged.
 */
export function inMonths(
  value: Rational,
  dimension: RuleDimension,
): { value: Rational; dimension: RuleDimension } {
  const months = dimension === 'year' ? 12 : dimension === 'quarter' ? 3 : undefined;
  return months === undefined
    ? { value, dimension }
    : { value: multiply(value, integer(months)), dimension: 'month' };
}
