/**
 * The evaluating door: checks an applicant's answers against the published catalogues of a place.
 * Pure and without a schema library; the browser, the edge and the build use the same code.
 */
export { parseDate } from './calendar.ts';
export type { Catalogue, CataloguePolicy } from './catalogue.ts';
export { type Prepared, prepare } from './chain.ts';
export { type CheckRequest, check, verdicts } from './check.ts';
export type { Dictionary, FactDefinition, FactType, Subject } from './fact.ts';
export type {
  Award,
  AwardForm,
  Clause,
  Comparator,
  Condition,
  Group,
  Limit,
  NoAmount,
  Quantity,
  Reading,
  Requirement,
} from './language.ts';
export type { ArticleKind, Policy, Target, TargetComparator } from './policy.ts';
export type {
  Amount,
  AppliedLimit,
  CheckResult,
  ClauseResult,
  Combination,
  Force,
  Gap,
  ItemResult,
  LawfulSet,
  MoneyRange,
  Outcome,
  ReadingResult,
  Reason,
  Totals,
  TotalsReading,
  TraceStep,
  TraceValue,
  Verdict,
} from './result.ts';
export type { Answers } from './situation.ts';
export { type PolicyDates, type Standing, standing } from './standing.ts';
