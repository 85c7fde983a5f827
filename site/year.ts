import type { Policy } from '../clauses/index.ts';

/**
 * The year under which a document is listed (`YYYY`): the year of its date, otherwise of its number; `undefined` when
 * neither is stated.
 */
export function yearOf({
  dates,
  documentNumber,
}: Pick<Policy, 'dates' | 'documentNumber'>): string | undefined {
  const dated = dates.issuedOn ?? dates.publishedOn ?? dates.printedOn;
  return dated?.slice(0, 4) ?? /[〔[［(（](\d{4})[〕\]］)）]/.exec(documentNumber ?? '')?.[1];
}

/** Compares two documents: the newest first, documents without a year last. */
export function byYear(a: Policy, b: Policy): number {
  return (yearOf(b) ?? '').localeCompare(yearOf(a) ?? '') || (a.id < b.id ? -1 : 1);
}
