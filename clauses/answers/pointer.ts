/** Longer names are nobody's; whoever sends them gets only their beginning back. */
const LONGEST_TOKEN = 100;
const LONGEST_SHOWN = 40;

/** A JSON Pointer (RFC 6901); of an overlong name it has only the beginning. */
export function pointerTo(path: readonly (string | number)[]): string {
  return path
    .map((part) => cut(String(part), LONGEST_TOKEN).replaceAll('~', '~0').replaceAll('/', '~1'))
    .map((token) => `/${token}`)
    .join('');
}

/** What somebody sent, short enough to be shown back. */
export function shortened(raw: unknown): string {
  return cut(typeof raw === 'string' ? raw : (JSON.stringify(raw) ?? ''), LONGEST_SHOWN);
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
