import { defineCollection } from 'astro:content';
import * as z from 'zod';
import type { CachedPolicy } from './content/load/policy-cache.ts';
import type { Tables } from './content/load/tables.ts';
import { policiesLoader, tablesLoader } from './content/publish/content-loaders.ts';

/** The loaders check everything. The schemas only give types to the entries of the store. */
export const collections = {
  policies: defineCollection({ loader: policiesLoader(), schema: z.custom<CachedPolicy>() }),
  tables: defineCollection({ loader: tablesLoader(), schema: z.custom<Tables>() }),
};
