import type { MoneyRange } from '../../clauses/index.ts';

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
 * A range of money in parts that should each stay on one line: one value, from–to, or without an upper limit, because the
 * text sets none or because a number is missing.
 */
export function rangeParts({ min, max }: MoneyRange): readonly string[] {
  if (max === null)
    return isZero(min) ? ['还不确定', '（上限没有定）'] : [`${sayMoney(min)}以上`, '（上限没有定）'];
  if (min === max) return [sayMoney(min)];
  return [isZero(min) ? '0 ' : sayMoney(min), `至 ${sayMoney(max)}`];
}

/** A range of money as people say it: `30 万元至 200 万元`. */
export function sayRange(range: MoneyRange): string {
  return rangeParts(range).join('');
}

/** The exact yuan of a range, for exports and for the title of an amount: `300,000 元`. */
export function exactRange({ min, max }: MoneyRange): string {
  const to = max === null ? '不限' : `${exactYuan(max)} 元`;
  return min === max ? to : `${exactYuan(min)} 元至 ${to}`;
}

/** Whether a decimal is zero. */
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
