import type { Policy } from '../clauses/index.ts';

/** The year under which a document is listed: of its issue, else of its number; `undefined` where neither is stated. */
export function yearOf({
  dates,
  documentNumber,
}: Pick<Policy, 'dates' | 'documentNumber'>): string | undefined {
  const dated = dates.issuedOn ?? dates.publishedOn ?? dates.printedOn;
  return dated?.slice(0, 4) ?? /[〔[［(（](\d{4})[〕\]］)）]/.exec(documentNumber ?? '')?.[1];
}

/** Newest first; documents without a year come last. */
export function byYear(a: Policy, b: Policy): number {
  return (yearOf(b) ?? '').localeCompare(yearOf(a) ?? '') || (a.id < b.id ? -1 : 1);
}
