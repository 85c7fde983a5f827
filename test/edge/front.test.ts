import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startFront } from '../../tools/serve/front.ts';

/** What is no HTTP, sent to the server of `npm start`: refused in one sentence, without a trace or a path. */

let front: Server;

beforeAll(async () => {
  front = await startFront(0, Number(new URL(inject('baseUrl')).port));
});

afterAll(() => {
  front.close();
  front.closeAllConnections();
});

const portOf = (): number => (front.address() as AddressInfo).port;

/** Everything that comes back for bytes on one connection until it ends, or until nothing came for some time. */
function sendBytes(text: string, waitMs = 20_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: portOf(), host: 'localhost' });
    let received = '';
    socket.setTimeout(waitMs, () => socket.destroy());
    socket.on('data', (chunk) => (received += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
    socket.write(text);
  });
}

const POST = 'POST /api/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
const CHUNKED = `${POST}Transfer-Encoding: chunked\r\n\r\n`;

test.each([
  ['two hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'],
  ['the right host twice', 'GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n'],
  ['two hosts for the API', 'GET /api/policies HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'],
  ['no host', 'GET / HTTP/1.1\r\n\r\n'],
  ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n'],
  ['a chunk without a length', `${CHUNKED}ZZ\r\n{}\r\n0\r\n\r\n`],
  ['a chunk that is longer than it says', `${CHUNKED}1\r\n{}\r\n0\r\n\r\n`],
  ['a length that is no number', `${POST}Content-Length: abc\r\n\r\n{}`],
  ['two lengths', `${POST}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
  ['no HTTP at all', 'hello\r\n\r\n'],
])('%s: 400, in words only', async (_, text) => {
  const reply = await sendBytes(text);
  expect(reply).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  const [, body = ''] = reply.split('\r\n\r\n');
  expect(body).not.toMatch(/\/|\bat\b|Error|\.js|\.ts/);
});

test.each([
  ['a chunk that is cut short', `${CHUNKED}5\r\n{}\r\n`],
  ['a body that is shorter than it says', `${POST}Content-Length: 20\r\n\r\n{}`],
])('%s: ends after a time limit', async (_, text) => {
  const started = Date.now();
  const reply = await sendBytes(text, 30_000);
  expect(reply).toMatch(/^HTTP\/1\.1 408 /);
  expect(Date.now() - started).toBeLessThan(20_000);
});

test('sound requests pass, with and without a stated length', async () => {
  const address = `http://localhost:${portOf()}`;
  const page = await fetch(`${address}/`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('</html>');
  const headers = { 'Content-Type': 'application/json' };
  const body = '{"jurisdiction":"longnan"}';
  expect((await fetch(`${address}/api/check`, { method: 'POST', headers, body })).status).toBe(200);
  const chunk = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
  const reply = await sendBytes(CHUNKED.replace('\r\n\r\n', `\r\nConnection: close\r\n\r\n${chunk}`));
  expect(reply).toMatch(/^HTTP\/1\.1 200 /);
});
