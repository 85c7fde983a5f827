import { type Finding, finding } from '../issues/finding.ts';
import type { MarkedBody } from '../schema/body.ts';
import type { AuthoredHead } from '../schema/policy.ts';

/** A line that is a document number: 龙办发〔2022〕40号, with any brackets. */
const NUMBER_LINE = /^\p{Script=Han}{2,}[〔［[（(【]\d{4}[〕］\])）】]第?\d+号$/u;

/** Compares the document number with the one that the text has as a line of its own; remarks on other brackets than 〔〕. */
export function checkDocumentNumber({ documentNumber }: AuthoredHead, { text }: MarkedBody): Finding[] {
  const [found, ...others] = text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ''))
    .filter((line) => NUMBER_LINE.test(line));
  const findings: Finding[] = [];
  const given = documentNumber?.replace(/\s+/g, '');
  if (found !== undefined && given !== found && !others.includes(given ?? '')) {
    const path = documentNumber === undefined ? [] : ['documentNumber'];
    findings.push(finding('numberDiffers', { path }, { given: documentNumber, found }));
  }
  if (given !== undefined && !/〔\d{4}〕/.test(given))
    findings.push(finding('numberBrackets', { path: ['documentNumber'] }, { given }));
  return findings;
}
