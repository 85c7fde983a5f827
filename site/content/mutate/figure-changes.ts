import type { Change, ChangePath, FrontMatterNode, MutantKind } from './change.ts';

/** Keys whose value is a name, a quotation or a keyword of the language, never a figure. */
const NOT_FIGURES = new Set([
  ...['id', 'title', 'citation', 'indicator', 'deadline', 'task', 'from', 'payee', 'event', 'authority'],
  ...['fact', 'is', 'in', 'reading', 'notStated', 'clauses', 'over', 'allBut'],
]);

/** A figure increases and decreases by one unit of its last digit, a date by one day. */
export function figureChanges({ value, path }: FrontMatterNode): readonly Change[] {
  const key = path.findLast((step) => typeof step === 'string');
  if (NOT_FIGURES.has(String(key)) || (typeof value !== 'string' && typeof value !== 'number')) return [];
  const days = neighbouringDays(String(value));
  const others = days.length > 0 ? days : neighbours(String(value));
  const kind = days.length > 0 ? 'date' : kindOf(path);
  return others.map((to) => ({ kind, path, to, description: `把 ${value} 改成 ${to}` }));
}

function kindOf(path: ChangePath): MutantKind {
  if (path.includes('rate') || path.includes('share')) return 'rate';
  return path.includes('limits') ? 'cap' : 'number';
}

const DIGITS = /^(\d+)(?:\.(\d+))?(.*)$/s;
const HAN = '一二三四五六七八九十';

/**
 * The next higher and lower figure in the precision of a text: 7% and 5% for 6%, 2.6亿元 and 2.4亿元 for 2.5亿元, 四年 and
 * 二年 for 三年. 亿元 alone is 1亿元. Empty for a text without a figure at its start.
 */
export function neighbours(text: string): readonly string[] {
  const [, whole = '', decimals = '', unit = ''] = DIGITS.exec(text) ?? [];
  if (whole !== '') {
    const value = BigInt(whole + decimals);
    return [value + 1n, value - 1n]
      .filter((each) => each >= 0n)
      .map((each) => withDecimals(each, decimals.length) + unit);
  }
  const han = text === '' ? -1 : HAN.indexOf(text.charAt(0));
  if (han >= 0)
    return [HAN.charAt(han + 1), HAN.charAt(han - 1)].flatMap((digit) =>
      digit === '' ? [] : digit + text.slice(1),
    );
  return /^[万亿]元$/.test(text) ? [`2${text}`] : [];
}

/** A number with `decimals` digits after the decimal point. */
function withDecimals(value: bigint, decimals: number): string {
  if (decimals === 0) return String(value);
  const digits = String(value).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The days after and before a date (`YYYY-MM-DD`), in this order; empty for any other text. */
export function neighbouringDays(text: string): readonly string[] {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN;
  if (Number.isNaN(day)) return [];
  return [1, -1].map((days) => new Date(day + days * 86_400_000).toISOString().slice(0, 10));
}
