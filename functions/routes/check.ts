import { readAnswers, shortened } from '../../clauses/answering.ts';
import { combinationOf, defaultExplainers, gapsOf, groundsOf, traceOf } from '../../clauses/explain.ts';
import { PART_DETAILS, REQUEST_DETAILS } from '../../views/wording/requests.ts';
import { API_BUDGET, checkWithin } from '../data/budget.ts';
import type { ServedPlace } from '../data/places.ts';
import { answerFinding } from '../http/answer-findings.ts';
import { ProblemRefusal, problem, type RequestFinding, refuse } from '../http/problem.ts';
import { type Edge, repeats, route } from '../http/route.ts';
import { isRecord, type ReadRequest } from '../http/shape.ts';
import { unknownWord } from '../http/suggest.ts';
import { checkReply, checkRequest } from '../schema/check.schema.ts';

/** More clauses than this get no trace, gaps or combination in one reply. */
export const TRACED_CLAUSES = 200;

/** `POST /api/check`: the verdict on the answers given, clause by clause, with totals and the next questions. */
export const check = route({
  method: 'POST',
  path: '/api/check',
  summary: '按填报的内容逐条自查',
  request: checkRequest,
  reply: checkReply,
  problems: [
    'invalid',
    'malformedJson',
    'badEncoding',
    'brokenBody',
    'tooLarge',
    'tooMuchWork',
    'tooSlow',
    'unsupportedMediaType',
    'unsupportedEncoding',
  ],
  answer: async (asked, edge) => {
    const { place, findings } = await findPlace(asked.raw['jurisdiction'], edge);
    const dictionary = place?.dictionary ?? (await edge.published.loadFacts());
    const given = asked.raw['facts'];
    const { answers, problems } = readAnswers(dictionary, isRecord(given) ? given : {});
    refuse([
      ...asked.findings,
      ...findings,
      ...includeFindings(asked, place),
      ...clauseFindings(listed(asked.raw, 'clauses'), place),
      ...problems.map((problem) => answerFinding(problem, '/facts')),
    ]);
    if (asked.value === undefined || place === undefined)
      throw new Error('a request without findings is complete');
    const { asOf = edge.today(), jurisdiction, clauses, include = [] } = asked.value;
    const only = clauses === undefined ? {} : { clauses };
    const trace = include.includes('trace') ? { trace: traceOf, grounds: groundsOf } : {};
    const gaps = include.includes('gaps') ? { gaps: gapsOf } : {};
    const combination = include.includes('combination') ? { combination: combinationOf } : {};
    const wanted = { ...defaultExplainers, ...only, ...trace, ...gaps, ...combination };
    const body = checkWithin(place.prepared, { answers, asOf, jurisdiction, ...wanted }, API_BUDGET);
    if (body === undefined) throw new ProblemRefusal(problem('tooMuchWork', REQUEST_DETAILS.tooMuchWork));
    return { body };
  },
});

async function findPlace(
  slug: unknown,
  { findPlace, published }: Edge,
): Promise<{ place?: ServedPlace; findings: readonly RequestFinding[] }> {
  if (typeof slug !== 'string') return { findings: [] };
  const place = await findPlace(slug);
  if (place !== undefined) return { place, findings: [] };
  const slugs = (await published.loadJurisdictions()).map((each) => each.slug);
  const finding = unknownWord('unknownJurisdiction', slug, slugs, PART_DETAILS.unknownJurisdiction);
  return { findings: [{ ...finding, pointer: '/jurisdiction' }] };
}

/** A text of a list, and its JSON Pointer. */
interface Listed {
  readonly text: string;
  readonly pointer: string;
}

/** The texts of a list of the request; the schema has already reported other values. */
function listed(raw: ReadRequest<unknown>['raw'], key: string): readonly Listed[] {
  const list: unknown = raw[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: unknown, index) =>
    typeof each === 'string' ? [{ text: each, pointer: `/${key}/${index}` }] : [],
  );
}

function repeatFindings(list: readonly Listed[]): readonly RequestFinding[] {
  return repeats(list.map(({ text }) => text)).flatMap((index) => {
    const { text, pointer } = list[index] ?? { text: '', pointer: '' };
    return [{ code: 'duplicate', pointer, detail: PART_DETAILS.duplicate(shortened(text)) }];
  });
}

function clauseFindings(
  clauses: readonly Listed[],
  place: ServedPlace | undefined,
): readonly RequestFinding[] {
  if (place === undefined) return repeatFindings(clauses);
  const known = place.prepared.published;
  const unknown = clauses.filter(({ text }) => !known.has(text));
  return [
    ...repeatFindings(clauses),
    ...unknown.map(({ text, pointer }, count) => {
      const candidates = count < SUGGESTIONS ? known.keys() : [];
      return { ...unknownWord('unknownClause', text, candidates, PART_DETAILS.unknownClause), pointer };
    }),
  ];
}

/** Finding the nearest id is expensive where a place has many clauses, so only the first few unknown ids get one. */
const SUGGESTIONS = 5;

function includeFindings(
  { raw }: ReadRequest<unknown>,
  place: ServedPlace | undefined,
): readonly RequestFinding[] {
  const include = listed(raw, 'include');
  const clauses = raw['clauses'];
  const count = Array.isArray(clauses) ? clauses.length : (place?.prepared.published.size ?? 0);
  const refused = include.flatMap(({ text, pointer }) =>
    count > TRACED_CLAUSES
      ? [
          {
            code: 'tooManyClauses',
            pointer,
            detail: PART_DETAILS.tooManyClauses(shortened(text), TRACED_CLAUSES, count),
          },
        ]
      : [],
  );
  return [...repeatFindings(include), ...refused];
}
