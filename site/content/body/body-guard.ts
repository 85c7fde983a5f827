import { refuseInvisibleCharacters } from '../source/invisible-characters.ts';
import { type FileRefusal, refusal } from '../source/refusals.ts';

/** The most markup characters in one paragraph. The parser's cost is quadratic in their number. */
const mostMarkup = 400;

/** Refuses an empty body, invisible characters, and markup that would keep the parser busy for minutes. Returns at most five. */
export function refuseBody(source: string): readonly FileRefusal[] {
  if (source.trim() === '') return [refusal('emptyBody', 0, {})];
  const refusals: FileRefusal[] = [...refuseInvisibleCharacters(source)];
  let count = 0;
  let lineStart = 0;
  for (const line of source.split('\n')) {
    const blank = line.trim() === '';
    const before = count;
    count = blank ? 0 : count + markupIn(line);
    if (before <= mostMarkup && count > mostMarkup) {
      refusals.push(refusal('tooMuchMarkup', lineStart, { limit: mostMarkup }));
    }
    refusals.push(...refuseNesting(line, lineStart));
    lineStart += line.length + 1;
  }
  return refusals.slice(0, 5);
}

/** The markup characters of a line: of marks and escapes, and that of a list at its start. */
function markupIn(line: string): number {
  return (line.match(/[*_[\]<>`~\\]/g)?.length ?? 0) + (/^ *(?:[-+]|\d+[.)]) /.test(line) ? 1 : 0);
}

/** Nested quotes and lists in one line. Neither is allowed, and the parser reads the line again for each level. */
const nesting = /^ *(>|[-+*](?= )|\d+[.)](?= )) *(?:>|[-+*] |\d+[.)] )/;

function refuseNesting(line: string, at: number): readonly FileRefusal[] {
  const marker = nesting.exec(line)?.[1];
  if (marker === undefined) return [];
  return [marker === '>' ? refusal('quote', at, {}) : refusal('generatedList', at, { marker })];
}
