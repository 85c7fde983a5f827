import { chainOf, type PlaceNode, placeName } from '../views/places.ts';
import { NOT_STATED } from '../views/wording/labels.ts';
import type { LoadedPolicy } from './content/load.ts';
import { byYear, yearOf } from './year.ts';

/** One way of listing documents, as a page that works without scripts. */
export interface Facet {
  /** In the address: `place`, `topic`, `year`, `issuer`. */
  readonly name: string;
  /** 地方, 主题, 年份, 发文机关. */
  readonly label: string;
  readonly values: readonly FacetValue[];
}

/** One value of a facet with its documents, the newest first. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
  /** `/browse/topic/技术改造/` */
  readonly address: string;
  /** Depth in the tree of places; 0 elsewhere. */
  readonly depth: number;
  readonly policies: readonly LoadedPolicy[];
}

/** The year in addresses of documents that state none. */
const NO_YEAR = 'none';

/**
 * All static lists. A place lists its own documents, those of the places below it, and those from above that reach it;
 * there is one page for each place, topic, year and issuer that has any, so they grow with those and not with documents.
 */
export function facetsOf(policies: readonly LoadedPolicy[], places: readonly PlaceNode[]): readonly Facet[] {
  const chain = (slug: string): readonly string[] => chainOf(places, slug).map((place) => place.slug);
  const concerns = (slug: string, own: string): boolean =>
    chain(own).includes(slug) || chain(slug).includes(own);
  const listed = places.filter(({ slug }) =>
    policies.some(({ policy }) => concerns(slug, policy.jurisdiction)),
  );
  const values = (name: string, of: (loaded: LoadedPolicy) => readonly string[]): readonly FacetValue[] =>
    [...new Set(policies.flatMap(of))].sort().map((value) =>
      facetValue(
        name,
        value,
        value,
        policies.filter((loaded) => of(loaded).includes(value)),
      ),
    );
  const years = values('year', ({ policy }) => [yearOf(policy) ?? NO_YEAR]);
  return [
    {
      name: 'place',
      label: '地方',
      values: listed.map(({ slug }) => ({
        ...facetValue(
          'place',
          slug,
          placeName(places, slug),
          policies.filter(({ policy }) => concerns(slug, policy.jurisdiction)),
        ),
        depth: chain(slug).length - 1,
      })),
    },
    { name: 'topic', label: '主题', values: values('topic', ({ policy }) => policy.topics) },
    {
      name: 'year',
      label: '年份',
      values: [...years].reverse().map((year) => ({
        ...year,
        label: year.value === NO_YEAR ? `年份${NOT_STATED}` : `${year.value} 年`,
      })),
    },
    { name: 'issuer', label: '发文机关', values: values('issuer', ({ policy }) => policy.issuers) },
  ];
}

/** Documents by their places in the order of the tree, the newest of a place first. */
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
