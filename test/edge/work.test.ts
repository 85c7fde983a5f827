import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { CheckResult } from '../../clauses/index.ts';
import { REPLY_LIMIT } from '../../functions/http/reply-limit.ts';
import { FORM_TYPE, JSON_TYPE } from '../parity/client.ts';
import { readResultPage } from '../parity/page.ts';

/** Small requests that would take much work or have a large reply. */

const PLACES = ['guangdong', 'jieyang', 'longnan', 'shenzhen', 'zhongshan'] as const;

async function post(path: string, headers: Record<string, string>, body: string): Promise<Response> {
  return fetch(`${inject('baseUrl')}${path}`, { method: 'POST', headers, body });
}

const checkApi = (document: unknown): Promise<Response> =>
  post('/api/check', JSON_TYPE, JSON.stringify(document));

const sendForm = (...fields: readonly (readonly [string, string])[]): Promise<Response> =>
  post('/check/', FORM_TYPE, new URLSearchParams(fields.map(([name, text]) => [name, text])).toString());

interface List {
  readonly id: string;
  readonly maxItems: number;
}

interface Fact {
  readonly subject: string;
  readonly name: string;
}

let lists: readonly List[] = [];
let facts: readonly Fact[] = [];

beforeAll(async () => {
  const reply = await fetch(`${inject('baseUrl')}/api/facts`);
  const found = (await reply.json()) as {
    readonly subjects: readonly (List & { readonly list: boolean })[];
    readonly facts: readonly Fact[];
  };
  lists = found.subjects.filter(({ list }) => list);
  facts = found.facts;
});

function emptyItems(count: number): Record<string, readonly object[]> {
  return Object.fromEntries(
    lists.map(({ id, maxItems }) => [id, Array.from({ length: Math.min(count, maxItems) }, () => ({}))]),
  );
}

/** The last item of every list. */
function lastItems(): readonly (readonly [string, string])[] {
  return lists.flatMap(({ id, maxItems }) => {
    const name = facts.find(({ subject }) => subject === id)?.name ?? '';
    return [[id, 'given'] as const, [`${id}.${maxItems}.${name}`, ''] as const];
  });
}

describe.each(PLACES)('%s', (place) => {
  test.each([
    ['no part', []],
    ['trace', ['trace']],
    ['gaps', ['gaps']],
    ['combination', ['combination']],
    ['all parts', ['trace', 'gaps', 'combination']],
  ])(
    'full lists of empty items with %s: a bounded reply, or 413 that says how to ask for less',
    async (_, include) => {
      const asked = {
        jurisdiction: place,
        facts: emptyItems(200),
        ...(include.length > 0 ? { include } : {}),
      };
      const reply = await checkApi(asked);
      const text = await reply.text();
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(REPLY_LIMIT);
      expect([200, 413]).toContain(reply.status);
      if (reply.status === 200) return;
      expect(reply.headers.get('Content-Type')).toBe('application/problem+json');
      expect(JSON.parse(text)).toMatchObject({ status: 413, code: 'tooMuchWork' });
      for (const less of ['项目', 'clauses', 'include']) expect(text).toContain(less);
    },
  );

  test('one item of everything, with all parts, is never refused', async () => {
    const include = ['trace', 'gaps', 'combination'];
    expect((await checkApi({ jurisdiction: place, facts: emptyItems(1), include })).status).toBe(200);
    expect((await checkApi({ jurisdiction: place, include })).status).toBe(200);
  });

  test.each(['check', 'update', 'next'])(
    'naming the last item of every list makes no other (%s)',
    async (action) => {
      for (const mode of [['mode', 'all'] as const, undefined]) {
        const fields = [
          ['place', place] as const,
          ...(mode ? [mode] : []),
          ...lastItems(),
          ['action', action] as const,
        ];
        const reply = await sendForm(...fields);
        const html = await reply.text();
        expect(Buffer.byteLength(html)).toBeLessThan(300_000);
        expect(html).not.toMatch(/name="\w+\.(?:[2-9]|\d\d+)\./);
        if (action === 'update') continue;
        expect(reply.status).toBe(422);
        expect(html).toContain('项目 200');
        expect(html).toContain('它前面的没有填');
      }
    },
  );

  test('full lists in the form: a bounded page; what is too much is 413 with every answer kept', async () => {
    const own = facts.filter(({ subject }) => subject === 'projects').slice(0, 3);
    const items = Array.from({ length: 200 }, (_, index) =>
      own.map(({ name }) => [`projects.${index + 1}.${name}`, `${index + 1}`] as const),
    ).flat();
    const reply = await sendForm(['place', place], ['mode', 'all'], ['projects', 'given'], ...items, [
      'action',
      'update',
    ]);
    const html = await reply.text();
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(REPLY_LIMIT);
    expect([200, 413]).toContain(reply.status);
    if (reply.status === 200) return;
    expect(html.indexOf('role="alert"')).toBeLessThan(html.indexOf('<form'));
    expect(html).toContain('一次算不完');
    for (const [name, text] of items) expect(html).toContain(`name="${name}" value="${text}"`);
    expect(html).toContain('value="remove:projects:200"');
  });
});

test('naming one clause instead of a whole place is a way to ask for less', async () => {
  const projects = Array.from({ length: 120 }, () => ({}));
  const asked = { jurisdiction: 'zhongshan', facts: { projects } };
  expect((await checkApi(asked)).status).toBe(413);
  const [named] = ['zhongshan/2018-traditional-industries#upgrade'];
  expect((await checkApi({ ...asked, clauses: [named] })).status).toBe(200);
});

test('an item after a gap is moved up, its answer shown, and the next sending is taken', async () => {
  const fields = [
    ['place', 'longnan'],
    ['mode', 'all'],
    ['projects', 'given'],
  ] as const;
  const moved = await sendForm(
    ...fields,
    ['projects.1.equipmentCost', '500万'],
    ['projects.7.equipmentCost', '300万'],
    ['action', 'check'],
  );
  const html = await moved.text();
  expect(moved.status).toBe(422);
  expect(html).toContain('<a href="#projects.2">项目 7</a>');
  expect(html).toMatch(/name="projects\.2\.equipmentCost" value="300万"/);
  expect(html).toContain('value="add:projects"');
  const again = await sendForm(
    ...fields,
    ['projects.1.equipmentCost', '500万'],
    ['projects.2.equipmentCost', '300万'],
    ['action', 'check'],
  );
  expect(again.status).toBe(200);
});

describe('the scope', () => {
  const FIELDS = [
    ['place', 'jieyang'],
    ['asOf', '2020-06-01'],
    ['clause', 'jieyang/2018-119#it-industry-integration'],
    ['mode', 'all'],
    ['projects', 'given'],
    ['projects.1.integrationKind', 'newForms'],
    ['projects.1.totalInvestment', '1200万'],
    ['action', 'check'],
  ] as const;

  test('asking for one clause adds no other, in the form as in the API', async () => {
    const html = await (await sendForm(...FIELDS)).text();
    const page = readResultPage(html);
    const result = (await (
      await checkApi({
        asOf: '2020-06-01',
        jurisdiction: 'jieyang',
        clauses: ['jieyang/2018-119#it-industry-integration'],
        facts: { projects: [{ integrationKind: 'newForms', totalInvestment: '12000000' }] },
      })
    ).json()) as CheckResult;
    expect([...page.clauses.keys()]).toEqual(['result-jieyang-2018-119-it-industry-integration']);
    expect(page.open).toBe(result.questions.length);
    expect(html).not.toContain('还缺 4 项');
  });

  test('a limit that another clause states is named and linked, without a verdict of its own', async () => {
    const reply = await sendForm(
      ['place', 'longnan'],
      ['asOf', '2023-06-01'],
      ['clause', 'longnan/2022-40#equipment-award'],
      ['mode', 'all'],
      ['enterprise.localTax', '1万'],
      ['action', 'check'],
    );
    const html = await reply.text();
    const page = readResultPage(html);
    expect([...page.clauses.keys()]).toEqual(['result-longnan-2022-40-equipment-award']);
    expect(html).toContain('/policies/longnan/2022-40/#fiscal-limit');
  });

  test('what only a limit over the clause needs is asked, and nothing of other clauses', async () => {
    const html = await (
      await sendForm(
        ['place', 'longnan'],
        ['clause', 'longnan/2022-40#equipment-award'],
        ['mode', 'all'],
        ['action', 'update'],
      )
    ).text();
    expect(html).toContain('name="enterprise.localTax"');
    expect(html).not.toContain('name="enterprise.integrationStandard"');
  });
});
