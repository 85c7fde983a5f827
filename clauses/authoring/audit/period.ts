import { normalizedForm } from '../../text/normalize.ts';
import { lastDay, monthsOf } from '../compile/head.ts';
import { type Finding, finding } from '../issues/finding.ts';
import type { MarkedBody } from '../schema/body.ts';
import type { AuthoredHead } from '../schema/policy.ts';

/** A sentence about the document itself, and not about a certificate or a patent. */
const ABOUT_DOCUMENT =
  /起(?:正式)?(?:试行|施行|实施|执行|生效)|本[^,。;:]{1,30}(?:有效|试行|失效|废止|执行|施行|实施)/;
const DURATION = '(?<![\\d年月])(\\d{1,2}|[一二两三四五六七八九十]{1,3})(年|个月)(?![度初底末份])';
const LASTS =
  /有效期(?:限)?(?:为|是|:|暂定|定为)?(?:[\d一二两三四五六七八九十]{1,3}(?:年|个月)|至|到|自|截至)|试行(?:期)?(?:限)?(?:为|是|:)?[\d一二两三四五六七八九十]{1,3}(?:年|个月)|失效|自动废止|\d{4}年\d{1,2}月\d{1,2}日(?:止|废止|有效)/;
const VALIDITY = /有效|试行|暂行|施行|实施|执行/g;
/** The maximum number of characters between 有效期 and its duration. */
const REACH = 40;

/** Compares the period of validity with the text, in both directions. */
export function checkPeriod(authored: AuthoredHead, { text }: MarkedBody): Finding[] {
  const form = normalizedForm(text);
  return [...checkValidFor(authored, form), ...checkMissing(authored, text.split('\n').map(normalizedForm))];
}

function checkValidFor(authored: AuthoredHead, text: string): Finding[] {
  const { validFor, effectiveTo } = authored;
  if (validFor === undefined) return [];
  const path = ['validFor'];
  const months = monthsOf(validFor);
  if (months === undefined) return [finding('validForUnit', { path }, { given: validFor })];
  const computed = lastDay({ ...authored, effectiveTo: undefined });
  const hasNoStart = effectiveTo === undefined && computed === undefined;
  const findings: Finding[] = durationsIn(text).includes(months)
    ? []
    : [finding('validForNotInText', { path }, { given: validFor })];
  if (hasNoStart && findings.length === 0)
    findings.push(finding('validForUnplaced', { path }, { given: validFor }));
  if (effectiveTo !== undefined && computed !== undefined && effectiveTo !== computed)
    findings.push(finding('validForDiffers', { path: ['effectiveTo'] }, { effectiveTo, computed, validFor }));
  return findings;
}

/** Every duration after 有效期, 试行 … in the same sentence, in months. */
function durationsIn(text: string): (number | undefined)[] {
  return [...text.matchAll(VALIDITY)].flatMap(({ index }) => {
    const [rest = ''] = text.slice(index, index + REACH).split('。');
    return [...rest.matchAll(new RegExp(DURATION, 'g'))].map(([duration]) => monthsOf(duration));
  });
}

function checkMissing(
  { effectiveTo, validFor, planYears }: AuthoredHead,
  lines: readonly string[],
): Finding[] {
  if (effectiveTo !== undefined || validFor !== undefined) return [];
  const sentence = lines
    .flatMap((line) => line.split('。'))
    .find((each) => ABOUT_DOCUMENT.test(each) && LASTS.test(each));
  if (sentence !== undefined) return [finding('periodMissing', { path: ['title'] }, { sentence })];
  return planYears === undefined ? [finding('noPeriod', { path: ['title'] }, {})] : [];
}
