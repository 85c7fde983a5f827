import type { MoneyRange, OpenCause } from '../../clauses/index.ts';
import { OPEN_CAUSES } from './terms.ts';

/**
 * Decimal yuan as people say it: `30 万元`, `1.2 亿元`, `4,999,999.99 元`. Nothing is rounded: where the larger unit
 * would need more than two decimals, the smaller one is taken.
 */
export function sayMoney(yuan: string): string {
  const plain = trimmed(yuan);
  const [whole = '0', fraction] = plain.split('.');
  if (fraction === undefined && whole.length > 8 && whole.endsWith('000000'))
    return `${shifted(whole, 8)} 亿元`;
  if (fraction === undefined && whole.length > 4 && whole.endsWith('00')) return `${shifted(whole, 4)} 万元`;
  return `${exactYuan(plain)} 元`;
}

/** A decimal with separators and no unit: `8,000,000`. */
export function exactYuan(yuan: string): string {
  const [whole = '0', fraction] = trimmed(yuan).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/**
 * A range of money in parts that should stay on one line each: one value, from–to, or without an upper end, with the
 * reason for it.
 */
export function rangeParts({ min, max, open }: MoneyRange): readonly string[] {
  if (max === null) return [isZero(min) ? '还定不了' : `至少 ${sayMoney(min)}`, `（${sayOpen(open)}）`];
  if (min === max) return [sayMoney(min)];
  return [isZero(min) ? '0 ' : sayMoney(min), `至 ${sayMoney(max)}`];
}

/** Why a range has no upper end: an answer is missing, another document sets it, or the text sets none. */
export function sayOpen(causes: readonly OpenCause[] = []): string {
  const said = causes.map((cause) => OPEN_CAUSES[cause]);
  return said.join('，') || OPEN_CAUSES.unanswered;
}

/** A range of money as people say it: `30 万元至 200 万元`. */
export function sayRange(range: MoneyRange): string {
  return rangeParts(range).join('');
}

/** The exact yuan of a range, for exports and for the title of an amount: `300,000 元`. */
export function exactRange({ min, max, open }: MoneyRange): string {
  const end = open?.length === 1 && open[0] === 'noLimit' ? '不限' : '未定';
  const to = max === null ? end : `${exactYuan(max)} 元`;
  return min === max ? to : `${exactYuan(min)} 元至 ${to}`;
}

/** The range to show after 最高: a range from zero is reduced to its end, because “最高 0 至 5 万元” says no more. */
export function upTo(most: MoneyRange): MoneyRange {
  return most.max !== null && isZero(most.min) ? { min: most.max, max: most.max } : most;
}

/** Whether both ends are the same. */
export function isPoint({ min, max }: MoneyRange): boolean {
  return min === max;
}

/** Whether a decimal is nothing. */
export function isZero(decimal: string): boolean {
  return /^-?0+(\.0+)?$/.test(decimal);
}

function trimmed(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

function shifted(whole: string, places: number): string {
  const head = whole.slice(0, -places).replace(/\B(?=(\d{3})+$)/g, ',');
  const tail = whole.slice(-places).replace(/0+$/, '');
  return tail === '' ? head : `${head}.${tail}`;
}

/** A part of a whole as people say it: `0.6` is 60%, a third stays `1/3`. */
export function sayShare(share: string): string {
  return share.includes('/') ? share : `${Number((Number(share) * 100).toFixed(6))}%`;
}
