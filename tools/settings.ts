import { parseDate } from '../clauses/index.ts';
import { DAY_VARIABLE } from '../site/content/load/today.ts';

/** The environment variables that commands read: what each may be. Returns what is wrong, in a sentence. */
const SETTINGS: Readonly<Record<string, (value: string) => string | undefined>> = {
  PORT: (value) =>
    /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535
      ? undefined
      : 'must be a number from 1 to 65535, for example PORT=9000',
  HUICE_SITE: (value) =>
    isOrigin(value)
      ? undefined
      : 'must be the public address of the site without a path, for example HUICE_SITE=https://www.example.gov.cn',
  [DAY_VARIABLE]: (value) =>
    parseDate(value) === undefined ? 'must be a date, for example HUICE_DAY=2026-12-01' : undefined,
};

function isOrigin(value: string): boolean {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) return false;
  const { origin } = new URL(value);
  return value === origin || value === `${origin}/`;
}

/** What is wrong with the environment variables of these names that are set; a sentence for each. */
export function wrongSettings(names: readonly string[], environment = process.env): readonly string[] {
  return names.flatMap((name) => {
    const value = environment[name];
    const wrong = value === undefined ? undefined : SETTINGS[name]?.(value);
    return wrong === undefined ? [] : [`${name}=${value} cannot be used: it ${wrong}.`];
  });
}

/** Ends the process with a sentence for each of these environment variables that cannot be used. */
export function refuseSettings(...names: readonly string[]): void {
  const wrong = wrongSettings(names);
  for (const sentence of wrong) console.error(sentence);
  if (wrong.length > 0) process.exit(1);
}
