import type { Policy, PolicyDates, Standing } from '../../clauses/index.ts';
import { sayDate, sayPeriod } from './labels.ts';

/** How a document relates to another one that it changes, or that changes it. */
export type AmendmentKind = 'repealedBy' | 'replacedBy' | 'amends' | 'amendedBy' | 'endsOther';

/** The words before the title of the other document; `dates` are those of the document that the page shows. */
export function sayAmendment(kind: AmendmentKind, dates: PolicyDates): string {
  switch (kind) {
    case 'repealedBy':
      return `${since(dates.repealedOn)}这份文件已被废止，见`;
    case 'replacedBy':
      return `${since(dates.replacedOn)}这份文件已被替代，见`;
    case 'amends':
      return '这份文件修改了';
    case 'amendedBy':
      return '这份文件已被修改，见';
    case 'endsOther':
      return '这份文件替代或废止了';
  }
}

function since(date: string | undefined): string {
  return date === undefined ? '' : `自${sayDate(date)}起，`;
}

/** The standing of a document with the day on which it is judged (`YYYY-MM-DD`). */
export function sayJudgedStanding(standing: Standing, dates: PolicyDates, asOf: string): string {
  return `${sayPeriod(standing, dates)}（按 ${sayDate(asOf)}判断）`;
}

/** The numbers of awards and targets of a document; empty when it has neither. */
export function sayContents({ clauses, targets }: Pick<Policy, 'clauses' | 'targets'>): string {
  const awards = clauses.filter(({ kind }) => kind === 'award').length;
  return [
    ...(awards > 0 ? [`${awards} 条奖补与支持`] : []),
    ...(targets.length > 0 ? [`${targets.length} 项工作目标`] : []),
  ].join('，');
}
