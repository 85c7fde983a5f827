import { nearestSpelling } from '../../../answers/spelling.ts';
import type { Condition, Quantity } from '../../../language/expression.ts';
import type { Dictionary, FactDefinition, Subject } from '../../../language/fact.ts';
import type { Reading } from '../../../language/reading.ts';
import type { Rational } from '../../../numbers/exact.ts';
import { type Finding, finding, type IssueDetails, type Path } from '../../issues/finding.ts';
import type { IssueCode } from '../../issues/issue-kinds.ts';
import type { AuthoredCondition, AuthoredQuantity } from '../../schema/conditions.ts';
import type { Claim, ClaimBound, ClaimWord } from './claims.ts';
import type { RuleDimension } from './dimension.ts';

/** A compiled quantity with its dimension; `constant` is its value where it is a literal. */
export interface CompiledQuantity {
  readonly quantity: Quantity;
  readonly dimension: RuleDimension;
  readonly constant?: Rational;
}

/** Replaces a quantity that does not compile. An error was reported, so the policy is not published. */
export const BROKEN: CompiledQuantity = { quantity: { op: 'notStated', text: '' }, dimension: 'any' };

/** The compilation of one policy: its dictionary, and the findings so far. */
export interface Compilation {
  readonly dictionary: Dictionary;
  /** By id. */
  readonly facts: ReadonlyMap<string, FactDefinition>;
  /** By id. */
  readonly subjects: ReadonlyMap<string, Subject>;
  /** Grows as problems are found. */
  readonly findings: Finding[];
}

/** The position of a quantity or condition in the front matter, and what it may refer to there. */
export interface Scope {
  readonly compilation: Compilation;
  readonly path: Path;
  /** The lists of which one item is evaluated here. */
  readonly lists: readonly string[];
  /** By the name that authors use. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** Full ids of the readings that a condition refers to; grows. */
  readonly usedReadings: Set<string>;
  /** The quantities that the clause has given names. */
  readonly names: Names;
  /** Grows with every literal and word that the text must contain. */
  readonly claims: Claim[];
  /** How literals are bounded here. */
  readonly bound: ClaimBound;
  /** Whether this part applies under one of several readings only. */
  readonly guarded: boolean;
  /** Whether a `not` reverses the bounds here. */
  readonly negated: boolean;
  /** Whether a condition may be left to the authority here. */
  readonly mayAskAuthority: boolean;
  readonly compiler: Compiler;
}

/** The named quantities of a clause. */
export interface Names {
  readonly known: ReadonlyMap<string, NamedQuantity>;
  /** The names that are used; grows. */
  readonly used: Set<string>;
}

/** A quantity with a name. */
export interface NamedQuantity {
  readonly authored: AuthoredQuantity;
  readonly path: Path;
  /** The names that the quantity may use: those defined before it. */
  readonly known: Names['known'];
}

/**
 * Compiles the parts of a quantity or condition. It is passed down because quantities and conditions contain each other,
 * and their files must not import each other.
 */
export interface Compiler {
  readonly quantity: (authored: AuthoredQuantity, scope: Scope) => CompiledQuantity;
  readonly condition: (authored: AuthoredCondition, scope: Scope) => Condition;
}

/** Starts the compilation of one policy. Problems are added to `findings`. */
export function startCompilation(dictionary: Dictionary, findings: Finding[]): Compilation {
  return {
    dictionary,
    facts: new Map(dictionary.facts.map((fact) => [fact.id, fact])),
    subjects: new Map(dictionary.subjects.map((subject) => [subject.id, subject])),
    findings,
  };
}

/** The scope of a part, which is one or more keys below. */
export function at(scope: Scope, ...keys: readonly (string | number)[]): Scope {
  return { ...scope, path: [...scope.path, ...keys] };
}

/** The scope with some settings changed. */
export function within(scope: Scope, change: Partial<Scope>): Scope {
  return { ...scope, ...change };
}

/** Reports a problem at the scope's path. */
export function report<Code extends IssueCode>(scope: Scope, code: Code, given: IssueDetails<Code>): void {
  scope.compilation.findings.push(finding(code, { path: scope.path }, given));
}

/**
 * The fact with an id. An unknown id is reported, and `undefined` is returned. A fact of a list is reported where no item
 * of that list is evaluated.
 */
export function factAt(scope: Scope, id: string): FactDefinition | undefined {
  const fact = scope.compilation.facts.get(id);
  if (fact === undefined) {
    reportUnknownFact(scope, id);
    return undefined;
  }
  const isOfList = scope.compilation.subjects.get(fact.subject)?.list === true;
  const { label, question } = fact;
  const text = `${label}；${question}`;
  scope.claims.push({ kind: 'quote', only: 'times', verbatim: false, text, path: scope.path });
  if (isOfList && !scope.lists.includes(fact.subject))
    report(scope, 'factOutsideList', { id, list: fact.subject });
  return fact;
}

function reportUnknownFact(scope: Scope, id: string): void {
  const { dictionary, facts } = scope.compilation;
  const labelled = dictionary.facts.find(({ label }) => label === id)?.id;
  const nearest = labelled ?? nearestSpelling(id, facts.keys());
  report(scope, 'unknownFact', { id, nearest });
  // A wrong id is one mistake: levels in the text that the intended fact explains are not reported as well.
  quoteLevels(scope, facts.get(nearest ?? '')?.label ?? '');
}

/** Whether an id names a list. Any other id is reported. */
export function isList(scope: Scope, id: string): boolean {
  const { subjects } = scope.compilation;
  if (subjects.get(id)?.list === true) return true;
  const lists = [...subjects.values()].filter(({ list }) => list).map((subject) => subject.id);
  report(scope, 'unknownList', { id, lists, nearest: nearestSpelling(id, lists) });
  return false;
}

/** Adds the claim that the text contains a figure with this value, bounded in this way. */
export function claimFigure(
  { claims, guarded, path, bound: usual }: Scope,
  { value, dimension, text }: { value: Rational; dimension: RuleDimension; text: string },
  bound: ClaimBound = usual,
): void {
  claims.push({ kind: 'figure', value, dimension, bound, guarded, text, path });
}

/** Adds the claim that the text contains a word; `text` is what the author wrote for it. */
export function claimWord({ claims, path }: Scope, word: ClaimWord, text: string): void {
  claims.push({ kind: 'word', word, required: true, text, path });
}

/** Adds words that the rule explains where the text contains them. */
export function explainWords({ claims, path }: Scope, ...words: readonly ClaimWord[]): void {
  for (const word of words) claims.push({ kind: 'word', word, required: false, text: '', path });
}

/** Adds words that explain levels in the text: 省级以上, 规模以上. */
export function quoteLevels({ claims, path }: Scope, text: string): void {
  claims.push({ kind: 'quote', text, only: 'levels', verbatim: false, path });
}

/**
 * Adds the author's own words, which explain the figures and words inside them. The text must contain them unless
 * `verbatim` is false.
 */
export function quote({ claims, path }: Scope, text: string, verbatim = true): void {
  claims.push({ kind: 'quote', only: 'all', verbatim, text, path });
}
