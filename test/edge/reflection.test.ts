import { expect, test } from 'vitest';
import { DICTIONARY, fixtureApp } from './fixture.ts';

/** Input never becomes markup of a page and never leaves the content part of the shell. */
const { app } = fixtureApp();
const HOSTILE = `"'><script>alert(1)</script><!--/huice:content--></title>$&$'`;

const fields: readonly (readonly [string, string])[] = [
  ...['place', 'asOf', 'topic', 'clause', 'action', HOSTILE].map((name) => [name, HOSTILE] as const),
  ...DICTIONARY.subjects.map(({ id }) => [id, HOSTILE] as const),
  ...DICTIONARY.facts.flatMap(({ id, subject, name }) =>
    [id, `${id}.2023`, `${subject}.1.${name}`].map((field) => [field, HOSTILE] as const),
  ),
];

async function expectHarmless(reply: Response): Promise<void> {
  const html = await reply.text();
  expect(html).not.toContain('<script');
  expect(html).not.toContain('<!--');
  expect(html.match(/<title>/g)).toHaveLength(1);
  expect(html.match(/<\/title>/g)).toHaveLength(1);
  expect(html).toMatch(/<main>[\s\S]+<\/main><\/html>$/);
}

test('an address', async () => {
  await expectHarmless(
    await app.request(`/check/?${new URLSearchParams(fields.map((field) => [...field]))}`),
  );
});

test.each([
  ['fields', []],
  ['fields for a place', [['place', 'qinggu']]],
  [
    'fields to be checked',
    [
      ['place', 'qinggu'],
      ['action', 'check'],
      ['projects', 'given'],
    ],
  ],
] as const)('%s', async (_, first) => {
  const named = new Set(first.map(([name]) => name));
  const rest = fields.filter(([name]) => !named.has(name as never));
  const body = new URLSearchParams([...first, ...rest].map(([name, value]) => [name, value]));
  const reply = await app.request('/check/', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  expect(reply.status).toBe(422);
  await expectHarmless(reply);
});
