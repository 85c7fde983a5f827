import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Catalogue,
  type Dictionary,
  type FactDefinition,
  type PreparedCatalogue,
  prepareCatalogues,
} from '../../clauses/index.ts';
import { root } from '../../tools/run.ts';

/** A published place, with the facts and figures from which random applicants are drawn. */
export interface PublishedPlace {
  readonly slug: string;
  readonly prepared: PreparedCatalogue;
  readonly dictionary: Dictionary;
  /** The facts that clauses of the place and the places above it read, by subject; none for a list that is only counted. */
  readonly read: ReadonlyMap<string, readonly FactDefinition[]>;
  /** The numbers in its clauses, as decimals: values near them decide. */
  readonly numbers: readonly string[];
}

interface Jurisdiction {
  readonly slug: string;
  readonly parent?: string;
}

function published<T>(tree: string, path: string): T {
  return JSON.parse(readFileSync(join(tree, 'dist', 'data', path), 'utf8')) as T;
}

/** Every place that a tree has published, including those without clauses of their own. */
export function publishedPlaces(tree: string = root): readonly PublishedPlace[] {
  const dictionary = published<Dictionary>(tree, 'facts.json');
  const places = published<readonly Jurisdiction[]>(tree, 'jurisdictions.json');
  return places.map(({ slug }) => placeOf(tree, slug, dictionary, places));
}

function placeOf(
  tree: string,
  slug: string,
  dictionary: Dictionary,
  places: readonly Jurisdiction[],
): PublishedPlace {
  const chain: string[] = [];
  for (let at: string | undefined = slug; at !== undefined; at = parentOf(at, places)) chain.push(at);
  const catalogues = chain
    .filter((each) => existsSync(join(tree, 'dist', 'data', 'catalogues', `${each}.json`)))
    .map((each) => published<Catalogue>(tree, `catalogues/${each}.json`));
  return placeOfCatalogues(slug, dictionary, catalogues);
}

/** A place whose chain has these catalogues. */
export function placeOfCatalogues(
  slug: string,
  dictionary: Dictionary,
  catalogues: readonly Catalogue[],
): PublishedPlace {
  const text = JSON.stringify(catalogues.map(({ policies }) => policies));
  return {
    slug,
    dictionary,
    prepared: prepareCatalogues(dictionary, catalogues),
    read: factsRead(text, dictionary),
    numbers: numbersIn(text),
  };
}

function parentOf(slug: string, places: readonly Jurisdiction[]): string | undefined {
  return places.find((place) => place.slug === slug)?.parent;
}

function factsRead(catalogues: string, { facts, subjects }: Dictionary): PublishedPlace['read'] {
  const named = (key: string, id: string): boolean => catalogues.includes(`"${key}":"${id}"`);
  const groups = subjects.map(({ id, list }) => {
    const own = facts.filter((fact) => fact.subject === id && named('fact', fact.id));
    return [id, own, own.length > 0 || (list && named('list', id))] as const;
  });
  return new Map(groups.filter(([, , isRead]) => isRead).map(([id, own]) => [id, own]));
}

/** Thresholds, caps and rates: every number literal of the language. */
function numbersIn(catalogues: string): readonly string[] {
  const found = catalogues.matchAll(/"op":"number","value":"(\d{1,12}(?:\.\d{1,2})?)"/g);
  return [...new Set(Array.from(found, ([, value = '0']) => value))];
}
