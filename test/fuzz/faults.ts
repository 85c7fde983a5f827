import { STRICT_HEADERS } from '../../views/headers.ts';
import type { HttpReply, HttpRequest } from '../parity/client.ts';
import { MARKS } from './hostile-values.ts';

/** The faults of a reply that no request may cause; empty for a sound reply. */
export function faultsOf({ method }: HttpRequest, { status, headers, text }: HttpReply): readonly string[] {
  const type = String(headers['content-type'] ?? '');
  return [
    ...(status >= 500 ? [`status ${status}`] : []),
    ...Object.entries(STRICT_HEADERS).flatMap(([name, value]) =>
      headers[name.toLowerCase()] === value ? [] : [`header ${name}`],
    ),
    ...(headers['set-cookie'] === undefined ? [] : ['a cookie']),
    ...(MARKS.some((mark) => JSON.stringify(headers).includes(mark)) ? ['a header reflects'] : []),
    ...(type.startsWith('text/html') ? pageFaults(text, method) : []),
    ...(type.includes('json') ? jsonFaults(text, status, method) : []),
    ...(type === '' && text !== '' ? ['a body without a type'] : []),
  ];
}

function pageFaults(html: string, method: string): readonly string[] {
  if (method === 'HEAD') return [];
  return [
    ...MARKS.filter((mark) => html.includes(mark)).map((mark) => `the page reflects ${mark}`),
    ...(html.match(/<\/title>/g)?.length === 1 ? [] : ['not one title']),
    ...(html.trimEnd().endsWith('</html>') ? [] : ['the page does not end']),
    ...(html.includes('[object ') || html.includes('>undefined<') ? ['the page shows no word'] : []),
  ];
}

interface Refused {
  readonly status?: number;
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly {
    readonly pointer?: string;
    readonly parameter?: string;
    readonly detail?: string;
  }[];
}

function jsonFaults(text: string, status: number, method: string): readonly string[] {
  if (method === 'HEAD') return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return ['no JSON'];
  }
  if (status < 400) return [];
  const { status: stated, code, detail, errors = [] } = value as Refused;
  const named = errors.every((each) => (each.pointer ?? each.parameter) !== undefined && !!each.detail);
  return [
    ...(stated === status && code && detail ? [] : ['a problem without status, code or detail']),
    ...(named ? [] : ['an error that names no place']),
    ...(status === 422 && errors.length === 0 ? ['422 without errors'] : []),
  ];
}
