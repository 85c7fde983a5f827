import { describe, expect, it } from 'vitest';
import { checkReply } from '../../functions/schema/check.schema.ts';
import { catalogueOf, fixtureApp, jsonOf, POLICIES } from './fixture.ts';

const { app, loaded } = fixtureApp();

function post(body: unknown, on = app): Promise<Response> {
  return postText(JSON.stringify(body), {}, on);
}

async function postText(body: BodyInit, headers: Record<string, string> = {}, on = app): Promise<Response> {
  return on.request('/api/check', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

interface ProblemBody {
  readonly code: string;
  readonly status: number;
  readonly errors?: readonly Readonly<Record<string, string>>[];
  readonly errorsLeftOut?: number;
}

async function problemOf(response: Response): Promise<ProblemBody> {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  return (await response.json()) as ProblemBody;
}

/** `code pointer` of every error, in order. */
async function errorsOf(response: Response): Promise<readonly string[]> {
  expect(response.status).toBe(422);
  const { errors = [] } = await problemOf(response);
  for (const { detail } of errors) expect(detail).toMatch(/\p{Script=Han}/u);
  return errors.map(({ code, pointer }) => `${code} ${pointer}`);
}

const eligible = {
  'enterprise.aboveScale': true,
  'enterprise.localTax': '400000',
  projects: [{ completed: true, equipmentCost: '8000000' }],
};

describe('a check', () => {
  it('answers clause by clause with totals, as its schema says', async () => {
    const response = await post({ asOf: '2025-06-01', jurisdiction: 'qingcheng', facts: eligible });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('application/json');
    const body = await jsonOf(response);
    // The schema drops unknown keys, so nothing may be missing from it.
    expect(checkReply.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      api: 1,
      catalogue: 'sha256-qingcheng+sha256-lu',
      asOf: '2025-06-01',
      jurisdiction: 'qingcheng',
      totals: {
        granted: { min: '400000.00', max: '400000.00' },
        limitedBy: [{ clause: 'qingcheng/2024-1#fiscal-limit', ceiling: '400000.00' }],
      },
      clauses: [
        { id: 'qingcheng/2024-1#equipment-award', verdict: 'eligible', standing: 'in-force', trace: [] },
        { id: 'qingcheng/2024-1#fiscal-limit', ceiling: { min: '400000.00', max: '400000.00' } },
        { id: 'lu/2023-9#title', verdict: 'undetermined', missing: ['enterprise.stage'] },
      ],
    });
  });

  it('uses the clauses of the places above for a place without clauses of its own', async () => {
    const body = await jsonOf(await post({ jurisdiction: 'qinggu', facts: eligible }));
    expect(body['asOf']).toBe('2026-11-21');
    expect(body).toMatchObject({ totals: { granted: { min: '400000.00', max: '400000.00' } } });
  });

  it('loads only the catalogues of the place and the places above it', async () => {
    loaded.length = 0;
    await post({ jurisdiction: 'baixi' });
    expect(loaded.sort()).toEqual(['baixi', 'lu']);
  });

  it('gives the trace only when asked, and only the clauses asked for', async () => {
    const clauses = ['qingcheng/2024-1#equipment-award'];
    const body = await jsonOf(
      await post({ jurisdiction: 'qingcheng', clauses, include: ['trace'], facts: eligible }),
    );
    expect(checkReply.parse(body)).toEqual(body);
    const results = body['clauses'] as { id: string; trace: unknown[] }[];
    expect(results.map(({ id }) => id)).toEqual(clauses);
    expect(results[0]?.trace.length).toBeGreaterThan(2);
  });

  it('gives grounds, gaps and the combination when asked, as its schema says', async () => {
    const facts = { ...eligible, 'enterprise.aboveScale': false };
    const include = ['trace', 'gaps', 'combination'];
    const body = await jsonOf(await post({ jurisdiction: 'qingcheng', include, facts }));
    expect(checkReply.parse(body)).toEqual(body);
    const nothing = { min: '0.00', max: '0.00' };
    expect(body).toMatchObject({
      clauses: [{ grounds: [{ fact: 'enterprise.aboveScale', value: 'false' }] }, {}, { grounds: [] }],
      combination: { best: { clauses: [], granted: nothing }, choices: [], sure: true, exact: true },
    });
    expect(await jsonOf(await post({ jurisdiction: 'qingcheng', facts }))).not.toHaveProperty('combination');
  });

  it('accepts a flat name, a former name, a null and a name of a series', async () => {
    const facts = {
      'projects.1.equipmentCost': '８００万元',
      'projects.1.completed': true,
      'enterprise.large': true,
      'enterprise.localTax': null,
      'enterprise.output': { 2021: '90000000', 2022: null },
    };
    const body = await jsonOf(await post({ jurisdiction: 'qingcheng', facts }));
    expect(body).toMatchObject({
      // The answer that is null belongs to the limit: the figure before it is known.
      clauses: [
        {
          amount: {
            least: { min: '0.00', max: '480000.00' },
            beforeLimits: { least: { min: '480000.00', max: '480000.00' } },
            missing: ['enterprise.localTax'],
          },
        },
        {},
        {},
      ],
    });
  });

  it('is not cached and can be read from any origin', async () => {
    const { headers } = await post({ jurisdiction: 'qingcheng' });
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(headers.get('Set-Cookie')).toBeNull();
  });
});

describe('a list of errors', () => {
  it('reports all errors at once, each with its pointer', async () => {
    const response = await post({
      asOf: '2025-02-29',
      jurisdiction: 'qingchang',
      clauses: ['x', 3],
      include: ['trace', 'everything'],
      facts: { 'enterprise.aboveScal': true, projects: [{ equipmentCost: '12.345' }, { 'a/b~c': 1 }] },
      place: 'qingcheng',
    });
    expect((await errorsOf(response)).toSorted()).toEqual([
      'badDate /asOf',
      'tooPrecise /facts/projects/0/equipmentCost',
      'unknownFact /facts/enterprise.aboveScal',
      'unknownFact /facts/projects/1/a~1b~0c',
      'unknownJurisdiction /jurisdiction',
      'unknownKey /place',
      'unknownValue /include/1',
      'wrongType /clauses/1',
    ]);
  });

  it.each([
    ['{}', ['missing /jurisdiction']],
    ['[]', ['wrongType ']],
    ['"qingcheng"', ['wrongType ']],
    ['null', ['wrongType ']],
    ['{"jurisdiction":null}', ['wrongType /jurisdiction']],
    ['{"jurisdiction":["lu"]}', ['wrongType /jurisdiction']],
    ['{"jurisdiction":""}', ['unknownJurisdiction /jurisdiction']],
    ['{"jurisdiction":"__proto__"}', ['unknownJurisdiction /jurisdiction']],
    ['{"jurisdiction":"../facts"}', ['unknownJurisdiction /jurisdiction']],
    ['{"jurisdiction":"lu","__proto__":{"facts":{}}}', ['unknownKey /__proto__']],
    ['{"jurisdiction":"lu","constructor":1}', ['unknownKey /constructor']],
    ['{"jurisdiction":"lu","asOf":null}', ['wrongType /asOf']],
    ['{"jurisdiction":"lu","asOf":20250101}', ['wrongType /asOf']],
    ['{"jurisdiction":"lu","asOf":"2025-1-1"}', ['badDate /asOf']],
    ['{"jurisdiction":"lu","asOf":"２０２５-01-01"}', ['badDate /asOf']],
    ['{"jurisdiction":"lu","asOf":"2025-01-01T00:00:00Z"}', ['badDate /asOf']],
    ['{"jurisdiction":"lu","clauses":[]}', ['emptyList /clauses']],
    ['{"jurisdiction":"lu","clauses":"lu/2023-9#title"}', ['wrongType /clauses']],
    ['{"jurisdiction":"lu","clauses":["lu/2023-9#title","lu/2023-9#title"]}', ['duplicate /clauses/1']],
    ['{"jurisdiction":"lu","clauses":["hai/2020-3#title"]}', ['unknownClause /clauses/0']],
    ['{"jurisdiction":"lu","include":["trace","trace"]}', ['duplicate /include/1']],
    ['{"jurisdiction":"lu","include":[null]}', ['unknownValue /include/0']],
    ['{"jurisdiction":"lu","facts":null}', ['wrongType /facts']],
    ['{"jurisdiction":"lu","facts":[]}', ['wrongType /facts']],
    ['{"jurisdiction":"lu","jurisdiction":"hai"}', ['duplicateKey /jurisdiction']],
    [
      '{"jurisdiction":"lu","facts":{"enterprise.staff":1,"enterprise.st\\u0061ff":2}}',
      ['duplicateKey /facts/enterprise.staff'],
    ],
    [
      '{"jurisdiction":"lu","facts":{"projects":[{"completed":true},{"completed":true,"completed":false}]}}',
      ['duplicateKey /facts/projects/1/completed'],
    ],
    ['{"jurisdiction":"lu","facts":{"__proto__":{"x":1}}}', ['unknownFact /facts/__proto__']],
    ['{"jurisdiction":"lu","facts":{"toString":1}}', ['unknownFact /facts/toString']],
    [
      '{"jurisdiction":"lu","facts":{"projects":[{"__proto__":1}]}}',
      ['unknownFact /facts/projects/0/__proto__'],
    ],
    ['{"jurisdiction":"lu","facts":{"projects":{}}}', ['wrongShape /facts/projects']],
    ['{"jurisdiction":"lu","facts":{"projects":[[]]}}', ['wrongShape /facts/projects/0']],
    [
      '{"jurisdiction":"lu","facts":{"projects.0.completed":true}}',
      ['unknownFact /facts/projects.0.completed'],
    ],
    [
      '{"jurisdiction":"lu","facts":{"enterprise.aboveScale":true,"enterprise":{"aboveScale":false}}}',
      ['duplicate /facts/enterprise/aboveScale'],
    ],
  ])('%s', async (body, errors) => {
    expect(await errorsOf(await postText(body))).toEqual(errors);
  });

  it('names the nearest clause, fact and place', async () => {
    const response = await post({
      jurisdiction: 'qingcheng',
      clauses: ['qingcheng/2024-1#equipment-awards'],
      facts: { 'enterprise.localTaxes': 1 },
    });
    const { errors = [] } = await problemOf(response);
    expect(errors.map(({ detail }) => detail).join('')).toContain('“qingcheng/2024-1#equipment-award”');
    expect(errors.map(({ detail }) => detail).join('')).toContain('“enterprise.localTax”');
    const place = await problemOf(await post({ jurisdiction: 'qingchen' }));
    expect(place.errors?.[0]?.['detail']).toContain('“qingcheng”');
  });

  it('refuses more than 200 items of a list and more than 200 clauses with a trace', async () => {
    const projects = Array.from({ length: 201 }, () => ({ completed: true }));
    expect(await errorsOf(await post({ jurisdiction: 'lu', facts: { projects } }))).toEqual([
      'tooManyItems /facts/projects',
    ]);
    expect((await post({ jurisdiction: 'lu', facts: { projects: projects.slice(1) } })).status).toBe(200);
  });

  it('counts the clauses that a trace would cover', async () => {
    const [model] = POLICIES;
    const many = Array.from({ length: 201 }, (_, index) => ({
      ...model?.clauses[0],
      id: `lu/2023-9#clause-${index}`,
      readings: [],
    }));
    const policies = POLICIES.map((each) => (each.id === 'lu/2023-9' ? { ...each, clauses: many } : each));
    const big = fixtureApp({
      loadCatalogue: async (slug) => catalogueOf(slug, policies as typeof POLICIES),
    }).app;
    const asked = { jurisdiction: 'lu', include: ['trace'] };
    expect(await errorsOf(await post(asked, big))).toEqual(['tooManyClauses /include/0']);
    const clauses = many.slice(1).map(({ id }) => id);
    expect((await post({ ...asked, clauses }, big)).status).toBe(200);
    expect((await post({ jurisdiction: 'lu' }, big)).status).toBe(200);
  });

  it('is shortened when there are very many', async () => {
    const facts = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`x${index}`, 1]));
    const { errors, errorsLeftOut } = await problemOf(await post({ jurisdiction: 'lu', facts }));
    expect(errors).toHaveLength(100);
    expect(errorsLeftOut).toBe(4900);
  });
});

describe('a hostile body', () => {
  it.each([
    ['a key told again and again', `{"a":1${',"a":1'.repeat(5000)}}`],
    ['numbers that are not exact', `[1e999${',1e999'.repeat(5000)}]`],
  ])('%s, below an endless name, makes a short reply', async (_, inner) => {
    const text = `{"jurisdiction":"lu","facts":{"${'~'.repeat(25_000)}":${inner}}}`;
    const reply = await postText(text);
    expect(reply.status).toBe(422);
    expect((await reply.text()).length).toBeLessThan(text.length * 2);
  });

  it('may use the names of properties of every object', async () => {
    const clauses = Array.from({ length: 201 }, () => 'lu/2023-9#title');
    const text = await (await post({ jurisdiction: 'lu', clauses, include: ['constructor'] })).text();
    expect(text).not.toContain('native code');
  });
});

describe('a value', () => {
  /** A fact, its value as JSON text, and the code of the error; `undefined` when it is accepted. */
  const table: readonly (readonly [string, string, string | undefined])[] = [
    ['localTax', '""', 'emptyText'],
    ['localTax', '" "', 'emptyText'],
    ['localTax', '"1e5"', 'badValue'],
    ['localTax', '"NaN"', 'badValue'],
    ['localTax', '"Infinity"', 'badValue'],
    ['localTax', '"0x10"', 'badValue'],
    ['localTax', '"--1"', 'badValue'],
    ['localTax', '"+1"', 'badValue'],
    ['localTax', '"1,2,3"', 'badValue'],
    ['localTax', '"1."', 'badValue'],
    ['localTax', '".5"', 'badValue'],
    ['localTax', '"1 000"', 'badValue'],
    ['localTax', '"12万3"', 'badValue'],
    ['localTax', '"一百万"', 'badValue'],
    ['localTax', '"12美元"', 'badValue'],
    ['localTax', '"1/3"', 'badValue'],
    ['localTax', '"<script>"', 'badValue'],
    ['localTax', '[]', 'wrongShape'],
    ['localTax', '[5]', 'wrongShape'],
    ['localTax', '{}', 'wrongShape'],
    ['localTax', 'true', 'badValue'],
    ['localTax', '-1', 'outOfRange'],
    ['localTax', '"-1"', 'outOfRange'],
    ['localTax', '0.001', 'tooPrecise'],
    ['localTax', '"0.001"', 'tooPrecise'],
    ['localTax', '1e400', 'inexactNumber'],
    ['localTax', '-1e400', 'inexactNumber'],
    ['localTax', '1e-400', 'inexactNumber'],
    ['localTax', '9007199254740993', 'inexactNumber'],
    ['localTax', '123456789012345678', 'inexactNumber'],
    ['localTax', '0.1000000000000000055511151231257827', 'inexactNumber'],
    ['localTax', '0', undefined],
    ['localTax', '-0', undefined],
    ['localTax', '"-0"', undefined],
    ['localTax', '0.10', undefined],
    ['localTax', '1e5', undefined],
    ['localTax', '1.5E2', undefined],
    ['localTax', '"12万"', undefined],
    ['localTax', '"1,200"', undefined],
    ['localTax', '"１２００"', undefined],
    ['localTax', '"3.5亿"', undefined],
    ['localTax', '"500万元"', undefined],
    ['localTax', '"9007199254740993.01"', undefined],
    ['localTax', 'null', undefined],
    ['aboveScale', '1', 'badValue'],
    ['aboveScale', '"yes"', 'badValue'],
    ['aboveScale', '"是"', undefined],
    ['aboveScale', 'false', undefined],
    ['stage', '"third"', 'badValue'],
    ['stage', '1', 'badValue'],
    ['stage', '"second"', undefined],
    ['registeredOn', '"2024-02-30"', 'badValue'],
    ['registeredOn', '20240228', 'badValue'],
    ['registeredOn', '"2024-02-29"', undefined],
    ['staff', '1.5', 'tooPrecise'],
    ['staff', '1000001', 'outOfRange'],
    ['staff', '"120人"', undefined],
  ];

  it.each(table)('%s %s → %s', async (name, value, code) => {
    const response = await postText(
      `{"jurisdiction":"qingcheng","facts":{"enterprise":{"${name}":${value}}}}`,
    );
    if (code === undefined) expect(response.status).toBe(200);
    else expect(await errorsOf(response)).toContain(`${code} /facts/enterprise/${name}`);
  });

  it('is never rounded when it is read', async () => {
    const facts = {
      ...eligible,
      'enterprise.localTax': '123456.78',
      projects: [{ completed: true, equipmentCost: 8000000.01 }],
    };
    const body = await jsonOf(await post({ jurisdiction: 'qingcheng', facts }));
    expect(body).toMatchObject({ totals: { granted: { min: '123456.78', max: '123456.78' } } });
  });
});

describe('a body', () => {
  const good = '{"jurisdiction":"lu"}';

  it.each([
    ['', 400, 'malformedJson'],
    ['{', 400, 'malformedJson'],
    ['{"jurisdiction":"lu",}', 400, 'malformedJson'],
    ["{'jurisdiction':'lu'}", 400, 'malformedJson'],
    ['{"jurisdiction":"lu"} x', 400, 'malformedJson'],
    ['{"jurisdiction":NaN}', 400, 'malformedJson'],
    ['{"jurisdiction":"lu","facts":{"enterprise.localTax":01}}', 400, 'malformedJson'],
    ['{"jurisdiction":"lu","facts":{"enterprise.localTax":0x10}}', 400, 'malformedJson'],
    ['{"jurisdiction":"l\nu"}', 400, 'malformedJson'],
    [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, 400, 'malformedJson'],
    [`{"jurisdiction":"lu","facts":${'{"a":'.repeat(9_000)}1${'}'.repeat(9_001)}`, 400, 'malformedJson'],
    ['['.repeat(10_000), 400, 'malformedJson'],
    [`{"jurisdiction":"lu","x":"${'a'.repeat(65_536)}"}`, 413, 'tooLarge'],
  ])('%.30s → %d %s', async (body, status, code) => {
    const response = await postText(body);
    expect(response.status).toBe(status);
    expect(await problemOf(response)).toMatchObject({ status, code });
  });

  it('is read up to 65,536 bytes', async () => {
    const fill = (bytes: number): string => good + ' '.repeat(bytes - good.length);
    expect((await postText(fill(65_536))).status).toBe(200);
    expect((await postText(fill(65_537))).status).toBe(413);
  });

  it('is counted as it arrives, independently of the stated length', async () => {
    let sent = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        if (sent > 1000) controller.close();
        else controller.enqueue(new Uint8Array(16_384).fill(32));
      },
    });
    const request = new Request('http://localhost/api/check', {
      method: 'POST',
      body: stream,
      headers: { 'Content-Type': 'application/json' },
      ...{ duplex: 'half' },
    });
    expect((await app.request(request)).status).toBe(413);
    expect(sent).toBeLessThan(10);
  });

  it.each([
    ['application/json', 200],
    ['application/json; charset=utf-8', 200],
    ['APPLICATION/JSON;charset="UTF-8"', 200],
    ['application/json; charset=gbk', 415],
    ['application/json; charset=utf-16', 415],
    ['text/plain', 415],
    ['text/json', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data', 415],
    ['application/jsonp', 415],
    ['', 415],
  ])('of type %s → %d', async (type, status) => {
    const response = await postText(good, { 'Content-Type': type });
    expect(response.status).toBe(status);
    if (status === 415) expect(response.headers.get('Accept')).toBe('application/json');
  });

  it.each(['gzip', 'br', 'deflate', 'gzip, identity'])('compressed by %s → 415', async (encoding) => {
    const response = await postText(good, { 'Content-Encoding': encoding });
    expect(response.status).toBe(415);
    expect(await problemOf(response)).toMatchObject({ code: 'unsupportedEncoding' });
  });

  it('may begin with a byte order mark and must be UTF-8', async () => {
    expect((await postText(`\uFEFF${good}`)).status).toBe(200);
    const latin = new Uint8Array([...new TextEncoder().encode('{"jurisdiction":"'), 0xe9, 0x22, 0x7d]);
    const response = await postText(latin);
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ code: 'badEncoding' });
    const wide = new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]);
    expect((await postText(wide)).status).toBe(400);
  });

  it('with thousands of keys is answered quickly', async () => {
    const facts = Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`k${index}`, null]));
    const started = performance.now();
    expect((await post({ jurisdiction: 'lu', facts })).status).toBe(422);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('a failure inside', () => {
  it('does not reveal internals', async () => {
    const broken = fixtureApp({
      loadFacts: async () => {
        throw new Error('secret path /srv/data');
      },
    }).app;
    const response = await post({ jurisdiction: 'lu' }, broken);
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain('secret');
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', status: 500 });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });
});

it('an unknown address of the API is a problem, readable from any origin', async () => {
  const response = await app.request('/api/nothing');
  expect(response.status).toBe(404);
  expect(await problemOf(response)).toMatchObject({ code: 'unknownRoute' });
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
});
