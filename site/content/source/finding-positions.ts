import type { FindingPositions } from './content-issue.ts';
import type { ParsedYaml } from './yaml.ts';

/** Offsets in a file at which its YAML and its body begin. A table is YAML only and has no body. */
interface Layout {
  readonly yamlAt: number;
  readonly body: string;
  readonly bodyAt: number;
}

/** Maps the places of findings (a path in the YAML, or an offset in the body) to offsets in the file. */
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

/**
 * A finding names the start of a passage. Where its message quotes words (“……”) that occur later in the same paragraph,
 * the offset of those words is more precise.
 */
function quotedFrom(body: string, offset: number, message: string): number {
  const end = body.indexOf('\n\n', offset);
  const paragraph = body.slice(offset, end === -1 ? undefined : end);
  for (const [, quoted = ''] of message.matchAll(/“([^”]+)”/g)) {
    const at = paragraph.indexOf(quoted);
    if (at !== -1) return offset + at;
  }
  return offset;
}
