import { resolve } from 'node:path';
import { type MutationOutcome, mutatePolicy } from '../mutate/mutate-policy.ts';
import { findPolicies, readSource } from './content-files.ts';
import { policyContext } from './load-content.ts';
import { readTables } from './tables.ts';

/** Mutates the policies of a content folder without errors, or only the policy of one file. */
export function mutateContent(folder = 'content', file?: string): readonly MutationOutcome[] {
  const { tables } = readTables(folder);
  return findPolicies(folder)
    .policies.filter(({ path }) => file === undefined || resolve(path) === resolve(file))
    .flatMap((place) => {
      const read = readSource(place.path);
      const context = policyContext(place, tables);
      return 'code' in read || context === undefined ? [] : (mutatePolicy(read.source, context) ?? []);
    });
}
