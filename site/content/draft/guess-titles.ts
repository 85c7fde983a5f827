import type { LineRange } from './signed-lines.ts';

/** A title with the lines that it covers. */
export interface GuessedTitle extends LineRange {
  readonly text: string;
}

/** A line that is a document number: 龙办发〔2022〕40号. */
export const DOCUMENT_NUMBER = /^\p{Script=Han}{2,}[〔［[（(【]\d{4}[〕］\])）】]第?\d+号$/u;
/** A line that begins with a number of its own. */
export const NUMBERED_LINE =
  /^(?:第[零〇一二三四五六七八九十百\d]+[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、])/u;

const TITLE_END =
  /(?:意见|办法|方案|计划|措施|细则|规定|政策|通知|公告|规划|条例|决定|通告|指南|要点|安排)(?:（[^）]*）|\([^)]*\))?$/u;
/** A line below a title that belongs to it: （2018-2022年）, （试行）. */
const TITLE_SUFFIX = /^(?:（[^）]{2,20}）|\([^)]{2,20}\))$/u;
const LONGEST_TITLE = 120;
/** The most lines over which a title is broken. */
const MOST_TITLE_LINES = 3;

/**
 * The titles above the first numbered line of a text, in order. A title may be broken over three lines, before 关于 or
 * within a word. Lines of signatures are never titles.
 */
export function titlesIn(
  lines: readonly string[],
  signatures: readonly LineRange[],
): readonly GuessedTitle[] {
  const first = lines.findIndex((line, index) => NUMBERED_LINE.test(line) && !isListedAnnex(lines, index));
  const end = first === -1 ? Math.min(lines.length, 30) : first;
  const titles: GuessedTitle[] = [];
  for (let start = 0; start < end; start += 1) {
    if (signatures.some((range) => range.start <= start && start < range.end)) continue;
    const nextSignature = signatures.find((range) => range.start >= start)?.start ?? end;
    const title = titleFrom(lines.slice(0, Math.min(nextSignature, end)), start, titles);
    if (title === undefined) continue;
    const withSuffix = suffixed(title, lines[title.end] ?? '');
    titles.push(withSuffix);
    start = withSuffix.end - 1;
  }
  return titles;
}

/** The title that begins at a line: what an earlier notice names, otherwise the shortest text that looks like a title. */
function titleFrom(
  lines: readonly string[],
  start: number,
  earlier: readonly GuessedTitle[],
): GuessedTitle | undefined {
  const candidates = Array.from({ length: MOST_TITLE_LINES }, (_, index) =>
    lines.slice(start, start + index + 1),
  );
  const named = candidates.findLast((each) => isNamedBy(earlier, titleText(each)));
  if (named !== undefined) return { text: titleText(named), start, end: start + named.length };
  return candidates.map((each) => titleAt(each, start)).find((each) => each !== undefined);
}

function suffixed(title: GuessedTitle, next: string): GuessedTitle {
  return TITLE_SUFFIX.test(next) ? { ...title, end: title.end + 1, text: title.text + next } : title;
}

/** Whether an earlier notice issues a document of this title: 关于印发《…》的通知. */
function isNamedBy(earlier: readonly GuessedTitle[], text: string): boolean {
  return earlier.some((title) => /印发《?(.+?)》?的?通知$/u.exec(title.text)?.[1] === text);
}

/** Whether a numbered line is in a list of annexes (附件：). The document itself follows after that list. */
function isListedAnnex(lines: readonly string[], index: number): boolean {
  const above = lines[index - 1] ?? '';
  if (/^附件\d*[：:]/.test(above)) return true;
  return /^\d+[.、]/.test(above) && isListedAnnex(lines, index - 1);
}

/** The lines of a title joined, with a space before 关于. */
export function titleText(lines: readonly string[]): string {
  return lines.reduce((text, line) => text + (text !== '' && line.startsWith('关于') ? ' ' : '') + line, '');
}

function titleAt(lines: readonly string[], start: number): GuessedTitle | undefined {
  const text = titleText(lines);
  const [first = '', ...rest] = lines;
  const isTitle = /^(?:关于|\p{Script=Han}.{4,})/u.test(text) && TITLE_END.test(text);
  const isWhole = rest.length === 0 || /关于/.test(first) || rest.some((line) => line.startsWith('关于'));
  const isPlain =
    !/[。；：:，]/.test(text) && !lines.some((line) => DOCUMENT_NUMBER.test(line.replace(/\s/g, '')));
  return isTitle && isWhole && isPlain && text.length <= LONGEST_TITLE
    ? { text, start, end: start + lines.length }
    : undefined;
}
