import * as z from 'zod/mini';

/** Gives a schema the words that the OpenAPI document shows for it. */
export function described<Schema extends z.core.$ZodType>(schema: Schema, description: string): Schema {
  z.globalRegistry.add(schema, { description });
  return schema;
}
