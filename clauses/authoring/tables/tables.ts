import { nearestSpelling } from '../../answers/spelling.ts';
import { parseLiteral } from '../../text/literal.ts';
import { normalizedForm } from '../../text/normalize.ts';
import { UNIT_NAMES } from '../../text/units.ts';
import type { Jurisdiction } from '../compile/policy.ts';
import type { Indicator } from '../compile/targets.ts';
import { type Finding, finding } from '../issues/finding.ts';
import { indicatorsSchema, jurisdictionsSchema, type Terms, termsSchema } from '../schema/tables.ts';
import { checkShape } from '../shape/shape.ts';
import { checkUniqueIds, type ReadTable } from './dictionary.ts';

/** Reads `jurisdictions.yaml`. Slugs and codes are unique, parents exist and form no loop. Never throws. */
export function readJurisdictions(raw: unknown): ReadTable<readonly Jurisdiction[]> {
  const result = checkShape(jurisdictionsSchema, raw);
  if (!('value' in result)) return { findings: result.findings };
  const value = result.value.map(({ slug, name, code, parent }) => ({
    slug,
    name,
    code,
    ...(parent === undefined ? {} : { parent }),
  }));
  const findings = [
    ...checkUniqueIds(value.map(({ slug }, index) => ({ id: slug, path: [index, 'slug'] }))),
    ...checkUniqueIds(value.map(({ code }, index) => ({ id: code, path: [index, 'code'] }))),
    ...value.flatMap((each, index) => checkParent(each, index, value)),
  ];
  return findings.length > 0 ? { findings } : { value, findings };
}

function checkParent({ slug, parent }: Jurisdiction, index: number, all: readonly Jurisdiction[]): Finding[] {
  if (parent === undefined) return [];
  const path = [index, 'parent'];
  const slugs = all.map((each) => each.slug);
  if (!slugs.includes(parent))
    return [
      finding('unknownJurisdiction', { path }, { slug: parent, nearest: nearestSpelling(parent, slugs) }),
    ];
  return leadsTo(parent, slug, all) ? [finding('parentLoop', { path }, { slug })] : [];
}

function leadsTo(from: string, goal: string, all: readonly Jurisdiction[]): boolean {
  const seen = new Set<string>();
  let slug: string | undefined = from;
  while (slug !== undefined && !seen.has(slug)) {
    if (slug === goal) return true;
    seen.add(slug);
    const here: string = slug;
    slug = all.find((each) => each.slug === here)?.parent;
  }
  return false;
}

/** Reads `indicators.yaml`. Ids are unique. Never throws. */
export function readIndicators(raw: unknown): ReadTable<readonly Indicator[]> {
  const result = checkShape(indicatorsSchema, raw);
  if (!('value' in result)) return { findings: result.findings };
  const findings = checkUniqueIds(result.value.map(({ id }, index) => ({ id, path: [index, 'id'] })));
  return findings.length > 0 ? { findings } : { value: result.value, findings };
}

/**
 * Whether a word is an amount, a number, a unit or a bound word. To protect it would hide it from the audit
 * everywhere.
 */
function isFigure(word: string): boolean {
  const form = normalizedForm(word);
  const isBound =
    /^(?:[及或]?以[上下内]|不?超过|不?[高低]于|不[少大]于|不[满足]|达到?|最[高低多少]|每年|一次性|可|应当?)$/;
  return (
    form.length < 2 ||
    /^[\d.,:%‰]+[百千]?[万亿]?$/.test(form) ||
    /^[百千]?[万亿]元?$/.test(form) ||
    UNIT_NAMES.includes(form) ||
    parseLiteral(form) !== undefined ||
    isBound.test(form)
  );
}

/** Reads `terms.yaml`. Protected words are unique and not figures. Never throws. */
export function readTerms(raw: unknown): ReadTable<Terms> {
  const result = checkShape(termsSchema, raw);
  if (!('value' in result)) return { findings: result.findings };
  const words = result.value.protected;
  const findings = [
    ...checkUniqueIds(words.map((id, index) => ({ id, path: ['protected', index] }))),
    ...words.flatMap((word, index) =>
      isFigure(word) ? [finding('protectedFigure', { path: ['protected', index] }, { word })] : [],
    ),
  ];
  return findings.length > 0 ? { findings } : { value: result.value, findings };
}
