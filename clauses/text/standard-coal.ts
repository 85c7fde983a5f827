import { multiply, type Rational, rational } from '../numbers/exact.ts';
import type { NumberToken, RangeToken } from './token.ts';
import type { Dimension } from './units.ts';

const COAL = 'unit:吨标准煤';
/** One 吨 is 1000 base units of mass, and 1 base unit of standard coal. */
const THOUSAND = rational(1000n);
const THOUSANDTH = rational(1n, 1000n);

/** Whether a passage contains 吨标准煤, so that 吨 may be short for it. */
export function mentionsStandardCoal(text: string): boolean {
  return /吨标准?煤/.test(text);
}

/** Whether a figure is in 吨, or a price per 吨: 超过1000吨的部分每吨600元. */
export function isInTons({ dimension, unit, per }: Pick<NumberToken, 'dimension' | 'unit' | 'per'>): boolean {
  return (
    /(?:^|\/)吨(?:\/|$)/.test(unit) ||
    (dimension === 'money' && per?.some(({ name }) => name === '吨') === true)
  );
}

/** The figure in 吨标准煤, if the rule's dimension is in it and the text may abbreviate it; otherwise the figure unchanged. */
export function asStandardCoal<T extends NumberToken | RangeToken>(token: T, dimension: Dimension): T {
  if (token.mayMeanStandardCoal !== true || !dimension.includes(COAL)) return token;
  const [top, ...below] = token.dimension.split('/');
  const factor = top === 'mass' ? THOUSANDTH : below.includes('mass') ? THOUSAND : rational(1n);
  const scaled = (value: Rational): Rational => multiply(value, factor);
  const { per } = token;
  const named = per?.map((unit) =>
    unit.dimension === 'mass'
      ? { ...unit, dimension: COAL, factor: multiply(unit.factor, THOUSANDTH) }
      : unit,
  );
  const values =
    token.kind === 'number'
      ? { value: scaled(token.value) }
      : { from: scaled(token.from), to: scaled(token.to) };
  const full = token.dimension.split('/').map((atom) => (atom === 'mass' ? COAL : atom));
  return { ...token, ...values, dimension: full.join('/'), ...(named === undefined ? {} : { per: named }) };
}
