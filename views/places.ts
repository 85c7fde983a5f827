/** A place of the tree 省 > 市 > 县, as published. */
export interface PlaceNode {
  readonly slug: string;
  readonly name: string;
  /** Slug of the place above. */
  readonly parent?: string;
}

/** A place that can be chosen. */
export interface PlaceOption {
  readonly slug: string;
  /** With the places above it: 江西省赣州市龙南市. */
  readonly name: string;
  /** Whether it or a place above it has clauses. */
  readonly hasClauses: boolean;
}

/** The position of each slug in a list of places. Cached, because one build asks the same list for thousands of chains. */
const positions = new WeakMap<readonly PlaceNode[], ReadonlyMap<string, number>>();

function positionsOf(places: readonly PlaceNode[]): ReadonlyMap<string, number> {
  const cached = positions.get(places) ?? new Map(places.map(({ slug }, index) => [slug, index]));
  positions.set(places, cached);
  return cached;
}

/**
 * A place and the places above it, from below upwards; empty when there is no such place. The list must not change
 * between calls.
 */
export function chainOf<Place extends PlaceNode>(places: readonly Place[], slug: string): readonly Place[] {
  const known = positionsOf(places);
  const chain: Place[] = [];
  for (let at: string | undefined = slug; at !== undefined; at = chain.at(-1)?.parent) {
    const found = places[known.get(at) ?? -1];
    if (found === undefined || chain.includes(found)) break;
    chain.push(found);
  }
  return chain;
}

/** The full name of a place: 江西省赣州市龙南市. */
export function placeName(places: readonly PlaceNode[], slug: string): string {
  return chainOf(places, slug)
    .map(({ name }) => name)
    .reverse()
    .join('');
}

/** Every place in its published order. `withClauses` has the slugs of the places with a catalogue of their own. */
export function placeOptions(
  places: readonly PlaceNode[],
  withClauses: ReadonlySet<string>,
): readonly PlaceOption[] {
  return places.map(({ slug }) => ({
    slug,
    name: placeName(places, slug),
    hasClauses: chainOf(places, slug).some((place) => withClauses.has(place.slug)),
  }));
}
