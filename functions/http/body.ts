import { REQUEST_DETAILS } from '../../views/wording/requests.ts';
import { ProblemRefusal, problem } from './problem.ts';

/** The largest body that is read, in bytes as sent. */
export const BODY_LIMIT = 64 * 1024;

/**
 * Reads the body of a request as text of one media type, UTF-8, uncompressed and at most {@link BODY_LIMIT} long.
 * Throws a {@link ProblemRefusal} otherwise. A byte order mark at the start is dropped.
 */
export async function readText(request: Request, mediaType: string): Promise<string> {
  requireType(request, mediaType);
  requirePlain(request);
  const bytes = await inTime(request, readBytes);
  try {
    return UTF_8.decode(bytes);
  } catch {
    throw new ProblemRefusal(problem('badEncoding', REQUEST_DETAILS.badEncoding));
  }
}

/** How long a body may take to arrive, in seconds. */
export const BODY_SECONDS = 10;

/** Reads within the time limit; a body that does not end is refused, and so is one that breaks off. */
async function inTime(
  request: Request,
  read: (request: Request) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const refusal = new ProblemRefusal(problem('tooSlow', REQUEST_DETAILS.tooSlow(BODY_SECONDS)));
    timer = setTimeout(() => reject(refusal), BODY_SECONDS * 1000);
  });
  try {
    return await Promise.race([read(request), late]);
  } catch (error) {
    if (error instanceof ProblemRefusal) throw error;
    throw new ProblemRefusal(problem('brokenBody', REQUEST_DETAILS.brokenBody));
  } finally {
    clearTimeout(timer);
  }
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

function requireType(request: Request, mediaType: string): void {
  const [type = '', ...parameters] = (request.headers.get('Content-Type') ?? '').split(';');
  const utf8 = parameters.every((parameter) => {
    const [name = '', value = ''] = parameter.split('=', 2);
    return name.trim().toLowerCase() !== 'charset' || /^"?utf-?8"?$/i.test(value.trim());
  });
  if (type.trim().toLowerCase() === mediaType && utf8) return;
  const detail = REQUEST_DETAILS.mediaType(mediaType);
  throw new ProblemRefusal(problem('unsupportedMediaType', detail), { Accept: mediaType });
}

function requirePlain(request: Request): void {
  const encoding = request.headers.get('Content-Encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return;
  const detail = REQUEST_DETAILS.compressed;
  throw new ProblemRefusal(problem('unsupportedEncoding', detail), { 'Accept-Encoding': 'identity' });
}

/**
 * HTTP delivers the stated length, so such a body is read at once. Without it, the bytes are counted as they arrive, because
 * the body may have no end.
 */
async function readBytes(request: Request): Promise<Uint8Array> {
  const stated = request.headers.get('Content-Length');
  if (stated === null) return readCounted(request);
  if (Number(stated) > BODY_LIMIT) throw tooLarge();
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length > BODY_LIMIT) throw tooLarge();
  return bytes;
}

async function readCounted(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
    length += read.value.length;
    if (length > BODY_LIMIT) {
      await reader?.cancel();
      throw tooLarge();
    }
    chunks.push(read.value);
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function tooLarge(): ProblemRefusal {
  return new ProblemRefusal(problem('tooLarge', REQUEST_DETAILS.tooLarge(BODY_LIMIT)));
}
