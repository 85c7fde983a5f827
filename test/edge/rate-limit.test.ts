import { expect, inject, test } from 'vitest';
import { admitsBy, senderOf } from '../../functions/rate-limit.ts';
import { fixtureApp } from './fixture.ts';

const OFFICE = 300;
const LIMIT = 600;

/** Sends requests as one address of the documentation range would; returns the number of each status. */
async function send(address: string, count: number): Promise<Readonly<Record<number, number>>> {
  const statuses: Record<number, number> = {};
  for (let sent = 0; sent < count; sent += 20) {
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        fetch(`${inject('baseUrl')}/api/openapi.json`, { headers: { 'CF-Connecting-IP': address } }),
      ),
    );
    for (const { status } of replies) statuses[status] = (statuses[status] ?? 0) + 1;
  }
  return statuses;
}

test('an office behind one address is not refused 300 requests', async () => {
  expect(await send('203.0.113.7', OFFICE)).toEqual({ 200: OFFICE });
});

test('beyond the limit of the platform others are still answered', async () => {
  const statuses = await send('203.0.113.8', 3 * LIMIT);
  expect(statuses[429]).toBeGreaterThan(0);
  expect(await send('203.0.113.9', 20)).toEqual({ 200: 20 });
});

test('who is refused is told when to come again, as a problem or as a page', async () => {
  const { app } = fixtureApp({ admits: async () => false });
  const reply = await app.request('/api/facts');
  expect(reply.status).toBe(429);
  expect(reply.headers.get('Content-Type')).toBe('application/problem+json');
  expect(reply.headers.get('Retry-After')).toBe('60');
  expect(await reply.json()).toMatchObject({ code: 'tooManyRequests', status: 429 });
  const page = await app.request('/check/');
  expect(page.status).toBe(429);
  expect(page.headers.get('Retry-After')).toBe('60');
  expect(await page.text()).toContain('查询太频繁');
});

test('requests are counted by address; of IPv6 by the part that one subscriber has', async () => {
  const keys: string[] = [];
  const admits = admitsBy({
    limit: async ({ key }) => {
      keys.push(key);
      return { success: true };
    },
  });
  for (const address of [
    '198.51.100.1',
    '2001:DB8:0:1:aaaa::1',
    '2001:db8::1:bbbb:0:0:2',
    '127.0.0.1',
    '::1',
  ])
    await admits?.(new Request('https://huice.example/', { headers: { 'CF-Connecting-IP': address } }));
  await admits?.(new Request('https://huice.example/'));
  expect(keys).toEqual(['198.51.100.1', '2001:db8:0:1::/64', '2001:db8:0:1::/64']);
  expect(senderOf('2001:db8::5')).toBe('2001:db8:0:0::/64');
  expect(admitsBy(undefined)).toBeUndefined();
});
