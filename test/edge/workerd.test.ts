import { describe, expect, inject, test } from 'vitest';
import type { CheckResult } from '../../clauses/index.ts';
import { STRICT_HEADERS } from '../../views/headers.ts';

/** What only the real runtime can show: assets, routing between files and worker, headers on every kind of reply. */
const at = (path: string): string => `${inject('baseUrl')}${path}`;

async function checkApi(document: unknown): Promise<Response> {
  return fetch(at('/api/check'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(document),
  });
}

const EXAMPLE = {
  asOf: '2023-06-01',
  jurisdiction: 'longnan',
  clauses: ['longnan/2022-40#equipment-award'],
  include: ['trace'],
  facts: {
    'enterprise.aboveScale': true,
    'enterprise.localTax': '500000.00',
    projects: [{ completed: true, equipmentCost: '8000000' }],
  },
};

test('the example of the contract has the stated reply', async () => {
  const response = await checkApi(EXAMPLE);
  expect(response.status).toBe(200);
  const result = (await response.json()) as CheckResult;
  const range = { min: '480000.00', max: '480000.00' };
  expect(result).toMatchObject({
    api: 1,
    asOf: '2023-06-01',
    jurisdiction: 'longnan',
    totals: {
      granted: { min: '0.00', max: '480000.00' },
      atMost: { min: '0.00', max: '480000.00' },
      bound: false,
      unquantified: [],
      limitedBy: [{ clause: 'longnan/2022-40#fiscal-limit', ceiling: '500000.00' }],
      readings: [],
    },
    questions: [
      { fact: 'projects.1.nationalPolicy', clauses: 1 },
      { fact: 'projects.1.inStatistics', clauses: 1 },
    ],
  });
  expect(result.catalogue).toMatch(/^sha256-[0-9a-f]{64}$/);
  expect(result.clauses).toHaveLength(1);
  expect(result.clauses[0]).toMatchObject({
    id: 'longnan/2022-40#equipment-award',
    verdict: 'undetermined',
    standing: 'unknown-period',
    authority: [],
    missing: ['projects.1.nationalPolicy', 'projects.1.inStatistics'],
    reasons: [],
    amount: { kind: 'money', force: 'fixed', least: range, most: range, bound: false, schedule: [] },
    items: [{ item: 1, verdict: 'undetermined' }],
  });
  expect(result.clauses[0]?.readings.map(({ id, kind }) => `${id} ${kind}`)).toContain('cap-period noted');
});

test('every clause of Longnan is checked when none is named', async () => {
  const result = (await (await checkApi({ jurisdiction: 'longnan' })).json()) as CheckResult;
  expect(result.clauses).toHaveLength(14);
  expect(result.questions.length).toBeGreaterThan(10);
  expect(result.clauses.every(({ trace }) => trace.length === 0)).toBe(true);
});

test('the same answers give the same result by form and by API', async () => {
  const fields = new URLSearchParams([
    ['place', 'longnan'],
    ['asOf', '2023-06-01'],
    ['enterprise.aboveScale', 'true'],
    ['enterprise.localTax', '50万'],
    ['enterprise.integrationStandard', 'true'],
    ['projects', 'given'],
    ['projects.1.completed', 'true'],
    ['projects.1.nationalPolicy', 'true'],
    ['projects.1.inStatistics', 'true'],
    ['projects.1.equipmentCost', '800万'],
    ['action', 'check'],
  ]);
  const page = await (await fetch(at('/check/'), { method: 'POST', body: fields })).text();
  const facts = {
    enterprise: { aboveScale: true, localTax: '500000', integrationStandard: true },
    projects: [{ completed: true, nationalPolicy: true, inStatistics: true, equipmentCost: 8000000 }],
  };
  const { totals } = (await (
    await checkApi({ jurisdiction: 'longnan', asOf: '2023-06-01', facts })
  ).json()) as CheckResult;
  expect(totals.granted.min).toBe('500000.00');
  expect(page).toContain('50 万元');
  expect(page).toContain('各项合计不超过');
});

describe('headers', () => {
  test.each([
    ['a page', '/', 200],
    ['a policy', '/policies/longnan/2022-40/', 200],
    ['open data', '/data/facts.json', 200],
    ['a missing page', '/nothing/', 404],
    ['the form', '/check/?place=longnan', 200],
    ['the API', '/api/policies', 200],
    ['a missing route', '/api/nothing', 404],
    ['the search index', '/pagefind/pagefind.js', 200],
  ])('of %s are the strict ones', async (_name, path, status) => {
    const response = await fetch(at(path));
    expect(response.status).toBe(status);
    for (const [name, value] of Object.entries(STRICT_HEADERS))
      expect(response.headers.get(name), name).toBe(value);
    expect(response.headers.get('Set-Cookie')).toBeNull();
  });

  test.each(['/data/policies.json', '/api/policies', '/api/facts'])(
    '%s may be read from any page',
    async (path) => {
      const response = await fetch(at(path), { headers: { Origin: 'https://elsewhere.example' } });
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    },
  );

  test('replies that are computed from answers are not stored', async () => {
    expect((await checkApi(EXAMPLE)).headers.get('Cache-Control')).toBe('no-store');
    const form = await fetch(at('/check/'), {
      method: 'POST',
      body: new URLSearchParams({ place: 'longnan' }),
    });
    expect(form.headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('routes', () => {
  test('policies, one policy and facts carry an ETag and answer 304', async () => {
    for (const path of [
      '/api/policies',
      '/api/policies/longnan/2022-40',
      '/api/facts',
      '/api/openapi.json',
    ]) {
      const first = await fetch(at(path));
      expect(first.status, path).toBe(200);
      const tag = first.headers.get('ETag') ?? '';
      expect(tag).not.toBe('');
      const again = await fetch(at(path), { headers: { 'If-None-Match': tag } });
      expect(again.status, path).toBe(304);
    }
  });

  test('OPTIONS lists the allowed methods, another method is 405', async () => {
    const options = await fetch(at('/api/check'), { method: 'OPTIONS' });
    expect(options.status).toBe(204);
    expect(options.headers.get('Allow')).toContain('POST');
    const wrong = await fetch(at('/api/check'), { method: 'PUT', body: '{}' });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get('Content-Type')).toContain('application/problem+json');
  });

  test('/check leads to /check/', async () => {
    const response = await fetch(at('/check?place=longnan'), { redirect: 'manual' });
    expect(response.status).toBe(308);
    expect(response.headers.get('Location')).toBe('/check/?place=longnan');
  });
});

describe('the form', () => {
  const send = (fields: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(at('/check/'), { method: 'POST', body: new URLSearchParams(fields) });

  test('a bad value gives a page with the problem on top and the answers kept', async () => {
    const response = await send({
      place: 'longnan',
      'enterprise.localTax': '<b>一百二十万',
      'enterprise.aboveScale': 'true',
    });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('role="alert"');
    expect(html).toContain(
      'value="&lt;b>一百二十万"'.replace('>', html.includes('&lt;b&gt;') ? '&gt;' : '>'),
    );
    expect(html).not.toContain('<b>一百二十万');
  });

  test.each([
    ['an unknown place', { place: 'atlantis' }],
    ['a day that is none', { place: 'longnan', asOf: '2023-02-30' }],
    ['an unknown clause', { place: 'longnan', clause: 'longnan/2022-40#nothing' }],
    ['an unknown field', { place: 'longnan', 'enterprise.nothing': '1' }],
  ])('%s is 422 and says so', async (_name, fields) => {
    const response = await send(fields);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('处要改');
  });

  test.each([
    ['text/plain', 'place=longnan', 415],
    ['application/x-www-form-urlencoded', `x=${'1'.repeat(70_000)}`, 413],
  ])('a body of type %s that cannot be taken is a page', async (type, body, status) => {
    const response = await fetch(at('/check/'), { method: 'POST', headers: { 'Content-Type': type }, body });
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toContain('text/html');
    expect(await response.text()).toContain('<h1>');
  });

  test('answers in an address are left out', async () => {
    const html = await (await fetch(at('/check/?place=longnan&enterprise.localTax=12345'))).text();
    expect(html).not.toContain('12345');
  });
});
