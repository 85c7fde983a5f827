import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { OPEN_DATA_HEADERS, STRICT_HEADERS } from '../views/headers.ts';

/** Writes `_headers`, so that static files get the same headers as the replies of the worker. */
export function headersFile(): AstroIntegration {
  return {
    name: 'huice-headers',
    hooks: {
      'astro:build:done': ({ dir }) => writeFileSync(fileURLToPath(new URL('_headers', dir)), headersText()),
    },
  };
}

function headersText(): string {
  return [section('/*', STRICT_HEADERS), section('/data/*', OPEN_DATA_HEADERS)].join('\n');
}

function section(path: string, headers: Readonly<Record<string, string>>): string {
  return `${path}\n${Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('')}`;
}
