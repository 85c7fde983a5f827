import type {
  CataloguePolicy,
  CheckResult,
  Clause,
  ClauseResult,
  Dictionary,
  MoneyRange,
  PolicyDates,
  Reason,
} from '../../../clauses/index.ts';
import { counts } from '../../../clauses/language.ts';
import { type Vocabulary, vocabulary } from '../names.ts';
import { NEEDS_AUTHORITY, NOT_YET, PAST, VERDICTS } from '../terms.ts';

/** A sentence in texts and amounts, so that a view can emphasise the amounts. */
export type Said = readonly (string | MoneyRange)[];

/** What sentences about a result are made of besides the result. */
export interface ResultContext {
  readonly words: Vocabulary;
  /** The policies of the place's chain. */
  readonly policies: readonly CataloguePolicy[];
  readonly clauseOf: (id: string) => Clause | undefined;
  /** Titles of clauses and groups by id. */
  readonly titleOf: (id: string) => string;
  /** The dates of a policy; none for an unknown one. */
  readonly datesOf: (policy: string) => PolicyDates;
}

/** Looks up clauses, titles and dates in the policies of a place's chain. */
export function resultContext(dictionary: Dictionary, policies: readonly CataloguePolicy[]): ResultContext {
  const clauses = new Map(policies.flatMap((policy) => policy.clauses.map((each) => [each.id, each])));
  const titles = new Map(
    policies.flatMap((policy) => [...policy.clauses, ...policy.groups]).map(({ id, title }) => [id, title]),
  );
  const dates = new Map(policies.map((policy) => [policy.id, policy.dates]));
  return {
    words: vocabulary(dictionary),
    policies,
    clauseOf: (id) => clauses.get(id),
    titleOf: (id) => titles.get(id) ?? id,
    datesOf: (policy) => dates.get(policy) ?? {},
  };
}

/** Why a verdict is `ineligible` although every condition is met, or `undetermined` although no answer is missing. */
export function sayReason(reason: Reason, words: Vocabulary): string | undefined {
  switch (reason.code) {
    case 'condition':
      return undefined;
    case 'reading':
      return '文件这一处可作不同理解，理解不同结果也不同，见下面的“不同理解”。';
    case 'undefined':
      return '按所填的数字，比例的分母是零，无法判断。';
    case 'emptyList':
      return `您答没有${words.subject(reason.list)}。`;
  }
}

/** The clauses that have the same verdict, and the word for it. */
export interface Outcomes {
  readonly name: string;
  readonly clauses: readonly ClauseResult[];
}

type Holds = (clause: ClauseResult) => boolean;

const isEligible: Holds = ({ verdict, authority }) => verdict === 'eligible' && authority.length === 0;
const isPending: Holds = ({ verdict, authority }) => verdict === 'eligible' && authority.length > 0;
const isUndetermined: Holds = ({ verdict }) => verdict === 'undetermined';
const isIneligible: Holds = ({ verdict }) => verdict === 'ineligible';
const isCounted: Holds = ({ standing }) => counts(standing);
const isFuture: Holds = ({ standing }) => standing === 'not-yet';
const isPast: Holds = (clause) => !isCounted(clause) && !isFuture(clause);

/** The groups of a result in the order in which pages show them. Each award clause is in exactly one. */
const GROUPS: readonly (readonly [name: string, ...all: Holds[]])[] = [
  [VERDICTS.eligible, isCounted, isEligible],
  [NEEDS_AUTHORITY, isCounted, isPending],
  [VERDICTS.undetermined, isCounted, isUndetermined],
  [`${PAST}${VERDICTS.eligible}`, isPast, isEligible],
  [`${PAST}${NEEDS_AUTHORITY}`, isPast, isPending],
  [`${PAST}${VERDICTS.undetermined}`, isPast, isUndetermined],
  [NOT_YET, isFuture, (clause) => clause.verdict !== undefined && !isIneligible(clause)],
  [VERDICTS.ineligible, isIneligible],
];

/** Clauses by verdict and standing, in the order in which pages show them. Limits have no verdict and are left out. */
export function groupVerdicts(clauses: readonly ClauseResult[]): readonly Outcomes[] {
  return GROUPS.map(([name, ...all]) => ({
    name,
    clauses: clauses.filter((clause) => all.every((holds) => holds(clause))),
  })).filter((each) => each.clauses.length > 0);
}

/** The number of clauses with each verdict: `可享受 2 条`. */
export function countVerdicts(clauses: readonly ClauseResult[]): readonly string[] {
  return groupVerdicts(clauses).map((each) => `${each.name} ${each.clauses.length} 条`);
}

/** Clauses with a verdict: those that can be had first, otherwise in the order of the text. */
export function byVerdict(clauses: readonly ClauseResult[]): readonly ClauseResult[] {
  return groupVerdicts(clauses).flatMap((each) => each.clauses);
}

/** The version of the data that a result rests on, short. */
export function sayVersion({ catalogue }: Pick<CheckResult, 'catalogue'>): string {
  return catalogue
    .split('+')
    .map((hash) => hash.replace('sha256-', '').slice(0, 12))
    .join('+');
}
