import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';

/** How long a request may take to arrive with its whole body, in ms. */
const REQUEST_TIMEOUT = 15_000;

/** How often requests that take too long are looked for, in ms. */
const CHECKED_EVERY = 1_000;

/**
 * Listens on a port of this machine and passes sound requests on to the server on another. What is no HTTP (a broken
 * chunk, two `Host` headers, a body that does not end) is refused here in one sentence: the server behind would answer it
 * with a trace. Resolves when it listens; rejects when the port cannot be taken.
 */
export function startFront(port: number, behind: number): Promise<Server> {
  const front = createServer(
    { requestTimeout: REQUEST_TIMEOUT, connectionsCheckingInterval: CHECKED_EVERY },
    (asked, reply) => pass(asked, reply, behind),
  );
  front.on('clientError', refuse);
  return new Promise((resolve, reject) => {
    front.once('error', reject);
    front.listen(port, 'localhost', () => resolve(front));
  });
}

/** What Node finds wrong with a request, by its code. */
const REFUSALS: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (socket.writable) socket.end(refusal(REFUSALS[error.code ?? ''] ?? '400 Bad Request'));
  else socket.destroy();
}

function refusal(status: string): string {
  const [, words = status] = /^\d+ (.*)$/.exec(status) ?? [];
  const head = [`HTTP/1.1 ${status}`, 'Content-Type: text/plain; charset=utf-8', 'Connection: close'];
  return `${[...head, `Content-Length: ${words.length + 1}`].join('\r\n')}\r\n\r\n${words}\n`;
}

function pass(asked: IncomingMessage, reply: ServerResponse, behind: number): void {
  const hosts = asked.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  if (hosts.length !== 1 || !isHost(asked.headers.host ?? '')) return end(asked, reply);
  const { method, url, headers } = asked;
  const passed: ClientRequest = request({ port: behind, host: '127.0.0.1', method, path: url, headers });
  passed.on('response', (answer) => {
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(reply);
  });
  passed.on('error', () => reply.destroy());
  // The parser has refused the rest of the body: nothing may answer for a part of it.
  asked.on('close', () => asked.complete || passed.destroy());
  asked.pipe(passed);
}

function isHost(host: string): boolean {
  return URL.canParse(`http://${host}/`) && !/[/?#@\\]/.test(host);
}

function end(asked: IncomingMessage, reply: ServerResponse): void {
  asked.resume();
  reply.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  reply.end('Bad Request\n');
}
