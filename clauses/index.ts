/**
 * The evaluating door: checks an applicant's answers against the published catalogues of a place.
 * Pure and without a schema library; the browser, the edge and the build use the same code.
 */

export type { Answers } from './answers/answers.ts';
export { type CheckRequest, check, verdicts } from './check/check.ts';
export type {
  Combination,
  Gap,
  LawfulSet,
  Reason,
  StepOutcome,
  TraceStep,
  TraceValue,
} from './check/explanation.ts';
export type { Amount, LeastAndMost, MoneyRange, OpenCause } from './check/money.ts';
export { type PreparedCatalogue, prepareCatalogues } from './check/prepared-catalogue.ts';
export type {
  AppliedLimit,
  CheckResult,
  ClauseResult,
  ItemResult,
  ReadingResult,
  StandingTotals,
  Totals,
  TotalsReading,
  Verdict,
} from './check/result.ts';
export { TooMuchWork } from './evaluate/effort.ts';
export type { Award, AwardForm, Force, NoAmount } from './language/award.ts';
export type { Catalogue, CataloguePolicy } from './language/catalogue.ts';
export type { Clause, Requirement } from './language/clause.ts';
export type { Comparator, Condition, Quantity } from './language/expression.ts';
export type { Dictionary, FactDefinition, FactType, Subject } from './language/fact.ts';
export type { Group } from './language/group.ts';
export type { Limit } from './language/limit.ts';
export type { ArticleKind, Policy, Target, TargetComparator } from './language/policy.ts';
export type { Reading } from './language/reading.ts';
export { type PolicyDates, type Standing, standing } from './language/standing.ts';
export { parseDate } from './numbers/calendar.ts';
