import { hanInteger } from '../../../clauses/authoring.ts';

/** Lines from `start` (0-based) up to, but not including, `end`. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** The name of an authority. */
const ORGAN = /^[^。，；：:《》]{2,30}(?:政府|办公室|办公厅|委员会|委|局|厅|部|院|中心)$/u;

const D = '[\\d零〇○一二三四五六七八九十]';
/** The source of a regular expression for a date such as 2026年1月1日, also in Han numerals. It has no groups. */
export const DATE = `${D}{4}年${D}{1,3}月${D}{1,3}日`;
const DATE_LINE = new RegExp(`^(?:(.*[^\\d])\\s)?(${DATE})(?:印发)?$`);

/** The signatures of a text: lines that consist of names of authorities, followed by a line with the date. */
export function signaturesIn(lines: readonly string[]): readonly LineRange[] {
  return lines.flatMap((line, index) => {
    const date = DATE_LINE.exec(withoutDateSpaces(line));
    if (date === null || (date[1] !== undefined && !consistsOfOrgans(date[1]))) return [];
    let start = index;
    while (start > 0 && consistsOfOrgans(lines[start - 1] ?? '')) start -= 1;
    return [{ start, end: index + 1 }];
  });
}

/** Removes the spaces around 年, 月 and 日: 2026 年 1 月 1 日 becomes 2026年1月1日. */
export function withoutDateSpaces(line: string): string {
  return line.replace(/(?<!\s)\s+(?=[年月日])|(?<=[年月日])\s+/g, '');
}

function consistsOfOrgans(line: string): boolean {
  return (
    organsOf(line).length > 0 &&
    line
      .trim()
      .split(/[\s、]+/)
      .every((part) => ORGAN.test(part))
  );
}

/** The names of authorities in a text whose parts are separated by spaces or 、. */
export function organsOf(text: string): readonly string[] {
  return text.split(/[\s、]+/).filter((part) => ORGAN.test(part));
}

/** The first date of a text as `YYYY-MM-DD`, also in Han numerals (二〇二六年十月二十八日); nothing without a date. */
export function dateIn(text: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    new RegExp(`(${D}{4})年(${D}{1,3})月(${D}{1,3})日`).exec(withoutDateSpaces(text)) ?? [];
  if (year === '') return undefined;
  const twoDigits = (part: string): string => String(numberOf(part)).padStart(2, '0');
  return `${[...year].map(numberOf).join('')}-${twoDigits(month)}-${twoDigits(day)}`;
}

function numberOf(part: string): number {
  if (/\d/.test(part)) return Number(part);
  return /[零〇○]/.test(part) ? 0 : Number(hanInteger(part) ?? 0);
}
