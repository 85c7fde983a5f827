import * as z from 'zod/mini';

/** Adds the description that the OpenAPI document shows for a schema. */
export function described<Schema extends z.core.$ZodType>(schema: Schema, description: string): Schema {
  z.globalRegistry.add(schema, { description });
  return schema;
}
