import { Agent, request } from 'node:http';

/** A request as it is sent. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A whole reply with its latency in ms. */
export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly ms: number;
}

const agent = new Agent({ keepAlive: true });

/** Sends a request to a port of this machine over a persistent connection, and waits for the whole reply. */
export function send(port: number, { method, path, headers = {}, body }: HttpRequest): Promise<HttpReply> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const options = { host: '127.0.0.1', port, method, path, agent, headers: { ...headers, ...length } };
    const sending = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
          ms: performance.now() - started,
        }),
      );
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

export const JSON_TYPE = { 'Content-Type': 'application/json' } as const;
export const FORM_TYPE = { 'Content-Type': 'application/x-www-form-urlencoded' } as const;
