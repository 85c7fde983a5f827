import { defineCollection } from 'astro:content';
import * as z from 'zod';
import { policiesLoader, tablesLoader } from './content/astro.ts';
import type { KeptPolicy } from './content/kept.ts';
import type { Tables } from './content/tables.ts';

/** The loaders check everything; the schemas only carry the types of what they put into the store. */
export const collections = {
  policies: defineCollection({ loader: policiesLoader(), schema: z.custom<KeptPolicy>() }),
  tables: defineCollection({ loader: tablesLoader(), schema: z.custom<Tables>() }),
};
