import { resolve } from 'node:path';
import { type Mutation, mutate } from '../mutate/mutate-policy.ts';
import { findPolicies, readSource } from './content-files.ts';
import { contextOf } from './load-content.ts';
import { readTables } from './tables.ts';

/** Mutates the policies of a content folder that has no errors, or the one policy of a file. */
export function mutateContent(folder = 'content', file?: string): readonly Mutation[] {
  const { tables } = readTables(folder);
  return findPolicies(folder)
    .policies.filter(({ path }) => file === undefined || resolve(path) === resolve(file))
    .flatMap((place) => {
      const read = readSource(place.path);
      const context = contextOf(place, tables);
      return 'code' in read || context === undefined ? [] : (mutate(read.source, context) ?? []);
    });
}
