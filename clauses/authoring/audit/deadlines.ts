import type { DateToken } from '../../text/token.ts';
import type { Claimant } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import type { MarkedBody, Passage } from '../schema/body.ts';
import { figureClaims, isDate, type Line, readTokens } from './lines.ts';

const SECTION = /^\s*[一二三四五六七八九十]+、[^，。；]*$/;
/** 四是…… begins something new within a paragraph. */
const ITEM = /[一二三四五六七八九十]是/g;
const UNTIL = /(?:到|至|于)\s*$/;

/** A target without deadline stands behind no 到2025年 or 2018-2020年 in its paragraph, and in no section of a year. */
export function missingDeadlines(
  lines: readonly Line[],
  claimants: readonly Claimant[],
  body: MarkedBody,
  words: readonly string[],
): Finding[] {
  return claimants
    .filter(
      (claimant) => claimant.kind === 'target' && claimant.deadline === undefined && isDueSomeDay(claimant),
    )
    .flatMap((target) => {
      const first = lines.find((line) => line.claimants.includes(target));
      const found = first && governingDate(first.mark.offset, body, words);
      return found === undefined ? [] : [finding('deadlineMissing', { path: target.path }, { found })];
    });
}

/** Values year by year need no deadline; a total beside them does. */
function isDueSomeDay(target: Claimant): boolean {
  return target.years?.length === 0 || figureClaims(target).some(({ path }) => path.includes('total'));
}

/** The date that the paragraph of a passage, or the heading of its section, sets for it. */
function governingDate(offset: number, body: MarkedBody, words: readonly string[]): string | undefined {
  const before = [...body.marks, ...body.unmarked]
    .filter((piece) => piece.offset <= offset)
    .sort((a, b) => b.offset - a.offset);
  const start = before.findIndex(({ blockStart }) => blockStart);
  for (const piece of before.slice(1, start + 1)) {
    const from = [...piece.text.matchAll(ITEM)].at(-1)?.index ?? 0;
    const until = datesIn(piece, words).findLast(
      (date) => date.start >= from && (date.to !== undefined || UNTIL.test(piece.text.slice(0, date.start))),
    );
    if (until !== undefined) return until.text.trim();
    if (from > 0) break;
  }
  const heading = before.slice(start).find(({ text, blockStart }) => blockStart && SECTION.test(text));
  const year = heading === undefined ? undefined : datesIn(heading, words)[0];
  return year?.text.trim();
}

function datesIn(piece: Passage, words: readonly string[]): DateToken[] {
  return readTokens(piece, words).filter(isDate);
}
