import { chainOf, type PlaceNode, placeName } from '../views/places.ts';
import { COLUMNS } from '../views/wording/columns.ts';
import { sayDocumentYear } from '../views/wording/labels.ts';
import type { LoadedPolicy } from './content/load/load-content.ts';
import { byYear, yearOf } from './year.ts';

/** A criterion by which documents are listed, with pages that work without scripts. */
export interface Facet {
  /** The name in the address: `place`, `topic`, `year` or `issuer`. */
  readonly name: string;
  /** The label: 地方, 主题, 年份 or 发文机关. */
  readonly label: string;
  readonly values: readonly FacetValue[];
}

/** A value of a facet with its documents, the newest first. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
  /** `/browse/topic/技术改造/` */
  readonly address: string;
  /** Depth in the tree of places, from 0; 0 for other facets. */
  readonly depth: number;
  /** The parent in the tree of places. */
  readonly parent?: string;
  readonly policies: readonly LoadedPolicy[];
}

/** The year in the address of documents that state no year. */
const NO_YEAR = 'none';

/**
 * All static lists of documents. A place lists its own documents, those of the places below it, and those of the places
 * above it, which also apply there. There is one page for each place, topic, year and issuer that has a document, so the
 * number of pages grows with these and not with the documents.
 */
export function facetsOf(policies: readonly LoadedPolicy[], places: readonly PlaceNode[]): readonly Facet[] {
  const concerning = byPlace(policies, places);
  const values = (name: string, of: (loaded: LoadedPolicy) => readonly string[]): readonly FacetValue[] =>
    [...grouped(policies, of)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, listed]) => facetValue(name, value, value, listed));
  const years = values('year', ({ policy }) => [yearOf(policy) ?? NO_YEAR]);
  return [
    {
      name: 'place',
      label: COLUMNS.place,
      values: places.flatMap(({ slug, parent }) => {
        const listed = concerning.get(slug);
        if (listed === undefined) return [];
        const value = facetValue('place', slug, placeName(places, slug), listed);
        const depth = chainOf(places, slug).length - 1;
        return [{ ...value, depth, ...(parent === undefined ? {} : { parent }) }];
      }),
    },
    { name: 'topic', label: COLUMNS.topic, values: values('topic', ({ policy }) => policy.topics) },
    {
      name: 'year',
      label: COLUMNS.year,
      values: [...years].reverse().map((year) => ({
        ...year,
        label: sayDocumentYear(year.value === NO_YEAR ? undefined : year.value),
      })),
    },
    { name: 'issuer', label: COLUMNS.issuer, values: values('issuer', ({ policy }) => policy.issuers) },
  ];
}

/** Groups documents by the values that `of` returns for them. */
function grouped(
  policies: readonly LoadedPolicy[],
  of: (loaded: LoadedPolicy) => readonly string[],
): ReadonlyMap<string, readonly LoadedPolicy[]> {
  const found = new Map<string, LoadedPolicy[]>();
  for (const loaded of policies) {
    for (const name of new Set(of(loaded))) {
      const listed = found.get(name);
      if (listed === undefined) found.set(name, [loaded]);
      else listed.push(loaded);
    }
  }
  return found;
}

/** The documents that concern each place: its own, those of places below it and those of places above it. */
function byPlace(
  policies: readonly LoadedPolicy[],
  places: readonly PlaceNode[],
): ReadonlyMap<string, readonly LoadedPolicy[]> {
  const chain = (slug: string): readonly string[] => chainOf(places, slug).map((place) => place.slug);
  const within = grouped(policies, ({ policy }) => chain(policy.jurisdiction));
  const own = grouped(policies, ({ policy }) => [policy.jurisdiction]);
  return new Map(
    places.flatMap(({ slug }) => {
      const above = chain(slug).slice(1);
      const listed = [...(within.get(slug) ?? []), ...above.flatMap((place) => own.get(place) ?? [])];
      return listed.length === 0 ? [] : [[slug, listed] as const];
    }),
  );
}

/** Up to this number of values, every page of a facet links to all of them. */
const MOST_OTHERS = 60;

/** The values that the page of a value links to: all of them, or its neighbours in a long tree of places. */
export function othersOf({ values }: Facet, { value, parent }: FacetValue): readonly FacetValue[] {
  if (values.length <= MOST_OTHERS) return values;
  return values.filter(
    (other) =>
      other.value === value ||
      other.parent === value ||
      other.value === parent ||
      (parent !== undefined && other.parent === parent),
  );
}

/** Groups documents by place in the order of the tree, the newest of a place first. */
export function inOrderOfPlaces(
  policies: readonly LoadedPolicy[],
  places: readonly PlaceNode[],
): readonly LoadedPolicy[] {
  const order = new Map(places.map(({ slug }, index) => [slug, index]));
  const placeOf = ({ policy }: LoadedPolicy): number => order.get(policy.jurisdiction) ?? places.length;
  return [...policies].sort((a, b) => placeOf(a) - placeOf(b) || byYear(a.policy, b.policy));
}

function facetValue(
  name: string,
  value: string,
  label: string,
  policies: readonly LoadedPolicy[],
): FacetValue {
  return {
    value,
    label,
    address: `/browse/${name}/${value}/`,
    depth: 0,
    policies: [...policies].sort((a, b) => byYear(a.policy, b.policy)),
  };
}
