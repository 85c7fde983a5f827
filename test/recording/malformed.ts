import type { Asked } from './edge.ts';

/** A malformed request, named by its mistake. */
type Malformed = readonly [what: string, asked: Asked];

const JSON_TYPE = { 'Content-Type': 'application/json' } as const;
const FORM_TYPE = { 'Content-Type': 'application/x-www-form-urlencoded' } as const;

const text = (what: string, body: string | Uint8Array, headers = {}): Malformed => [
  what,
  { method: 'POST', path: '/api/check', headers: { ...JSON_TYPE, ...headers }, body },
];

const document = (what: string, fields: Readonly<Record<string, unknown>>): Malformed =>
  text(what, JSON.stringify({ jurisdiction: 'longnan', asOf: '2026-03-01', ...fields }));

const answers = (what: string, facts: Readonly<Record<string, unknown>>): Malformed =>
  document(what, { facts });

const form = (what: string, body: string | Uint8Array, headers = {}): Malformed => [
  what,
  { method: 'POST', path: '/check/', headers: { ...FORM_TYPE, ...headers }, body },
];

const filled = (what: string, fields: string): Malformed =>
  form(what, `place=longnan&asOf=2026-03-01&mode=all&action=check&${fields}`);

const plain = (what: string, path: string, method = 'GET'): Malformed => [what, { method, path }];

const NOT_UTF_8 = Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d);

/** The malformed requests whose replies are recorded. */
export const MALFORMED: readonly Malformed[] = [
  plain('unknown route', '/api/nothing'),
  plain('no route', '/api'),
  plain('unknown page', '/check/nothing/'),
  plain('wrong method of a check', '/api/check'),
  plain('wrong method of a list', '/api/policies', 'DELETE'),
  plain('wrong method of the form', '/check/', 'PUT'),
  plain('unknown policy', '/api/policies/longnan/1900-1'),
  plain('policy of an unknown place', '/api/policies/atlantis/1'),
  plain('unknown place of a list', '/api/policies?jurisdiction=longnam'),
  plain('unknown place of facts', '/api/facts?jurisdiction=atlantis'),
  plain('unknown parameter', '/api/facts?place=longnan'),
  plain('repeated parameter', '/api/policies?limit=1&limit=2'),
  plain('limit of no number', '/api/policies?limit=many'),
  plain('limit out of range', '/api/policies?limit=101'),
  plain('bad cursor', '/api/policies?cursor=%2Fnot%2Fa%2Fcursor'),
  text('no media type', '{}', { 'Content-Type': '' }),
  text('wrong media type', '{}', { 'Content-Type': 'text/plain' }),
  text('wrong charset', '{}', { 'Content-Type': 'application/json; charset=gbk' }),
  text('compressed body', '{}', { 'Content-Encoding': 'gzip' }),
  text('empty body', ''),
  text('unfinished JSON', '{"jurisdiction":"longnan"'),
  text('key that stands twice', '{"jurisdiction":"longnan","jurisdiction":"ganzhou"}'),
  text('text instead of an object', '"longnan"'),
  text('bytes that are no UTF-8', NOT_UTF_8),
  text('body that is too large', JSON.stringify({ jurisdiction: 'x'.repeat(70_000) })),
  text('deep nesting', '['.repeat(3_000) + ']'.repeat(3_000)),
  text('no place', '{"facts":{}}'),
  document('unknown place', { jurisdiction: 'longnam' }),
  document('place of the wrong type', { jurisdiction: 7 }),
  document('day that does not exist', { asOf: '2026-02-30' }),
  document('day of the wrong form', { asOf: '2026/3/1' }),
  document('unknown key', { answers: {} }),
  document('unknown part', { include: ['trace', 'everything'] }),
  document('part that is asked twice', { include: ['gaps', 'gaps'] }),
  document('no clauses', { clauses: [] }),
  document('unknown clause', { clauses: ['longnan/2022-40#nothing', 'x'.repeat(200)] }),
  document('facts of the wrong type', { facts: [] }),
  answers('unknown facts', { 'enterprise.localTex': '1', nobody: '1', 'nobody.knows': '1' }),
  answers('bad values', { 'enterprise.localTax': 'much', 'enterprise.localTaxes': true }),
  answers('values of the wrong type', { 'enterprise.localTax': {}, enterprise: 'all', projects: 'none' }),
  answers('value out of range', { 'enterprise.localTax': '-1' }),
  answers('value that is too precise', { 'enterprise.localTax': '1.23456' }),
  answers('number that is not exact', { 'enterprise.localTax': 1e21 }),
  answers('empty text', { 'enterprise.localTax': '' }),
  answers('fact that is told twice', { 'enterprise.localTax': '1', enterprise: { localTax: '2' } }),
  answers('too many items', { projects: Array.from({ length: 201 }, () => ({})) }),
  answers('more errors than are shown', manyUnknown()),
  form('form of the wrong media type', '{}', JSON_TYPE),
  form('form of bytes that are no UTF-8', NOT_UTF_8),
  form('form that is too large', `place=${'x'.repeat(70_000)}`),
  form('form without a place', 'asOf=2026-03-01&action=check'),
  form('form with an unknown place', 'place=atlantis&action=check'),
  form('form with a bad day', 'place=longnan&asOf=tomorrow&mode=all&action=check'),
  form('steps with a bad day', 'place=longnan&asOf=tomorrow&action=next'),
  filled('form with an unknown topic', 'topic=%E4%B8%8D%E5%AD%98%E5%9C%A8'),
  filled('form with an unknown clause', 'clause=longnan%2F2022-40%23nothing'),
  filled('form with bad values', 'enterprise.localTax=much&nobody.knows=1'),
  filled('form with an open list', 'projects=given'),
  filled('form with a bad list', 'projects=some&projects.1.equipmentCost=1'),
  filled('form with a repeated field', 'enterprise.localTax=1&enterprise.localTax=2'),
  filled('form with markup', 'enterprise.localTax=%3Cscript%3E%22%27%26'),
  plain('page of an unknown place', '/check/?place=%3Cb%3E&topic=x&clause=y'),
];

function manyUnknown(): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`nobody.fact${index}`, '1']));
}
