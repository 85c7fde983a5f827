import { publishedTerms } from '../search/published.ts';
import { pinyinOf } from '../search/terms.ts';

/** The pinyin of the vocabulary, which the search page loads with the first query in Latin letters. */
export async function GET(): Promise<Response> {
  return Response.json(Object.fromEntries(pinyinOf(await publishedTerms())));
}
