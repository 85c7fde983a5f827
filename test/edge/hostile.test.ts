import { describe, expect, test } from 'vitest';
import { AS_OF, app, clauseIdOf, FIELDS, KINDS, type Kind } from '../hostile/kinds.ts';
import type { Hostile } from '../hostile/numbers.ts';
import { hostileValues } from '../hostile/values.ts';
import { FORM_TYPE, JSON_TYPE } from '../parity/client.ts';
import { readResultPage } from '../parity/page.ts';

/** Hostile values and every documented notation: the reply has the exact value, or an error that names the field. */
const SEED = 20261121;

/** The amount that was computed, `unknown`, or `refused` by a message that names the field. */
type Reply = string;

interface Finding {
  readonly name?: string;
  readonly pointer?: string;
  readonly detail: string;
}

async function post(path: string, headers: Record<string, string>, body: string): Promise<Response> {
  return app.request(path, { method: 'POST', headers, body });
}

async function byApi(kind: Kind, facts: Record<string, unknown>, name: string): Promise<Reply> {
  const document = { jurisdiction: 'town', asOf: AS_OF, clauses: [clauseIdOf(kind)], facts };
  const reply = await post('/api/check', JSON_TYPE, JSON.stringify(document));
  if (reply.status === 200) {
    const { least } = (await reply.json()).clauses[0].amount;
    return least.min === least.max ? least.min : 'unknown';
  }
  if (reply.status !== 422) return `status ${reply.status}`;
  const { errors } = (await reply.json()) as { errors: readonly Finding[] };
  const named = errors.some((each) => each.detail !== '' && (each.name ?? each.pointer ?? '').includes(name));
  return named ? 'refused' : `refused without a name: ${JSON.stringify(errors)}`;
}

async function byForm(kind: Kind, text: string): Promise<Reply> {
  const name = FIELDS[kind];
  const fields = { place: 'town', asOf: AS_OF, clause: clauseIdOf(kind), mode: 'all', action: 'check' };
  const list = kind === 'list' ? { items: 'given' } : {};
  const body = new URLSearchParams({ ...fields, ...list, [name]: text }).toString();
  const reply = await post('/check/', FORM_TYPE, body);
  const html = await reply.text();
  if (reply.status === 422)
    return html.includes(`<a href="#${name}">`) && html.includes(`id="${name}-error"`)
      ? 'refused'
      : 'refused without a name';
  if (reply.status !== 200) return `status ${reply.status}`;
  const { clauses, open } = readResultPage(html);
  const [amount = ''] = clauses.get(`result-${clauseIdOf(kind).replace(/[/#]/g, '-')}`)?.amounts ?? [];
  return open > 0 || amount.includes('..') ? 'unknown' : twoDigits(amount);
}

function twoDigits(amount: string): string {
  const [whole = '', rest = ''] = amount.split('.');
  return `${whole}.${rest.padEnd(2, '0')}`;
}

/** The allowed replies: the value for a documented notation, the value or an error for another one, otherwise an error. */
function allowed({ means, sure }: Hostile): readonly Reply[] {
  if (means === undefined) return ['refused'];
  return sure === true ? [means] : [means, 'refused'];
}

describe.each(KINDS)('%s', (kind) => {
  const values = hostileValues(kind, SEED);

  test('at least 200 values are tried, documented notations and others', () => {
    expect(values.length).toBeGreaterThanOrEqual(200);
    expect(values.filter(({ sure }) => sure === true).length).toBeGreaterThan(10);
    expect(values.filter(({ means }) => means === undefined).length).toBeGreaterThan(100);
  });

  test('by the API', async () => {
    const wrong: unknown[] = [];
    for (const value of values) {
      const actual = await byApi(kind, { [FIELDS[kind]]: value.raw }, FIELDS[kind]);
      if (!allowed(value).includes(actual)) wrong.push({ ...value, actual });
    }
    expect(wrong).toEqual([]);
  });

  test('by the form', async () => {
    const wrong: unknown[] = [];
    for (const value of values) {
      if (typeof value.raw !== 'string') continue;
      const actual = await byForm(kind, value.raw);
      if (!allowed(value).includes(actual)) wrong.push({ ...value, actual });
    }
    expect(wrong).toEqual([]);
  });

  test('null is unknown by the API; a blank text is refused by the API and unknown by the form', async () => {
    expect(await byApi(kind, { [FIELDS[kind]]: null }, FIELDS[kind])).toBe('unknown');
    for (const blank of ['', ' ', '　', '\t\n', '\u00a0']) {
      expect(await byApi(kind, { [FIELDS[kind]]: blank }, FIELDS[kind])).toBe('refused');
      expect(await byForm(kind, blank)).toBe('unknown');
    }
  });
});

const LISTS: readonly (readonly [raw: unknown, expected: Reply])[] = [
  [null, 'unknown'],
  [[], '0.00'],
  [[{ cost: 5 }, { cost: '1万' }], '10005.00'],
  [[{ cost: '0.01' }, { cost: '０．０２' }, { cost: 0 }], '0.03'],
  [[{}], 'unknown'],
  [[null], 'unknown'],
  [[{ cost: null }], 'unknown'],
  ...[0, 1, '', '没有', 'given', 'none', '[]', true, false, {}, { 0: { cost: 5 } }, { length: 1 }].map(
    (raw): readonly [unknown, Reply] => [raw, 'refused'],
  ),
  ...[[[]], [[{ cost: 5 }]], ['5'], [5], [true], [{ cost: 5 }, 5], [{ cost: [5] }], [{ cost: { a: 5 } }]].map(
    (raw): readonly [unknown, Reply] => [raw, 'refused'],
  ),
  ...[[{ price: 5 }], [{ cost: '' }], [{ 'items.1.cost': 5 }], [{ cost: 5, cost2: 5 }], [{}, {}, {}, {}]].map(
    (raw): readonly [unknown, Reply] => [raw, 'refused'],
  ),
];

test.each(LISTS)('a list given as %j is %s', async (raw, expected) => {
  expect(await byApi('list', { items: raw }, 'items')).toBe(expected);
});

const YEARS = [
  '23',
  '20233',
  '1899',
  '2200',
  '２０２３',
  '2023年',
  ' 2023',
  '2023 ',
  '2023.0',
  '-2023',
  '2e3',
  '',
];
const NO_YEARS = [
  'best',
  'previous',
  'Earlier',
  '__proto__',
  'constructor',
  '\u0000',
  '2023\u200b',
  '<b>2023</b>',
];

test.each([...YEARS, ...NO_YEARS])('a series has no year %j', async (year) => {
  const facts = JSON.parse(`{"firm.output": {${JSON.stringify(year)}: 5}}`) as Record<string, unknown>;
  expect(await byApi('series', facts, 'firm.output')).toBe('refused');
});
