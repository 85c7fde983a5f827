import type { DateToken } from '../../text/token.ts';
import type { Claimant } from '../compile/scope/claims.ts';
import { type Finding, finding } from '../issues/finding.ts';
import type { Passage } from '../schema/body.ts';
import { type AuditContext, passagesOf } from './context.ts';
import { figureClaims, isDate, readTokens, type TextOptions } from './marked-passage.ts';

const SECTION = /^\s*[一二三四五六七八九十]+、[^，。；]*$/;
/** 四是…… begins a new item within a paragraph. */
const ITEM = /[一二三四五六七八九十]是/g;
const UNTIL = /(?:到|至|于)\s*$/;

/**
 * Reports targets without a deadline whose text sets one: 到2025年 or 2018-2020年 earlier in the paragraph, or a year in
 * the heading of the section.
 */
export function checkMissingDeadlines(audit: AuditContext): Finding[] {
  return audit.claimants
    .filter(
      (claimant) => claimant.kind === 'target' && claimant.deadline === undefined && needsDeadline(claimant),
    )
    .flatMap((target) => {
      const [first] = passagesOf(target, audit);
      const found = first && governingDate(first.mark.offset, audit);
      return found === undefined ? [] : [finding('deadlineMissing', { path: target.path }, { found })];
    });
}

/** Yearly values need no deadline; a total needs one. */
function needsDeadline(target: Claimant): boolean {
  return target.years?.length === 0 || figureClaims(target).some(({ path }) => path.includes('total'));
}

/** The date that the paragraph of a passage, or the heading of its section, sets for it. */
function governingDate(offset: number, audit: AuditContext): string | undefined {
  const { marks, unmarked } = audit.body;
  const before = [...marks, ...unmarked]
    .filter((piece) => piece.offset <= offset)
    .sort((a, b) => b.offset - a.offset);
  const start = before.findIndex(({ blockStart }) => blockStart);
  for (const piece of before.slice(1, start + 1)) {
    const from = [...piece.text.matchAll(ITEM)].at(-1)?.index ?? 0;
    const until = datesIn(piece, audit).findLast(
      (date) => date.start >= from && (date.to !== undefined || UNTIL.test(piece.text.slice(0, date.start))),
    );
    if (until !== undefined) return until.text.trim();
    if (from > 0) break;
  }
  const heading = before.slice(start).find(({ text, blockStart }) => blockStart && SECTION.test(text));
  const year = heading === undefined ? undefined : datesIn(heading, audit)[0];
  return year?.text.trim();
}

function datesIn(piece: Pick<Passage, 'text' | 'blockStart'>, options: TextOptions): DateToken[] {
  return readTokens(piece, options).filter(isDate);
}
