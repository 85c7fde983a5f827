import type { Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import { shortened } from '../../clauses/answering.ts';
import { PART_DETAILS, REQUEST_DETAILS } from '../../views/wording/requests.ts';
import type { FindPlace } from '../data/places.ts';
import type { Published } from '../data/published.ts';
import { readText } from './body.ts';
import { revalidated } from './conditional.ts';
import { readJson } from './json.ts';
import { type ProblemCode, ProblemRefusal, problem, type RequestFinding } from './problem.ts';
import { computedReply } from './reply.ts';
import { withinReply } from './reply-limit.ts';
import { inDocument, inQuery, type ReadRequest, readShape } from './shape.ts';

/** What a route may use besides the request. */
export interface Edge {
  readonly published: Published;
  readonly findPlace: FindPlace;
  /** Today's date in China, `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** A reply of the API before it is written as JSON. */
export interface RouteReply<Reply> {
  readonly body: Reply;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Every reply that is computed from answers has the same headers. */
interface Computed<Reply> extends RouteReply<Reply> {
  readonly headers?: never;
}

/** One route of the API: schema in, pure call, schema out. The OpenAPI document is made from the same object. */
export type Route<Request, Reply> = Described<Request, Reply> &
  (Answering<'GET', Request, RouteReply<Reply>> | Answering<'POST', Request, Computed<Reply>>);

interface Answering<Method, Request, Given> {
  readonly method: Method;
  /** Throws a `Refusal` for what cannot be answered. */
  readonly answer: (asked: ReadRequest<Request>, edge: Edge) => Promise<Given>;
}

interface Described<Request, Reply> {
  /** As OpenAPI writes it: `/api/policies/{jurisdiction}/{document}`. */
  readonly path: string;
  readonly summary: string;
  readonly request: z.ZodMiniType<Request>;
  readonly reply: z.ZodMiniType<Reply>;
  /** What it may refuse, besides what every route may. */
  readonly problems: readonly ProblemCode[];
}

/** Any route, without the types of its request and reply. */
export interface AnyRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly request: z.ZodMiniType;
  readonly reply: z.ZodMiniType;
  readonly problems: readonly ProblemCode[];
  readonly respond: (context: Context, edge: Edge) => Promise<Response>;
}

/** Closes a route over its types. */
export function route<Request, Reply>(given: Route<Request, Reply>): AnyRoute {
  const read = given.method === 'GET' ? readQuery : readDocument;
  return {
    ...given,
    respond: async (context, edge) => {
      const { body, headers } = await given.answer(await read(given.request, context), edge);
      const text = withinReply(JSON.stringify(body));
      return given.method === 'GET' ? revalidated(context.req.raw, text, headers) : computedReply(text);
    },
  };
}

async function readDocument<Request>(
  schema: z.ZodMiniType<Request>,
  context: Context,
): Promise<ReadRequest<Request>> {
  const document = readJson(await readText(context.req.raw, 'application/json'));
  const shape = readShape(schema, document.value, inDocument);
  return { ...shape, findings: [...document.findings, ...shape.findings] };
}

/** Reads the query and the variable parts of the path; each parameter may occur once. */
async function readQuery<Request>(
  schema: z.ZodMiniType<Request>,
  context: Context,
): Promise<ReadRequest<Request>> {
  const path = context.req.param() as Readonly<Record<string, string>>;
  const query = [...new URL(context.req.url).searchParams];
  const names = [...Object.keys(path), ...query.map(([name]) => name)];
  const findings = repeats(names).map((index) => repeated(names[index] ?? ''));
  const shape = readShape(schema, { ...Object.fromEntries(query), ...path }, inQuery);
  return { ...shape, findings: [...findings, ...shape.findings] };
}

function repeated(name: string): RequestFinding {
  return { code: 'duplicate', parameter: name, detail: PART_DETAILS.duplicateParameter(shortened(name)) };
}

/** The 0-based indices of the words that occurred earlier in the list. */
export function repeats(words: readonly string[]): readonly number[] {
  const seen = new Set<string>();
  return words.flatMap((word, index) => {
    const again = seen.has(word);
    seen.add(word);
    return again ? [index] : [];
  });
}

type Handler = (context: Context) => Response | Promise<Response>;

/**
 * The methods of one address; any other is 405, and `options` answers OPTIONS with them. One handler serves them all, so
 * that Hono calls it directly.
 */
export function mount(
  app: Hono,
  path: string,
  handlers: Readonly<Partial<Record<'GET' | 'POST', Handler>>>,
  options: (allowed: string) => Response,
): void {
  const methods = Object.keys(handlers).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  const Allow = [...methods, 'OPTIONS'].join(', ');
  const byMethod = new Map<string, Handler>([
    ...Object.entries(handlers),
    ...(handlers.GET === undefined ? [] : [['HEAD', handlers.GET] as const]),
    ['OPTIONS', () => options(Allow)],
  ]);
  const refused = (): Response => {
    throw new ProblemRefusal(problem('methodNotAllowed', REQUEST_DETAILS.method(methods)), { Allow });
  };
  app.all(path, (context) => (byMethod.get(context.req.method) ?? refused)(context));
}
