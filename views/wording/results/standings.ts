import type { PolicyDates, Standing } from '../../../clauses/index.ts';
import { sayDate, sayPeriod, sayStanding } from '../labels.ts';

/** Since when or until when a document has its standing, short; `undefined` where it is in force. */
export function sayStandingNote(standing: Standing, dates: PolicyDates): string | undefined {
  switch (standing) {
    case 'in-force':
      return undefined;
    case 'unknown-period':
      return sayPeriod(standing, dates);
    case 'plan-ended':
      return dates.planYears && `规划期已于 ${dates.planYears.to} 年结束`;
    case 'expired':
      return since(dates.effectiveTo, '失效', standing);
    case 'repealed':
      return since(dates.repealedOn, '废止', standing);
    case 'superseded':
      return since(dates.replacedOn, '被替代', standing);
    case 'not-yet':
      return sayBeginning(dates);
  }
}

/** The same, and what to do about it. */
export function sayStandingFully(standing: Standing, dates: PolicyDates): string | undefined {
  const note = sayStandingNote(standing, dates);
  return standing === 'plan-ended' ? `${note}，文件未载明有效期，是否仍执行请向主管部门确认` : note;
}

function since(date: string | undefined, what: string, standing: Standing): string {
  return date === undefined ? `文件${sayStanding(standing)}` : `文件已于${sayDate(date)}${what}`;
}

/** The first day that a document states: 施行, 成文, 印发 or 发布, or the first year of its plan. */
function sayBeginning({ effectiveFrom, issuedOn, printedOn, publishedOn, planYears }: PolicyDates): string {
  if (effectiveFrom !== undefined) return `文件自${sayDate(effectiveFrom)}起施行`;
  const [first] = [
    ...(issuedOn === undefined ? [] : [`文件${sayDate(issuedOn)}成文`]),
    ...(printedOn === undefined ? [] : [`文件${sayDate(printedOn)}印发`]),
    ...(publishedOn === undefined ? [] : [`文件${sayDate(publishedOn)}发布`]),
    ...(planYears === undefined ? [] : [`规划期从 ${planYears.from} 年开始`]),
  ];
  return first ?? '文件还没有施行';
}
