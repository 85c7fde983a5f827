/** Shown while a search runs. */
export const SEARCHING = '正在搜索……';

/** Shown when the index cannot be loaded. */
export const SEARCH_FAILED = '搜索暂时打不开，请稍后再试，或看政策文件目录。';

/** Precedes links to searches for similar words. */
export const DID_YOU_MEAN = '您要找的是不是：';

/** What a search found. `found` and `shown` are numbers of records; `unmatched` are words that occur in none. */
export interface SearchCount {
  readonly typed: string;
  readonly found: number;
  readonly shown: number;
  readonly unmatched: readonly string[];
}

/** The line above the results of a search. */
export function sayFound({ typed, found, shown, unmatched }: SearchCount): string {
  const without = unmatched.length === 0 ? '' : `没有找到“${unmatched.join('”“')}”，下面符合的是其他词。`;
  if (found > 0) return `${without}找到 ${found} 条${found > shown ? `，显示前 ${shown} 条` : ''}。`;
  const what = typed === '' ? '符合这些条件的内容' : `“${typed}”`;
  return `没有找到${what}。可以换短一点的词、放宽筛选条件，或看政策文件目录。`;
}
