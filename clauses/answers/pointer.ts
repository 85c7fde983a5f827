/** No known name is longer. Of longer ones only the beginning is shown back. */
const LONGEST_TOKEN = 100;
const LONGEST_SHOWN = 40;

/** The JSON Pointer (RFC 6901) of a path. Overlong names are cut. */
export function pointerTo(path: readonly (string | number)[]): string {
  return path
    .map((part) => cut(String(part), LONGEST_TOKEN).replaceAll('~', '~0').replaceAll('/', '~1'))
    .map((token) => `/${token}`)
    .join('');
}

/** A received value as a short text, for messages. */
export function shortened(raw: unknown): string {
  return cut(typeof raw === 'string' ? raw : (JSON.stringify(raw) ?? ''), LONGEST_SHOWN);
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
