import {
  type Catalogue,
  type Dictionary,
  type PreparedCatalogue,
  prepareCatalogues,
} from '../../clauses/index.ts';
import { chainOf } from '../../views/places.ts';
import { type Published, type PublishedJurisdiction, Unpublished } from './published.ts';

/** A place with everything that a check there needs. */
export interface ServedPlace {
  readonly jurisdiction: PublishedJurisdiction;
  readonly dictionary: Dictionary;
  /** The clauses of the place and of the places above it. */
  readonly prepared: PreparedCatalogue;
}

/** Finds a place by its slug; `undefined` when there is none. */
export type FindPlace = (slug: string) => Promise<ServedPlace | undefined>;

/** How many prepared catalogues are cached; the oldest is dropped first. */
const MOST_PREPARED = 64;

/** Reads the catalogues of a place and of the places above it, and prepares them once per combination of hashes. */
export function createPlaces(published: Published): FindPlace {
  const kept = new WeakMap<Dictionary, Map<string, PreparedCatalogue>>();

  function prepared(dictionary: Dictionary, chain: readonly Catalogue[]): PreparedCatalogue {
    const ofDictionary = kept.get(dictionary) ?? new Map<string, PreparedCatalogue>();
    kept.set(dictionary, ofDictionary);
    const key = chain.map(({ hash }) => hash).join(' ');
    const found = ofDictionary.get(key) ?? prepareCatalogues(dictionary, chain);
    ofDictionary.set(key, found);
    const [oldest] = ofDictionary.keys();
    if (ofDictionary.size > MOST_PREPARED && oldest !== undefined) ofDictionary.delete(oldest);
    return found;
  }

  return async (slug) => {
    const [jurisdictions, dictionary] = await Promise.all([
      published.loadJurisdictions(),
      published.loadFacts(),
    ]);
    const chain = chainOf(jurisdictions, slug);
    const [jurisdiction] = chain;
    if (jurisdiction === undefined) return undefined;
    const catalogues = await Promise.all(chain.map((place) => catalogueOf(published, place)));
    const present = catalogues.filter((catalogue) => catalogue !== undefined);
    return { jurisdiction, dictionary, prepared: prepared(dictionary, present) };
  };
}

/** The catalogue of a place; throws {@link Unpublished} where the site lists clauses of it and publishes no catalogue. */
async function catalogueOf(
  published: Published,
  { slug }: PublishedJurisdiction,
): Promise<Catalogue | undefined> {
  const catalogue = await published.loadCatalogue(slug);
  if (catalogue !== undefined) return catalogue;
  const policies = await published.loadPolicies();
  if (policies.some(({ jurisdiction, clauses }) => jurisdiction === slug && clauses > 0))
    throw new Unpublished(
      `/data/catalogues/${slug}.json`,
      'is not published, although the place has clauses',
    );
  return undefined;
}
