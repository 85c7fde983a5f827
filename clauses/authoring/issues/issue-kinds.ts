import { clauseIssues } from './clause.ts';
import { exampleIssues } from './example.ts';
import { periodIssues } from './period.ts';
import { quantityIssues } from './quantity.ts';
import { shapeIssues } from './shape.ts';
import { tableIssues } from './table.ts';
import { textIssues } from './text.ts';

export type { IssueKind, Severity } from './issue-kind.ts';

/** Every kind of issue in content, by its permanent code. */
export const issueKinds = {
  ...shapeIssues,
  ...quantityIssues,
  ...clauseIssues,
  ...periodIssues,
  ...tableIssues,
  ...textIssues,
  ...exampleIssues,
};

/** The permanent code of a kind of issue. */
export type IssueCode = keyof typeof issueKinds;
