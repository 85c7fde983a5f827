import type { Finding } from '../issues/finding.ts';
import type { MarkedBody } from '../schema/body.ts';
import type { AuthoredHead } from '../schema/policy.ts';
import { checkBounds } from './bounds.ts';
import { checkNumber } from './document-number.ts';
import { checkPeriod } from './period.ts';
import { checkStatedDates } from './stated-dates.ts';

/** Compares the document number, the dates, the period and the defined bound words of a policy with its text. */
export function auditHead(head: AuthoredHead, body: MarkedBody): readonly Finding[] {
  return [
    ...checkNumber(head, body),
    ...checkPeriod(head, body),
    ...checkBounds(head, body),
    ...checkStatedDates(head, body),
  ];
}
