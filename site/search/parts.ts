import type { Policy } from '../../clauses/index.ts';
import { yearOf } from '../year.ts';

/** A part of the search index: the documents of one year or of several consecutive years. */
export interface IndexPart<Document> {
  /**
   * `y` and its first year. The ids of its records begin with it, so ids are unique over all parts and sort by date.
   */
  readonly name: string;
  readonly documents: readonly Document[];
}

/** The minimum number of records of a part: a small site has one part, which is all that a first search loads. */
const FEWEST = 1250;

/** The approximate maximum number of parts; every search queries each of them. */
const MOST_PARTS = 9;

/**
 * The minimum number of records of a part in an index with `records` records in all. It doubles with the site instead of
 * growing with each document, so that a new document rarely moves others to other parts: at 11,250 records, 22,500 …
 */
function fewestOf(records: number): number {
  return FEWEST * 2 ** Math.ceil(Math.log2(Math.max(1, records / (FEWEST * MOST_PARTS))));
}

/**
 * The parts of an index, the newest first. They are filled from the oldest year on, so that a document of the newest year
 * moves no other document to another part, unless the site has doubled.
 */
export function indexParts<Document extends { readonly policy: Policy }>(
  documents: readonly Document[],
): readonly IndexPart<Document>[] {
  const fewest = fewestOf(recordsOf(documents));
  const years = [...Map.groupBy(documents, ({ policy }) => yearOf(policy) ?? '0000')];
  const parts: { name: string; documents: Document[] }[] = [];
  for (const [year, ofYear] of years.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [last] = parts;
    if (last === undefined || recordsOf(last.documents) >= fewest)
      parts.unshift({ name: `y${year}`, documents: ofYear });
    else last.documents.push(...ofYear);
  }
  return parts;
}

/** The number of records of some documents: for each the document, its text, its clauses and its targets. */
export function recordsOf(documents: readonly { readonly policy: Policy }[]): number {
  return documents.reduce((sum, { policy }) => sum + 2 + policy.clauses.length + policy.targets.length, 0);
}

/** The folder of a part below the address of the index; the newest part is at the top, beside the scripts. */
export function folderOf(part: number, name: string): string {
  return part === 0 ? '' : `${name}/`;
}
