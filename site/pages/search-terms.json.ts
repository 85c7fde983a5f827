import { publishedTerms } from '../search/published.ts';

/** The vocabulary of the search, which the search page loads with the first query. */
export async function GET(): Promise<Response> {
  return Response.json(await publishedTerms());
}
