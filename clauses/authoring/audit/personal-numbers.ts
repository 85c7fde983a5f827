import { normalizedForm } from '../../text/normalize.ts';
import { type Finding, finding } from '../issues/finding.ts';
import type { AuditContext } from './context.ts';

/** A mobile number or the number of an identity card (GB 11643). An office's landline is not personal. */
const PERSONAL =
  /(?<![\d.-])(?:1[3-9]\d-?\d{4}-?\d{4}|[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx])(?![\d.-])/g;

/** Reports personal numbers outside `<Private>`: search, data and downloads would publish them. */
export function checkPersonalNumbers({ body: { unmarked, marks } }: AuditContext): Finding[] {
  const hidden = marks.flatMap(({ kind, text }) => (kind === 'Private' ? [normalizedForm(text)] : []));
  return unmarked.flatMap(({ text, offset }) =>
    (normalizedForm(text).match(PERSONAL) ?? [])
      .filter((number) => !hidden.some((each) => each.includes(number)))
      .map((number) => finding('personalNumber', { offset }, { number })),
  );
}
