import { clauseIssues } from './issues.clause.ts';
import { exampleIssues } from './issues.example.ts';
import { periodIssues } from './issues.period.ts';
import { quantityIssues } from './issues.quantity.ts';
import { shapeIssues } from './issues.shape.ts';
import { tableIssues } from './issues.table.ts';
import { textIssues } from './issues.text.ts';

export type { IssueKind, Severity } from './kind.ts';

/** Every kind of issue that content can have. Codes are permanent; each kind carries cause, example and fix. */
export const issueKinds = {
  ...shapeIssues,
  ...quantityIssues,
  ...clauseIssues,
  ...periodIssues,
  ...tableIssues,
  ...textIssues,
  ...exampleIssues,
};

/** The permanent code of a kind. */
export type IssueCode = keyof typeof issueKinds;
