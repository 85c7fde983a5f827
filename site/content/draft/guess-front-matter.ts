import { hanInteger } from '../../../clauses/authoring.ts';
import { halfWidth } from './decode-text.ts';

/** What a signed text says of itself; a guess that the author checks. */
export interface GuessedFrontMatter {
  /** The title of the document, and of the notice that it comes with; each as the lines that make it up. */
  readonly titles: readonly GuessedTitle[];
  readonly documentNumber: string | undefined;
  readonly issuers: readonly string[];
  readonly issuedOn: string | undefined;
  readonly printedOn: string | undefined;
  readonly effectiveFrom: string | undefined;
  readonly effectiveTo: string | undefined;
  readonly validFor: string | undefined;
  readonly signatures: readonly LineRange[];
}

/** Lines from `start` up to, not including, `end`. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** A title, which may be broken over lines. */
export interface GuessedTitle extends LineRange {
  readonly text: string;
}

/** Reads off the lines of a text what it says of itself. */
export function guessFrontMatter(written: readonly string[]): GuessedFrontMatter {
  const lines = written.map(halfWidth);
  const signatures = signaturesIn(lines);
  const titles = titlesIn(lines, signatures);
  const dates = signatures.map(({ end }) => lines[end - 1] ?? '');
  const day = (isPrinting: boolean): string | undefined => {
    const line = dates.find((each) => each.endsWith('印发') === isPrinting);
    return line === undefined ? undefined : dateIn(line);
  };
  return {
    titles: titles.map((title) => ({ ...title, text: titleText(written.slice(title.start, title.end)) })),
    documentNumber: lines.map((line) => line.replace(/\s/g, '')).find((line) => DOCUMENT_NUMBER.test(line)),
    issuers: issuersOf(lines, titles, signatures),
    issuedOn: day(false),
    printedOn: day(true),
    ...periodOf(lines, day(true) ?? day(false)),
    signatures,
  };
}

/** A line that is a document number: 龙办发〔2022〕40号. */
export const DOCUMENT_NUMBER = /^\p{Script=Han}{2,}[〔［[（(【]\d{4}[〕］\])）】]第?\d+号$/u;
/** A line that begins with a number of its own. */
export const NUMBERED_LINE =
  /^(?:第[零〇一二三四五六七八九十百\d]+[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、])/u;

const TITLE_END =
  /(?:意见|办法|方案|计划|措施|细则|规定|政策|通知|公告|规划|条例|决定|通告|指南|要点|安排)(?:（[^）]*）|\([^)]*\))?$/u;
const ORGAN = /^[^。，；：:《》]{2,30}(?:政府|办公室|办公厅|委员会|委|局|厅|部|院|中心)$/u;
/** A line below a title that belongs to it: （2018-2022年）, （试行）. */
const YEARS = /^(?:（[^）]{2,20}）|\([^)]{2,20}\))$/u;
const LONGEST_TITLE = 120;

/** The titles stand before the first number of the text; one may be broken before 关于 or within a word. */
function titlesIn(lines: readonly string[], signatures: readonly LineRange[]): readonly GuessedTitle[] {
  const first = lines.findIndex((line, index) => NUMBERED_LINE.test(line) && !isAnnexListed(lines, index));
  const end = first === -1 ? Math.min(lines.length, 30) : first;
  const titles: GuessedTitle[] = [];
  for (let start = 0; start < end; start += 1) {
    if (signatures.some((run) => run.start <= start && start < run.end)) continue;
    const signed = signatures.find((each) => each.start >= start)?.start ?? end;
    const most = Math.min(signed, end, start + 3);
    const parts = [1, 2, 3].map((count) => lines.slice(start, Math.min(start + count, most)));
    const named = parts.findLast((each) => names(titles, titleText(each)));
    const found =
      named === undefined
        ? parts.map((each) => titleAt(each, start)).find((each) => each !== undefined)
        : { text: titleText(named), start, end: start + named.length };
    if (found === undefined) continue;
    const years = lines[found.end] ?? '';
    const title = YEARS.test(years) ? { start, end: found.end + 1, text: found.text + years } : found;
    titles.push(title);
    start = title.end - 1;
  }
  return titles;
}

/** Whether a notice above says that this is what it issues: 关于印发《…》的通知. */
function names(above: readonly GuessedTitle[], text: string): boolean {
  return above.some((title) => /印发《?(.+?)》?的?通知$/u.exec(title.text)?.[1] === text);
}

/** The numbered lines below 附件： name the annexes; the document itself comes after them. */
function isAnnexListed(lines: readonly string[], index: number): boolean {
  const above = lines[index - 1] ?? '';
  if (/^附件\d*[：:]/.test(above)) return true;
  return /^\d+[.、]/.test(above) && isAnnexListed(lines, index - 1);
}

function titleText(parts: readonly string[]): string {
  return parts.reduce((sum, part) => sum + (sum !== '' && part.startsWith('关于') ? ' ' : '') + part, '');
}

function titleAt(parts: readonly string[], start: number): GuessedTitle | undefined {
  const text = titleText(parts);
  const [head = '', ...rest] = parts;
  const isTitle = /^(?:关于|\p{Script=Han}.{4,})/u.test(text) && TITLE_END.test(text);
  const isWhole = rest.length === 0 || /关于/.test(head) || rest.some((part) => part.startsWith('关于'));
  const isPlain =
    !/[。；：:，]/.test(text) && !parts.some((part) => DOCUMENT_NUMBER.test(part.replace(/\s/g, '')));
  return isTitle && isWhole && isPlain && text.length <= LONGEST_TITLE
    ? { text, start, end: start + parts.length }
    : undefined;
}

const D = '[\\d零〇○一二三四五六七八九十]';
const DATE = `${D}{4}年${D}{1,3}月${D}{1,3}日`;
const DATE_LINE = new RegExp(`^(?:(.*[^\\d])\\s)?(${DATE})(?:印发)?$`);

/** Who signs and when: lines with nothing but names of authorities, and behind them the date. */
function signaturesIn(lines: readonly string[]): readonly LineRange[] {
  return lines.flatMap((line, index) => {
    const date = DATE_LINE.exec(spaced(line));
    if (date === null || (date[1] !== undefined && !isOrgans(date[1]))) return [];
    let start = index;
    while (start > 0 && isOrgans(lines[start - 1] ?? '')) start -= 1;
    return [{ start, end: index + 1 }];
  });
}

/** Dates may be set apart: 2026 年 1 月 1 日. */
function spaced(line: string): string {
  return line.replace(/\s*([年月日])\s*/g, '$1').replace(/年(\d)/g, '年$1');
}

function isOrgans(line: string): boolean {
  return (
    organsOf(line).length > 0 &&
    line
      .trim()
      .split(/[\s、]+/)
      .every((part) => ORGAN.test(part))
  );
}

function organsOf(text: string): readonly string[] {
  return text.split(/[\s、]+/).filter((part) => ORGAN.test(part));
}

/** The issuers: before 关于 in a title, or who signs, or the letterhead. */
function issuersOf(
  lines: readonly string[],
  titles: readonly GuessedTitle[],
  signatures: readonly LineRange[],
): readonly string[] {
  const signed = signatures.flatMap(({ start, end }) =>
    lines.slice(start, end).flatMap((line) => organsOf(spaced(line).replace(new RegExp(`${DATE}.*$`), ''))),
  );
  const guesses = [
    ...titles.map(({ text }) => organsOf(/^(.*?)(?:关于|印发)/u.exec(text)?.[1]?.trim() ?? '')),
    signed,
    organsOf((lines[0] ?? '').replace(/文件$/, '')),
  ];
  return [...new Set(guesses.find((organs) => organs.length > 0))];
}

/** 施行 and 失效 of this document, where they are stated as dates or 自印发之日起 with a known day; sentences on other documents (《……》) are left aside. */
function periodOf(
  lines: readonly string[],
  printed: string | undefined,
): Pick<GuessedFrontMatter, 'effectiveFrom' | 'effectiveTo' | 'validFor'> {
  const sentences = lines
    .flatMap((line) => spaced(line).split(/[。；]/))
    .filter((each) => !each.includes('《'));
  const stated = (pattern: RegExp): string | undefined =>
    sentences.map((sentence) => dateIn(pattern.exec(sentence)?.[1] ?? '')).find((date) => date !== undefined);
  const term = /(?:有效期限?为?|试行期?|有效)([\d一二两三四五六七八九十]{1,2}(?:年|个月))/u;
  const effectiveTo = stated(new RegExp(`(?:有效期|施行|实施|执行)(?:[^，]{0,20}?)(?:至|到)(${DATE})`));
  const terms = sentences.map((sentence) => term.exec(sentence)?.[1]);
  return {
    validFor: effectiveTo === undefined ? terms.find((each) => each !== undefined) : undefined,
    effectiveFrom:
      stated(new RegExp(`自(${DATE})起(?:正式)?(?:施行|实施|执行|生效)`)) ??
      stated(new RegExp(`有效期[^，]{0,4}?(${DATE})(?:起)?至`)) ??
      (sentences.some((sentence) => /自印发之日起(?:正式)?(?:施行|实施|执行|生效)/.test(sentence))
        ? printed
        : undefined),
    effectiveTo,
  };
}

/** The first date of a text as `YYYY-MM-DD`; its numerals may be Han (二〇二六年十月二十八日). */
function dateIn(text: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    new RegExp(`(${D}{4})年(${D}{1,3})月(${D}{1,3})日`).exec(spaced(text)) ?? [];
  if (year === '') return undefined;
  const two = (part: string): string => String(numberOf(part)).padStart(2, '0');
  return `${[...year].map(numberOf).join('')}-${two(month)}-${two(day)}`;
}

function numberOf(part: string): number {
  if (/\d/.test(part)) return Number(part);
  return /[零〇○]/.test(part) ? 0 : Number(hanInteger(part) ?? 0);
}
