import type { Award, Clause, Limit, Quantity } from '../../../clauses/index.ts';
import { type PolicyRules, sameQuantity } from '../../../clauses/language.ts';
import type { Vocabulary } from '../../../views/wording/names.ts';
import { firstReading } from '../../../views/wording/rules/alternatives.ts';
import { sayCondition, sayQuantity } from '../../../views/wording/rules/clause.ts';
import { limitsOver, sayLimits } from '../../../views/wording/rules/limits.ts';
import { isNothing, isRate, sayLiteral } from '../../../views/wording/rules/literal.ts';
import {
  sayAmount,
  sayForm,
  sayPaid,
  sayStatedForce,
  sayTerm,
  summary,
} from '../../../views/wording/rules/summary.ts';
import {
  decimalOf,
  requiredOf,
  sayThresholds,
  type Threshold,
  thresholdsOf,
} from '../../../views/wording/rules/thresholds.ts';
import { LIMIT_PERIOD_NAMES, LIMIT_SUBJECTS, NOT_STATED } from '../../../views/wording/terms.ts';

/** The words of one column, with the number by which a table sorts it: yuan, a share of 1, or years. */
export interface ComparableCell {
  readonly text: string;
  readonly value?: number;
}

/** A cap whose amount is a figure. */
export interface NumericCap {
  /** In yuan, as a decimal. */
  readonly amount: string;
  readonly per: string;
  readonly period: string;
}

/** The figures of a clause, where its rule is of so simple a form that figures alone tell it. */
export interface ClauseNumbers {
  /** A rate as a decimal: 0.06. */
  readonly share?: string;
  /** A fixed amount in yuan, as a decimal. */
  readonly fixed?: string;
  readonly caps: readonly NumericCap[];
  readonly thresholds: readonly Threshold[];
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
  /** Everything that the clause requires, in words. */
  readonly conditions: string;
  readonly years: ComparableCell;
  readonly numbers: ClauseNumbers;
}

/** Splits a clause of a policy into columns. A column is empty where the clause states nothing for it. */
export function comparable(clause: Clause, policy: PolicyRules, words: Vocabulary): Comparable {
  const { award, when } = clause;
  const over = limitsOver(clause, policy).map(({ limit }) => limit);
  const own = over.filter((limit) => !Array.isArray(limit.over));
  const years = award === undefined ? [] : [...sayPaid(award), ...sayTerm(award)];
  return {
    form: sayForm(award),
    force: sayStatedForce(award),
    ...rateOf(clause, policy, words),
    caps: cell(
      award === undefined ? '' : sayLimits(clause, policy, words).join('；'),
      (own.length > 0 ? own : over).flatMap(({ type, amount }) => (type === 'cap' ? yuanOf(amount) : [])),
    ),
    thresholds: sayThresholds(when, words).join('；'),
    conditions: requiredOf(when)
      .map((each) => sayCondition(each, words))
      .join('；'),
    years: cell(years.join('，'), award?.term === undefined ? [] : [Number.parseInt(award.term.text, 10)]),
    numbers: {
      ...amountOf(award),
      caps: [...mostOf(award), ...own.flatMap(capOf)],
      thresholds: thresholdsOf(when, words),
    },
  };
}

/** A cell that sorts by the largest of its figures. */
function cell(text: string, figures: readonly number[]): ComparableCell {
  const known = figures.filter((figure) => Number.isFinite(figure));
  return known.length === 0 ? { text } : { text, value: Math.max(...known) };
}

/** The rate and base of an award that is their product; otherwise the whole award as the rate. */
function rateOf(clause: Clause, policy: PolicyRules, words: Vocabulary): Pick<Comparable, 'rate' | 'base'> {
  const { award } = clause;
  if (award === undefined) return { rate: { text: summary(clause, policy, words) }, base: '' };
  const quantity = figureOf(award);
  const factors = quantity === undefined ? undefined : factorsOf(quantity);
  if (factors === undefined)
    return {
      rate: cell(sayAmount(award, words), sortFigures(quantity ?? award.most ?? NOTHING)),
      base: '',
    };
  const { rate, base } = factors;
  return {
    rate: cell(`${isYuan(rate) ? sayEach(base, words) : ''}${sayLiteral(rate.text)}`, [asNumber(rate)]),
    base: sayQuantity(base, words),
  };
}

/** What an award without a figure sorts by: nothing. */
const NOTHING: Quantity = { op: 'sum', of: [] };

/** Whether an amount is for each of a number of things: 每个, 每人. */
function sayEach(base: Quantity, words: Vocabulary): string {
  if (base.op === 'count') return '每个 ';
  const fact = base.op === 'fact' ? words.fact(base.fact) : undefined;
  return fact?.type === 'count' ? `每${fact.unit ?? '个'} ` : '';
}

type Figure = Extract<Quantity, { op: 'number' }>;

/** The quantity that an award states, where it is one: the most, or the least where there is no most. */
function figureOf({ least, most }: Award): Quantity | undefined {
  if (least === undefined || most === undefined) return undefined;
  if (most === null) return least.op === 'smallest' ? least.of.at(-1) : least;
  return isNothing(least) || sameQuantity(firstReading(least), firstReading(most)) ? most : undefined;
}

/** The figure and base of a product of just these two; `undefined` for every other quantity. */
function factorsOf(quantity: Quantity): { rate: Figure; base: Quantity } | undefined {
  if (quantity.op !== 'product' || quantity.of.length !== 2) return undefined;
  const rate = quantity.of.find((part) => part.op === 'number');
  const base = quantity.of.find((part) => part.op !== 'number');
  return rate?.op === 'number' && base !== undefined && base.op !== 'steps' ? { rate, base } : undefined;
}

/** The share or the fixed amount of an award that is nothing else. */
function amountOf(award: Award | undefined): Pick<ClauseNumbers, 'share' | 'fixed'> {
  const quantity = award === undefined ? undefined : figureOf(award);
  if (award === undefined || quantity === undefined) return {};
  if (quantity.op === 'number')
    return isYuan(quantity) && isFixed(award) ? { fixed: decimalOf(quantity) } : {};
  const rate = factorsOf(quantity)?.rate;
  return rate !== undefined && isRate(rate.text) ? { share: decimalOf(rate) } : {};
}

/** An award of which the text states only the most (最高 10 万元). For whom and how long it does not say. */
function mostOf(award: Award | undefined): readonly NumericCap[] {
  if (award?.most?.op !== 'number' || !isYuan(award.most) || isFixed(award)) return [];
  return [{ amount: decimalOf(award.most), per: NOT_STATED, period: NOT_STATED }];
}

function isFixed({ stated, least, most }: Award): boolean {
  return stated === undefined ? sameQuantity(least, most) : stated === 'fixed';
}

/** A cap of a clause as figures. One that applies under one reading only, or to several clauses, is given in words only. */
function capOf({ type, over, when, amount, per, period }: Limit): readonly NumericCap[] {
  if (type !== 'cap' || Array.isArray(over) || when !== undefined) return [];
  if (amount.op !== 'number' || !isYuan(amount)) return [];
  return [
    {
      amount: decimalOf(amount),
      per: LIMIT_SUBJECTS[per] ?? per,
      period: LIMIT_PERIOD_NAMES[period],
    },
  ];
}

function isYuan({ text }: Figure): boolean {
  return /[元块]$/.test(text) && !text.includes('/');
}

/** The figures of a quantity that can be its value; none of its conditions and ranges. */
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

function yuanOf(quantity: Quantity): readonly number[] {
  return figuresOf(quantity).filter(isYuan).map(asNumber);
}

/** What a column of awards sorts by: the amounts, or the rates where it has no amount. */
function sortFigures(quantity: Quantity): readonly number[] {
  const yuan = yuanOf(quantity).filter((figure) => figure !== 0);
  if (yuan.length > 0) return yuan;
  return figuresOf(quantity)
    .filter(({ text }) => isRate(text))
    .map(asNumber);
}

function asNumber({ value }: Figure): number {
  const [numerator, denominator = '1'] = value.split('/');
  return Number(numerator) / Number(denominator);
}
