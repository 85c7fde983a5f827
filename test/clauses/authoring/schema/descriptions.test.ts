import { expect, test } from 'vitest';
import { toJSONSchema } from 'zod';
import {
  dictionarySchema,
  indicatorsSchema,
  jurisdictionsSchema,
  policySchema,
  termsSchema,
} from '../../../../clauses/authoring.ts';

/** The keys without a description in a JSON Schema. A reference has the description of its definition. */
function undescribed(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(undescribed);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'properties'
      ? Object.entries(value).flatMap(([name, property]) => [
          ...(isDescribed(property) ? [] : [name]),
          ...undescribed(property),
        ])
      : undescribed(value),
  );
}

function isDescribed(property: unknown): boolean {
  return (
    typeof property === 'object' && property !== null && ('description' in property || '$ref' in property)
  );
}

test.each([
  ['a policy', policySchema],
  ['facts.yaml', dictionarySchema],
  ['indicators.yaml', indicatorsSchema],
  ['jurisdictions.yaml', jurisdictionsSchema],
  ['terms.yaml', termsSchema],
])('every key of %s has a description for the manual', (_, schema) => {
  expect(undescribed(toJSONSchema(schema))).toEqual([]);
});
