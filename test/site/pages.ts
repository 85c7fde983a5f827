import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '..', '..', 'dist');

/** A built page: its address and its HTML. */
export interface BuiltPage {
  readonly address: string;
  readonly html: string;
}

/** Every page that the build has written. */
export const pages: readonly BuiltPage[] = globSync('**/*.html', { cwd: dist })
  .filter((file) => !file.startsWith('pagefind/'))
  .sort()
  .map((file) => ({
    address: `/${file.replace(/index\.html$/, '')}`,
    html: readFileSync(join(dist, file), 'utf8'),
  }));

/** Addresses of every file of the site, pages with their slash. */
export const files: ReadonlySet<string> = new Set([
  ...pages.map(({ address }) => address),
  ...globSync('**/*.*', { cwd: dist }).map((file) => `/${file}`),
]);

export function page(address: string): string {
  const found = pages.find((each) => each.address === address);
  if (found === undefined) throw new Error(`the build has no page ${address}`);
  return found.html;
}

/** The values of an attribute in a page. */
export function attributes(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&amp;', '&').replaceAll('&#38;', '&'),
  );
}
