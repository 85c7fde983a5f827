import type { Finding } from '../issues/finding.ts';
import type { MarkedBody } from '../schema/body.ts';
import type { AuthoredHead } from '../schema/policy.ts';
import { checkDefinedBounds } from './defined-bounds.ts';
import { checkDocumentNumber } from './document-number.ts';
import { checkPeriod } from './period.ts';
import { checkStatedDates } from './stated-dates.ts';

/** Compares the head of a policy with its text: document number, period of validity, defined bound words and dates. */
export function auditHead(head: AuthoredHead, body: MarkedBody): readonly Finding[] {
  return [
    ...checkDocumentNumber(head, body),
    ...checkPeriod(head, body),
    ...checkDefinedBounds(head, body),
    ...checkStatedDates(head, body),
  ];
}
