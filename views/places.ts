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

/** The places of a list by their slugs: a list is asked for thousands of chains and never changed. */
const bySlug = new WeakMap<readonly PlaceNode[], ReadonlyMap<string, PlaceNode>>();

function placesBySlug(places: readonly PlaceNode[]): ReadonlyMap<string, PlaceNode> {
  const known = bySlug.get(places) ?? new Map(places.map((place) => [place.slug, place]));
  bySlug.set(places, known);
  return known;
}

/** A place and the places above it, from below upwards; empty when there is no such place. */
export function chainOf(places: readonly PlaceNode[], slug: string): readonly PlaceNode[] {
  const known = placesBySlug(places);
  const chain: PlaceNode[] = [];
  for (let at: string | undefined = slug; at !== undefined; at = chain.at(-1)?.parent) {
    const found = known.get(at);
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

/** Every place in its published order; `withClauses` are the places that have a catalogue of their own. */
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
