import { nearestSpelling } from '../../../answers/spelling.ts';
import type { Dictionary, FactDefinition, Subject } from '../../../language/fact.ts';
import type { Condition, Quantity, Reading } from '../../../language/language.ts';
import type { Rational } from '../../../numbers/exact.ts';
import { type Finding, finding, type IssueDetails, type Path } from '../../issues/finding.ts';
import type { IssueCode } from '../../issues/issue-kinds.ts';
import type { AuthoredCondition, AuthoredQuantity } from '../../schema/conditions.ts';
import type { Claim, ClaimBound, ClaimWord } from './claims.ts';
import type { RuleDimension } from './dimension.ts';

/** A quantity with what it measures; `constant` where it is a literal. */
export interface CompiledQuantity {
  readonly quantity: Quantity;
  readonly dimension: RuleDimension;
  readonly constant?: Rational;
}

/** Stands for a quantity that could not be compiled; it was reported, so no policy comes of it. */
export const BROKEN: CompiledQuantity = { quantity: { op: 'notStated', text: '' }, dimension: 'any' };

/** A policy under compilation: its dictionary, and where findings go. */
export interface Compilation {
  readonly dictionary: Dictionary;
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly findings: Finding[];
}

/** The place in a clause where a quantity or condition stands, and what may be used there. */
export interface Scope {
  readonly compilation: Compilation;
  readonly path: Path;
  /** Lists of which one item is at hand. */
  readonly lists: readonly string[];
  /** By the name that authors use. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** Readings that a condition has used, by full id. */
  readonly used: Set<string>;
  /** Quantities that the clause has given a name. */
  readonly names: Names;
  readonly claims: Claim[];
  readonly bound: ClaimBound;
  readonly guarded: boolean;
  /** Whether it stands under `not`, which turns bounds around. */
  readonly negated: boolean;
  /** Whether a matter for the authority may stand here. */
  readonly authority: boolean;
  readonly compiler: Compiler;
}

/** The named quantities of a clause. */
export interface Names {
  readonly known: ReadonlyMap<string, NamedQuantity>;
  /** Those that were used; grows. */
  readonly used: Set<string>;
}

/** A quantity with a name; `known` are the names that it may use itself, those before it. */
export interface NamedQuantity {
  readonly authored: AuthoredQuantity;
  readonly path: Path;
  readonly known: Names['known'];
}

/** Compiles what a part contains; handed down so that kinds which contain each other need no import cycle. */
export interface Compiler {
  readonly quantity: (authored: AuthoredQuantity, scope: Scope) => CompiledQuantity;
  readonly condition: (authored: AuthoredCondition, scope: Scope) => Condition;
}

/** Opens a desk for one policy. */
export function startCompilation(dictionary: Dictionary, findings: Finding[]): Compilation {
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
export function report<Code extends IssueCode>(scope: Scope, code: Code, given: IssueDetails<Code>): void {
  scope.compilation.findings.push(finding(code, { path: scope.path }, given));
}

/** The fact of an id; an unknown one, or one of a list that is not at hand, is reported. */
export function factAt(scope: Scope, id: string): FactDefinition | undefined {
  const fact = scope.compilation.facts.get(id);
  if (fact === undefined) {
    const labelled = scope.compilation.dictionary.facts.find(({ label }) => label === id)?.id;
    const meant = labelled ?? nearestSpelling(id, scope.compilation.facts.keys());
    report(scope, 'unknownFact', { id, nearest: meant });
    // What it was probably meant to say is no second mistake.
    quoteLevels(scope, scope.compilation.facts.get(meant ?? '')?.label ?? '');
    return undefined;
  }
  const list = scope.compilation.subjects.get(fact.subject)?.list === true;
  const { label, question } = fact;
  scope.claims.push({
    kind: 'quote',
    only: 'times',
    verbatim: false,
    text: `${label}；${question}`,
    path: scope.path,
  });
  if (list && !scope.lists.includes(fact.subject))
    report(scope, 'factOutsideList', { id, list: fact.subject });
  return fact;
}

/** Whether an id names a list; anything else is reported. */
export function isList(scope: Scope, id: string): boolean {
  if (scope.compilation.subjects.get(id)?.list === true) return true;
  const lists = [...scope.compilation.subjects.values()]
    .filter(({ list }) => list)
    .map((subject) => subject.id);
  report(scope, 'unknownList', { id, lists, nearest: nearestSpelling(id, lists) });
  return false;
}

/** Notes a word of the rule that its text must say too. */
export function claimWord(scope: Scope, word: ClaimWord, text: string): void {
  scope.claims.push({ kind: 'word', word, required: true, text, path: scope.path });
}

/** Notes that the rule explains these words where the text has them. */
export function explainWords(scope: Scope, ...words: readonly ClaimWord[]): void {
  for (const word of words)
    scope.claims.push({ kind: 'word', word, required: false, text: '', path: scope.path });
}

/** Notes words that explain levels in the text: 省级以上, 规模以上. */
export function quoteLevels(scope: Scope, text: string): void {
  scope.claims.push({ kind: 'quote', text, only: 'levels', verbatim: false, path: scope.path });
}

/** Notes words that the author took over from the text; in words of one's own they only explain figures inside them. */
export function quote(scope: Scope, text: string, verbatim = true): void {
  scope.claims.push({ kind: 'quote', only: 'all', verbatim, text, path: scope.path });
}
