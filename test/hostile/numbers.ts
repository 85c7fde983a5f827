import type { Random } from '../oracle/random.ts';
import type { Kind } from './kinds.ts';
import { MORE_DIGITS } from './tables.ts';

/**
 * A value as a client may send it, with its meaning for a reader of Chinese, computed without the code under test.
 * `means` is the amount that the clause of the kind then pays; absent where the value must be refused. `sure` marks notations
 * that the form documents; other notations with a meaning may also be refused.
 */
export interface Hostile {
  readonly raw: unknown;
  readonly means?: string;
  readonly sure?: true;
}

/** The precision, range and units of a number, and the scale of its amount. */
export interface Scale {
  readonly decimals: number;
  /** What the amount is multiplied by, a power of ten. */
  readonly shift: number;
  readonly most: bigint;
  readonly units: readonly string[];
}

const MONEY: Scale = { decimals: 2, shift: 0, most: 10n ** 15n, units: ['元'] };
/** The kinds that are numbers. */
export const SCALES: Readonly<Partial<Record<Kind, Scale>>> = {
  money: MONEY,
  series: MONEY,
  list: MONEY,
  number: { decimals: 3, shift: 3, most: 10n ** 12n, units: ['千瓦'] },
  percent: { decimals: 2, shift: 4, most: 10_000n, units: ['%', '％'] },
  count: { decimals: 0, shift: 0, most: 1_000_000n, units: ['人'] },
  area: { decimals: 2, shift: 0, most: 10n ** 12n, units: ['平方米', '㎡', 'm²', 'm2'] },
};

/** Values that must be refused. */
export function never(raw: readonly unknown[]): readonly Hostile[] {
  return raw.map((each) => ({ raw: each }));
}

/** A text in full-width characters, as Chinese input methods produce them. */
export function wide(text: string): string {
  return text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
}

function decimalOf(steps: bigint, decimals: number): string {
  const digits = steps.toString().padStart(decimals + 1, '0');
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return `${digits.slice(0, digits.length - decimals)}${rest === '' ? '' : `.${rest}`}`;
}

/** One random value in every documented notation, in other notations, and in notations that are not this value. */
export function numbersOf(random: Random, { decimals, shift, most, units }: Scale): readonly Hostile[] {
  const anything = BigInt(random.below(2 ** 31)) * BigInt(random.pick([1, 1, 7, 100, 10_000]));
  const steps = anything % (most + 1n);
  const text = decimalOf(steps, decimals);
  const means = fixed(steps * 10n ** BigInt(shift + 2 - decimals));
  const [whole = '0', rest] = text.split('.');
  const after = rest === undefined ? '' : `.${rest}`;
  const grouped = `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${after}`;
  const unit = random.pick(units);
  const sure = [
    text,
    wide(text),
    grouped,
    wide(grouped),
    ` ${text}`,
    `${text}　`,
    `\t${text}\n`,
    `${text}${unit}`,
    `${text} ${unit}`,
  ];
  const large = [...scaled(text, 4, '万', unit), ...scaled(text, 8, '亿', unit)];
  const json = text.replace('.', '').length <= 15 ? [Number(text)] : [];
  const other = [
    ...[
      `00${text}`,
      `+${text}`,
      `${text}${rest === undefined ? '.0' : '0'}`,
      `${text}${rest === undefined ? '.' : ''}`,
    ],
    ...MORE_DIGITS.map((digits) => text.replace(/\d/g, (digit) => [...digits][Number(digit)] ?? '')),
    ...['\u200b', '\u200e', '\u202e', '\u2066', '\ufeff', '\u00a0', '\u00ad', '\u2060'].map(
      (mark) => mark + text,
    ),
    ...[
      `${text}\u200b`,
      `¥${text}`,
      `人民币${text}元`,
      `${text}块`,
      `"${text}"`,
      `${text}e0`,
      `${text}。`,
      `共${text}`,
    ],
    ...[grouped.replaceAll(',', ' '), grouped.replaceAll(',', '_'), grouped.replaceAll(',', "'")],
    ...[grouped.replaceAll(',', '，'), grouped.replaceAll(',', '、'), `${text}${unit}${unit}`],
  ];
  const none = [
    ...[
      `${text}~${text}`,
      `${text}-${text}`,
      `${text}至${text}`,
      `约${text}`,
      `${text}左右`,
      `${text}以上`,
      `不低于${text}`,
    ],
    ...[
      `-${text}1`,
      `−${text}1`,
      `－${text}1`,
      `--${text}`,
      `${text}-`,
      `${text},`,
      `,${text}`,
      `${text},1`,
      `1,${text}0,1`,
    ],
    ...[
      `${text}美元`,
      `${text}亩`,
      `${text}‰`,
      `${text}万亿亿`,
      `${text}万个`,
      `${text}\u0000`,
      `\u0000${text}`,
    ],
    ...[
      `${text}\ud800`,
      `${text}²`,
      `${text}½`,
      `${text}/0`,
      `${text}+1`,
      `=${text}`,
      `${text};`,
      `<b>${text}</b>`,
    ],
    ...[
      `${whole}.${(rest ?? '').padEnd(decimals, '0')}1`,
      `${whole}.1.1`,
      `0x${text}`,
      `${text}n`,
      `1${'0'.repeat(40)}`,
    ],
    ...[[text], [[text]], { value: text }, { [text]: null }, [steps.toString(), 1]],
  ];
  return [
    ...[...sure, ...large, ...json].map((raw): Hostile => ({ raw, means, sure: true })),
    ...other.map((raw): Hostile => ({ raw, means })),
    ...never(none),
  ];
}

/** Hundredths as an amount with two decimals. */
function fixed(hundredths: bigint): string {
  const digits = hundredths.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Exact notations of the value in 万 or 亿, without those that are longer than 25 characters. */
function scaled(text: string, places: number, word: string, unit: string): readonly string[] {
  const [whole = '0', rest = ''] = text.split('.');
  const digits = whole.padStart(places + 1, '0');
  const tail = `${digits.slice(-places)}${rest}`.replace(/0+$/, '');
  const head = `${digits.slice(0, -places)}${tail === '' ? '' : `.${tail}`}`;
  const ways = [`${head}${word}`, `${head} ${word}`, wide(head) + word, `${head}${word}${unit}`];
  return ways.filter((way) => way.length <= 25);
}
