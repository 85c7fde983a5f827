import { comparedForm } from '../../text/normalize.ts';
import { type Finding, finding } from '../issues/finding.ts';
import type { MarkedBody } from '../schema/body.ts';

/** A mobile number, or the number of an identity card (GB 11643): of a person, unlike the telephone of an office. */
const PERSONAL =
  /(?<![\d.-])(?:1[3-9]\d-?\d{4}-?\d{4}|[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx])(?![\d.-])/g;

/** Numbers of persons outside `<Private>`: they would stand in the search, the data and the downloads. */
export function checkContacts({ unmarked, marks }: MarkedBody): Finding[] {
  const hidden = marks.flatMap(({ kind, text }) => (kind === 'Private' ? [comparedForm(text)] : []));
  return unmarked.flatMap(({ text, offset }) =>
    (comparedForm(text).match(PERSONAL) ?? [])
      .filter((number) => !hidden.some((each) => each.includes(number)))
      .map((number) => finding('personalNumber', { offset }, { number })),
  );
}
