import type { Clause, Limit, Quantity } from '../../../clauses/index.ts';
import { children, type Expression } from '../../../clauses/language.ts';
import { firstReading, sayBrief } from '../../../views/wording/brief.ts';
import { sayCondition, sayLiteral } from '../../../views/wording/clause.ts';
import type { Vocabulary } from '../../../views/wording/names.ts';
import {
  sayAward,
  sayForm,
  sayLimits,
  sayPaid,
  sayStatedForce,
  sayTerm,
  summary,
} from '../../../views/wording/summary.ts';

/** The words of one column, with the number by which a table sorts it: yuan, a share of 1, or years. */
export interface ComparableCell {
  readonly text: string;
  readonly value?: number;
}

/** A clause by columns, so that clauses of several jurisdictions can be compared. */
export interface Comparable {
  /** 资金支持, 授予称号 … */
  readonly form: string;
  readonly force: string;
  /** The rate or the amount; the whole award in words where it is neither. */
  readonly rate: ComparableCell;
  /** The quantity to which the rate applies. */
  readonly base: string;
  readonly caps: ComparableCell;
  readonly thresholds: string;
  readonly years: ComparableCell;
}

/** Splits a clause into columns. A column is empty where the clause states nothing for it. */
export function comparable(clause: Clause, words: Vocabulary): Comparable {
  const { award, limits, when } = clause;
  const own = limits.filter(({ over }) => !Array.isArray(over));
  const thresholds = thresholdsOf(when).map((each) => sayCondition(each, words));
  const { rate, base } = rateOf(clause, words);
  const years = award === undefined ? [] : [...sayPaid(award), ...sayTerm(award)];
  return {
    form: sayForm(award),
    force: sayStatedForce(award),
    rate,
    base,
    caps: cell(sayLimits(own, words).join('；'), own.flatMap(capFigures)),
    thresholds: [...new Set(thresholds)].join('；'),
    years: cell(years.join('，'), award?.term === undefined ? [] : [Number.parseInt(award.term.text, 10)]),
  };
}

/** A cell that sorts by the largest of its figures. */
function cell(text: string, figures: readonly number[]): ComparableCell {
  const known = figures.filter((figure) => Number.isFinite(figure));
  return known.length === 0 ? { text } : { text, value: Math.max(...known) };
}

/** The rate and base of an award that is their product in all of its cases; otherwise the whole award as the rate. */
function rateOf(clause: Clause, words: Vocabulary): Pick<Comparable, 'rate' | 'base'> {
  const { award } = clause;
  if (award === undefined) return { rate: { text: summary(clause, words) }, base: '' };
  const quantity = award.most ?? award.least;
  const figures = quantity === undefined ? [] : figuresOf(quantity).map(({ value }) => asNumber(value));
  const factors = quantity === undefined ? undefined : factorsOf(quantity);
  const bases = new Set((factors ?? []).map(({ base }) => sayBrief(base, words)));
  const [base] = bases;
  if (factors === undefined || base === undefined || bases.size > 1)
    return { rate: cell(sayAward(award, words), figures), base: '' };
  const rates = [...new Set(factors.map(({ rate }) => sayLiteral(rate.text)))];
  return { rate: cell(rates.join('、'), figures), base };
}

type Figure = Extract<Quantity, { op: 'number' }>;

/** The figure and base of a product; of cases and bands those of each part. `undefined` for every other quantity. */
function factorsOf(quantity: Quantity): readonly { rate: Figure; base: Quantity }[] | undefined {
  const plain = firstReading(quantity);
  if (plain.op === 'bands' && !plain.marginal && plain.rows.every(({ rate }) => isShare(rate)))
    return plain.rows.flatMap(({ rate }) => (rate.op === 'number' ? [{ rate, base: plain.of }] : []));
  if (plain.op === 'cases') {
    const parts = plain.cases.map(({ then }) => factorsOf(then));
    return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
  }
  if (plain.op !== 'product' || plain.of.length !== 2) return undefined;
  const rate = plain.of.find((part) => part.op === 'number');
  const base = plain.of.find((part) => part.op !== 'number');
  return rate?.op === 'number' && base !== undefined ? [{ rate, base }] : undefined;
}

function isShare(quantity: Quantity): boolean {
  return quantity.op === 'number' && quantity.text.endsWith('%');
}

/** The figures in a quantity, except those in its conditions. */
function figuresOf(quantity: Quantity): readonly Figure[] {
  const plain = firstReading(quantity);
  switch (plain.op) {
    case 'number':
      return [plain];
    case 'cases':
      return [...plain.cases.map(({ then }) => then), ...(plain.otherwise ? [plain.otherwise] : [])].flatMap(
        figuresOf,
      );
    case 'bands':
      return plain.rows.flatMap(({ rate }) => figuresOf(rate));
    default:
      return 'of' in plain && Array.isArray(plain.of) ? plain.of.flatMap(figuresOf) : [];
  }
}

function capFigures({ type, amount }: Limit): readonly number[] {
  return type === 'budget' ? [] : figuresOf(amount).map(({ value }) => asNumber(value));
}

function asNumber(value: string): number {
  const [numerator, denominator = '1'] = value.split('/');
  return Number(numerator) / Number(denominator);
}

/** The comparisons of a single fact of the applicant. Comparisons of sums are shown only in the self-check. */
function thresholdsOf(part: Expression | undefined): readonly Comparison[] {
  if (part?.op === 'compare') return part.left.op === 'fact' || part.left.op === 'year' ? [part] : [];
  return part === undefined || part.op === 'not' ? [] : children(part).flatMap(thresholdsOf);
}

type Comparison = Extract<Expression, { op: 'compare' }>;
