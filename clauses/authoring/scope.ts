import type { AuthoredCondition, AuthoredQuantity } from '../condition.schema.ts';
import type { Rational } from '../exact.ts';
import type { Dictionary, FactDefinition, Subject } from '../fact.ts';
import type { Condition, Quantity, Reading } from '../language.ts';
import { nearest } from '../nearest.ts';
import type { Dimension } from './dimension.ts';
import { type Finding, finding, type Given, type Path } from './finding.ts';
import type { IssueCode } from './issues.ts';

/** How a rule bounds a literal; the text must bound it in the same way. */
export type ClaimBound = 'stated' | 'atLeast' | 'moreThan' | 'atMost' | 'lessThan' | 'equals' | 'about';

/** A literal or word of a rule that must stand in its marks. */
export type Claim =
  | {
      readonly kind: 'figure';
      readonly value: Rational;
      readonly dimension: Dimension;
      readonly bound: ClaimBound;
      /** Under one of several readings the bound may differ from the text's. */
      readonly guarded: boolean;
      readonly text: string;
      readonly path: Path;
    }
  | { readonly kind: 'word'; readonly word: ClaimWord; readonly text: string; readonly path: Path };

/** Words of a rule: what the text says with 一次性, 可, 上一年, 首次, 连续, 每年. */
export type ClaimWord = 'once' | 'may' | 'previousYear' | 'first' | 'consecutive' | 'everyYear';

/** A quantity with what it measures; `constant` where it is a literal. */
export interface Measured {
  readonly quantity: Quantity;
  readonly dimension: Dimension;
  readonly constant?: Rational;
}

/** A policy under compilation: its dictionary, and where findings go. */
export interface Desk {
  readonly dictionary: Dictionary;
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly findings: Finding[];
}

/** The place in a clause where a quantity or condition stands, and what may be used there. */
export interface Scope {
  readonly desk: Desk;
  readonly path: Path;
  /** Lists of which one item is at hand. */
  readonly lists: readonly string[];
  /** By the name that authors use. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** Readings that a condition has used, by full id. */
  readonly used: Set<string>;
  readonly claims: Claim[];
  readonly bound: ClaimBound;
  readonly guarded: boolean;
  /** Whether a matter for the authority may stand here. */
  readonly authority: boolean;
  readonly workshop: Workshop;
}

/** Compiles what a part contains; handed down so that kinds which contain each other need no import cycle. */
export interface Workshop {
  readonly quantity: (authored: AuthoredQuantity, scope: Scope) => Measured;
  readonly condition: (authored: AuthoredCondition, scope: Scope) => Condition;
}

/** Opens a desk for one policy. */
export function openDesk(dictionary: Dictionary, findings: Finding[]): Desk {
  return {
    dictionary,
    facts: new Map(dictionary.facts.map((fact) => [fact.id, fact])),
    subjects: new Map(dictionary.subjects.map((subject) => [subject.id, subject])),
    findings,
  };
}

/** The scope one or more keys further down. */
export function at(scope: Scope, ...keys: readonly (string | number)[]): Scope {
  return { ...scope, path: [...scope.path, ...keys] };
}

/** The scope with other settings. */
export function within(scope: Scope, change: Partial<Scope>): Scope {
  return { ...scope, ...change };
}

/** Reports a problem where the scope stands. */
export function report<Code extends IssueCode>(scope: Scope, code: Code, given: Given<Code>): void {
  scope.desk.findings.push(finding(code, { path: scope.path }, given));
}

/** The fact of an id; an unknown one, or one of a list that is not at hand, is reported. */
export function factAt(scope: Scope, id: string): FactDefinition | undefined {
  const fact = scope.desk.facts.get(id);
  if (fact === undefined) {
    report(scope, 'unknownFact', { id, nearest: nearest(id, scope.desk.facts.keys()) });
    return undefined;
  }
  const list = scope.desk.subjects.get(fact.subject)?.list === true;
  if (list && !scope.lists.includes(fact.subject))
    report(scope, 'factOutsideList', { id, list: fact.subject });
  return fact;
}

/** Whether an id names a list; anything else is reported. */
export function isList(scope: Scope, id: string): boolean {
  if (scope.desk.subjects.get(id)?.list === true) return true;
  const lists = [...scope.desk.subjects.values()].filter(({ list }) => list).map((subject) => subject.id);
  report(scope, 'unknownList', { id, lists, nearest: nearest(id, lists) });
  return false;
}

/** Notes a word of the rule that its text must say too. */
export function claimWord(scope: Scope, word: ClaimWord, text: string): void {
  scope.claims.push({ kind: 'word', word, text, path: scope.path });
}
