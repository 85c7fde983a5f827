/** Matches white space, the only part of a text that is not compared. */
export function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}

/**
 * A transcription without its marks: `#` before headings, `**` around bold, `- ` before 附件. They are the
 * transcriber's, not characters of the document.
 */
export function withoutTranscription(source: string): string {
  return source
    .replace(/^#{1,6} /gm, '')
    .replaceAll('**', '')
    .replace(/^- (?=附件)/gm, '');
}

/** The first difference of two texts, with the text around it; empty where there is none. */
export function firstDifference(source: string, published: string): string {
  if (source === published) return '';
  let at = 0;
  while (at < source.length && source[at] === published[at]) at += 1;
  const around = (text: string): string =>
    `…${text.slice(Math.max(0, at - 20), at)}【${text.slice(at, at + 20)}】…`;
  return `at character ${at}\n  source:    ${around(source)}\n  published: ${around(published)}`;
}

/** Every run of digits, in order. */
export function digitRuns(text: string): readonly string[] {
  return text.match(/\p{Nd}+/gu) ?? [];
}

/** The lines of metadata above a text, by their names, and the text below them. */
export function withMetadata(source: string): {
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly text: string;
} {
  const [address = '', ...lines] = source.split('\n');
  const end = lines.findIndex((line) => line.trim() === '');
  const fields = lines.slice(0, end).map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [squeezed(line.slice(0, colon)), line.slice(colon + 1).trim()];
  });
  return { address, fields: Object.fromEntries(fields), text: lines.slice(end).join('\n') };
}
