import type { Policy } from '../../clauses/index.ts';
import { yearOf } from '../year.ts';

/** A part of the search index: the documents of one year or of some that follow each other. */
export interface IndexPart<Document> {
  /** `y` and its first year. The ids of its records begin with it: so no two parts give one id, and dates can be put in order. */
  readonly name: string;
  readonly documents: readonly Document[];
}

/** The fewest records of a part: a small site has one part, which is all that a first search loads. */
const FEWEST = 1250;

/** About the most parts: each is asked in every search. */
const MOST_PARTS = 9;

/**
 * The fewest records of a part of an index that has so many in all. It doubles with the site and does not grow with each
 * document, so that a new document hardly ever moves the others to other parts: once at 11,250 records, then at 22,500 …
 */
function fewestOf(records: number): number {
  return FEWEST * 2 ** Math.ceil(Math.log2(Math.max(1, records / (FEWEST * MOST_PARTS))));
}

/**
 * The parts of an index, the newest first. They are cut from the oldest on: what is added to the newest year moves no
 * other document to another part, unless the site has doubled.
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

/** How many records an index has of some documents: each by itself, its text, its clauses and its targets. */
export function recordsOf(documents: readonly { readonly policy: Policy }[]): number {
  return documents.reduce((sum, { policy }) => sum + 2 + policy.clauses.length + policy.targets.length, 0);
}

/** The folder of a part below the address of the index: the newest part lies at the top, with the scripts. */
export function folderOf(part: number, name: string): string {
  return part === 0 ? '' : `${name}/`;
}
