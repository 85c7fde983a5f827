import type { Policy } from '../../../clauses/index.ts';

/** A policy document that another names by an id under which there is none but itself. */
export interface MissingDocument {
  /** Where it is named in the front matter. */
  readonly path: readonly (string | number)[];
  readonly id: string;
}

const idForm = /^[a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The documents that a policy names by id and that do not exist beside it; those named by title are not ours to know. */
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
