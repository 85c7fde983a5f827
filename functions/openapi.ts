import * as z from 'zod/mini';
import { PROBLEM_KINDS, type ProblemCode } from './http/problem.ts';
import type { AnyRoute } from './http/route.ts';
import { problemReply } from './schema/problem.schema.ts';

/** Any JSON. */
type Json = unknown;
type JsonObject = Readonly<Record<string, Json>>;

/** The replies that every route may give. */
const ALWAYS: readonly ProblemCode[] = ['methodNotAllowed', 'tooManyRequests', 'internal', 'unavailable'];

/** The OpenAPI 3.1 document of the routes, made from the schemas that read their requests. */
export function describeApi(routes: readonly AnyRoute[]): JsonObject {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes)
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  return {
    openapi: '3.1.1',
    info: {
      title: '惠策开放接口',
      version: '1',
      summary: '查询产业政策文件，按填报的内容自查可以享受的奖补',
      description: DESCRIPTION,
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: { Problem: schemaOf(problemReply, 'input') } },
  };
}

const DESCRIPTION = [
  '不需要登录，不保存任何填报内容。结果仅供参考，以主管部门审核为准。',
  '请求是严格的：不认识的键、参数是错误；回复只会增加内容，请忽略不认识的键。',
  '错误都是 application/problem+json（RFC 9457），code 永久不变，errors 一次列出全部问题。',
].join('\n\n');

function operation(route: AnyRoute): JsonObject {
  const ok = {
    description: '成功',
    content: { 'application/json': { schema: schemaOf(route.reply, 'input') } },
  };
  const input = route.method === 'GET' ? { parameters: parameters(route) } : { requestBody: body(route) };
  const unchanged = route.method === 'GET' ? { 304: { description: '与 If-None-Match 给出的版本相同' } } : {};
  return { summary: route.summary, ...input, responses: { 200: ok, ...unchanged, ...refusals(route) } };
}

function body({ request }: AnyRoute): JsonObject {
  return { required: true, content: { 'application/json': { schema: schemaOf(request, 'input') } } };
}

function parameters({ path, request }: AnyRoute): readonly JsonObject[] {
  const { properties = {}, required = [] } = schemaOf(request, 'output') as {
    properties?: Record<string, { description?: string }>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: path.includes(`{${name}}`) ? 'path' : 'query',
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
}

/** `io`: as it is sent, or as the route reads it (a number in a query is sent as text). */
function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): JsonObject {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io }) as Record<string, Json>;
  return rest;
}

/** The refusals of a route by status; several codes may share one. */
function refusals({ problems }: AnyRoute): JsonObject {
  const byStatus: Record<number, { description: string; content: JsonObject }> = {};
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  for (const code of [...problems, ...ALWAYS]) {
    const { status, title } = PROBLEM_KINDS[code];
    const description = `${title}（${code}）`;
    const before = byStatus[status];
    byStatus[status] = {
      description: before === undefined ? description : `${before.description}；${description}`,
      content,
    };
  }
  return byStatus;
}
