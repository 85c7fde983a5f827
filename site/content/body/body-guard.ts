import { refuseInvisibleCharacters } from '../source/invisible-characters.ts';
import { type FileRefusal, refusal } from '../source/refusals.ts';

/** The most signs of markup in one paragraph. Reading them costs the square of their number. */
const mostSigns = 400;

/** Refuses what would keep the parser busy for minutes, before it begins, and a body without text. */
export function refuseBody(source: string): readonly FileRefusal[] {
  if (source.trim() === '') return [refusal('emptyBody', 0, {})];
  const refusals: FileRefusal[] = [...refuseInvisibleCharacters(source)];
  let signs = 0;
  let lineStart = 0;
  for (const line of source.split('\n')) {
    const blank = line.trim() === '';
    const before = signs;
    signs = blank ? 0 : signs + (line.match(/[*_[\]<>`~]/g)?.length ?? 0);
    if (before <= mostSigns && signs > mostSigns) {
      refusals.push(refusal('tooMuchMarkup', lineStart, { limit: mostSigns }));
    }
    refusals.push(...refuseNesting(line, lineStart));
    lineStart += line.length + 1;
  }
  return refusals.slice(0, 5);
}

/** Quotes and lists within each other, in one line: neither is allowed, and each level costs another reading. */
const nesting = /^ *(>|[-+*](?= )|\d+[.)](?= )) *(?:>|[-+*] |\d+[.)] )/;

function refuseNesting(line: string, at: number): readonly FileRefusal[] {
  const marker = nesting.exec(line)?.[1];
  if (marker === undefined) return [];
  return [marker === '>' ? refusal('quote', at, {}) : refusal('generatedList', at, { marker })];
}
