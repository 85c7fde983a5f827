import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../functions/app.ts';
import { createPublished } from '../../functions/data/published.ts';
import { root } from '../../tools/run.ts';
import { FORM_TYPE, JSON_TYPE } from '../parity/client.ts';

/** Published files that are missing, cut short or altered: nothing wrong is answered, and nothing of it is kept. */

type Damage = (text: string) => string | undefined;

const DAMAGES: Readonly<Record<string, Damage>> = {
  missing: () => undefined,
  empty: () => '',
  'cut short': (text) => text.slice(0, text.length / 2),
  altered: (text) => text.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10)),
};

/** An app over `dist/`, some files of which can be damaged while it runs. */
function damagedApp(): {
  readonly app: ReturnType<typeof createApp>;
  readonly damaged: Map<string, Damage>;
} {
  const damaged = new Map<string, Damage>();
  const published = createPublished(async (path) => {
    const file = path === '/404' ? '/404.html' : path.endsWith('/') ? `${path}index.html` : path;
    const text = readFileSync(join(root, 'dist', file), 'utf8');
    const damage = damaged.get(path);
    const now = damage === undefined ? text : damage(text);
    return now === undefined ? new Response('', { status: 404 }) : new Response(now);
  });
  return { app: createApp({ ...published, today: () => '2026-12-01' }), damaged };
}

async function check(app: ReturnType<typeof createApp>): Promise<Response> {
  const body = JSON.stringify({ jurisdiction: 'longnan', facts: {} });
  return app.request('/api/check', { method: 'POST', headers: JSON_TYPE, body });
}

async function form(app: ReturnType<typeof createApp>): Promise<Response> {
  const body = 'place=longnan&mode=all&action=check';
  return app.request('/check/', { method: 'POST', headers: FORM_TYPE, body });
}

const DATA = [
  '/data/catalogues/longnan.json',
  '/data/facts.json',
  '/data/jurisdictions.json',
  '/data/digests.json',
] as const;

describe.each(DATA)('%s', (path) => {
  test.each(Object.entries(DAMAGES))(
    '%s is 503 in API and form, is not kept, and heals',
    async (_, damage) => {
      const { app, damaged } = damagedApp();
      for (let attempt = 0; attempt < 2; attempt += 1) {
        damaged.set(path, damage);
        const reply = await check(app);
        expect(reply.status).toBe(503);
        expect(reply.headers.get('Content-Type')).toBe('application/problem+json');
        expect(Number(reply.headers.get('Retry-After'))).toBeGreaterThan(0);
        expect(await reply.json()).toMatchObject({ code: 'unavailable', status: 503 });
      }
      const page = await form(app);
      expect(page.status).toBe(503);
      expect(page.headers.get('Content-Type')).toContain('text/html');
      damaged.clear();
      expect((await check(app)).status).toBe(200);
      expect((await form(app)).status).toBe(200);
      // What has been read once is not read again.
      damaged.set(path, damage);
      expect((await check(app)).status).toBe(200);
    },
  );
});

describe.each(['missing', 'empty', 'cut short'])('%s', (kind) => {
  const damage = DAMAGES[kind] as Damage;

  test('the page of the form: 503 as a page without the frame, and heals', async () => {
    const { app, damaged } = damagedApp();
    damaged.set('/shell/check/', damage);
    const page = await form(app);
    expect(page.status).toBe(503);
    const html = await page.text();
    expect(html).toContain('数据暂时读不到');
    expect(html.trimEnd().endsWith('</html>')).toBe(true);
    damaged.clear();
    expect((await form(app)).status).toBe(200);
  });

  test('the page for unknown addresses', async () => {
    const { app, damaged } = damagedApp();
    damaged.set('/404', damage);
    expect((await app.request('/nowhere')).status).toBe(503);
    damaged.clear();
    expect((await app.request('/nowhere')).status).toBe(404);
  });

  test.each(['/data/policies.json', '/data/policies/longnan.json'])('%s', async (path) => {
    const { app, damaged } = damagedApp();
    damaged.set(path, damage);
    expect((await app.request('/api/policies/longnan/2022-40')).status).toBe(
      path === '/data/policies.json' ? 200 : 503,
    );
    expect((await app.request('/api/policies')).status).toBe(path === '/data/policies.json' ? 503 : 200);
    damaged.clear();
    for (const each of ['/api/policies', '/api/policies/longnan/2022-40'])
      expect((await app.request(each)).status).toBe(200);
  });
});

test('a place whose clauses are listed must have a catalogue', async () => {
  const { app, damaged } = damagedApp();
  const without = (text: string): string => {
    const { 'catalogues/longnan.json': _, ...rest } = JSON.parse(text) as Record<string, string>;
    return JSON.stringify(rest);
  };
  damaged.set('/data/digests.json', without);
  expect((await check(app)).status).toBe(503);
});

test('a place without clauses needs none', async () => {
  const { app } = damagedApp();
  const body = JSON.stringify({ jurisdiction: 'ganzhou', facts: {} });
  expect((await app.request('/api/check', { method: 'POST', headers: JSON_TYPE, body })).status).toBe(200);
});

test('the site publishes the digest of every file that the edge reads', () => {
  const data = join(root, 'dist', 'data');
  const digests = JSON.parse(readFileSync(join(data, 'digests.json'), 'utf8')) as Record<string, string>;
  const files = ['catalogues', 'policies'].flatMap((folder) =>
    readdirSync(join(data, folder)).map((name) => `${folder}/${name}`),
  );
  expect(Object.keys(digests).sort()).toEqual(
    [...files, 'facts.json', 'jurisdictions.json', 'policies.json'].sort(),
  );
  for (const [path, digest] of Object.entries(digests)) {
    const bytes = readFileSync(join(data, path));
    expect(digest, path).toBe(`sha256-${createHash('sha256').update(bytes).digest('hex')}`);
  }
});
