import type { Policy } from '../../../clauses/index.ts';

/** A reference to a policy by an id that no other policy has. */
export interface MissingDocument {
  /** The path of the reference in the front matter. */
  readonly path: readonly (string | number)[];
  readonly id: string;
}

const idForm = /^[a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The references of a policy to unknown ids, or to itself. A reference by title is never reported. */
export function missingDocuments(policy: Policy, ids: ReadonlySet<string>): readonly MissingDocument[] {
  const named: readonly (MissingDocument | undefined)[] = [
    policy.repealedBy === undefined ? undefined : { path: ['repealedBy', 'document'], id: policy.repealedBy },
    policy.replacedBy === undefined ? undefined : { path: ['replacedBy', 'document'], id: policy.replacedBy },
    ...(policy.amends ?? []).map((id, index) => ({ path: ['amends', index], id })),
  ];
  return named.flatMap((each) =>
    each === undefined || !idForm.test(each.id) || (ids.has(each.id) && each.id !== policy.id) ? [] : [each],
  );
}
