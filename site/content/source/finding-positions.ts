import type { FindingPositions } from './content-issue.ts';
import type { ParsedYaml } from './yaml.ts';

/** Where the YAML and the body of a file begin. A table has no body. */
interface Layout {
  readonly yamlAt: number;
  readonly body: string;
  readonly bodyAt: number;
}

/** The places of findings in a file. */
export function findingPositions(
  yaml: ParsedYaml,
  { yamlAt, body, bodyAt }: Layout = { yamlAt: 0, body: '', bodyAt: 0 },
): FindingPositions {
  return {
    offsetOf: (place, message) =>
      'path' in place ? yamlAt + yaml.offsetOf(place.path) : bodyAt + quotedFrom(body, place.offset, message),
    spanOf: (place) => {
      const span = 'path' in place ? yaml.spanOf(place.path) : undefined;
      return span === undefined ? undefined : { start: span.start + yamlAt, end: span.end + yamlAt };
    },
  };
}

/** Findings name the start of a passage: the words that their message quotes are further on in its paragraph. */
function quotedFrom(body: string, offset: number, message: string): number {
  const end = body.indexOf('\n\n', offset);
  const paragraph = body.slice(offset, end === -1 ? undefined : end);
  for (const [, quoted = ''] of message.matchAll(/“([^”]+)”/g)) {
    const at = paragraph.indexOf(quoted);
    if (at !== -1) return offset + at;
  }
  return offset;
}
