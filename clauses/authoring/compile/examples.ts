import { sayAnswerProblem } from '../../answers/problem-words.ts';
import { readAnswers } from '../../answers/read-answers.ts';
import { nearestSpelling } from '../../answers/spelling.ts';
import { type Finding, finding, type Path } from '../issues/finding.ts';
import type { AuthoredExample } from '../schema/examples.ts';
import type { Part } from '../shape/parts.ts';
import type { Compilation } from './scope/scope.ts';

/** Answers as authors write them. */
export type ExampleFacts = Readonly<Record<string, unknown>>;

/** An example with the answers and the date of the examples that it is like, and those of its own. */
export interface FullExample {
  readonly authored: AuthoredExample;
  readonly path: Path;
  readonly facts: ExampleFacts;
  readonly asOf?: string | undefined;
  /** The example that it is like. */
  readonly base?: FullExample | undefined;
}

/** A clause's or group's examples: what they are checked against depends on the kind of their owner. */
export interface ExampleSet {
  readonly owner: ExampleOwner;
  readonly examples: readonly FullExample[];
}

/** What examples belong to; those of a requirement hold for each of its clauses. */
export type ExampleOwner =
  | { readonly kind: 'award' | 'limit' | 'group'; readonly id: string }
  | { readonly kind: 'requirement'; readonly id: string; readonly clauses: readonly string[] };

/** A part with examples. */
type Owner = Part<{ readonly id: string; readonly examples: readonly AuthoredExample[] }>;

/** The examples of a policy in the order in which they are read, so that one can be like another before it. */
export class ExampleBook {
  readonly #desk: Compilation;
  /** By `owner:name`. */
  readonly #filled = new Map<string, FullExample>();

  constructor(desk: Compilation) {
    this.#desk = desk;
  }

  /** What a requirement lets the examples of its clauses assume; what can not be read is reported. */
  assumption({ authored, path }: Part<{ readonly assume?: ExampleFacts | undefined }>): ExampleFacts {
    const { assume = {} } = authored;
    for (const problem of readAnswers(this.#desk.dictionary, assume).problems) {
      const given = { name: problem.name, reason: sayAnswerProblem(problem, 'yaml'), heirs: 0 };
      this.#report(finding('exampleAnswer', { path: [...path, 'assume', problem.name] }, given));
    }
    return assume;
  }

  /** Fills in what examples assume and take over from earlier ones; reports what can not be run. */
  read({ authored, path }: Owner, assumed: ExampleFacts): readonly FullExample[] {
    const own = new Map<string, FullExample>();
    if (authored.examples.length === 0)
      this.#report(finding('noExamples', { path: [...path, 'examples'] }, {}));
    for (const [index, example] of authored.examples.entries()) {
      const here = [...path, 'examples', index];
      if (own.has(example.name))
        this.#report(finding('exampleTwice', { path: [...here, 'name'] }, { name: example.name }));
      if (Object.keys(example.expect).length === 0)
        this.#report(finding('exampleExpectsNothing', { path: [...here, 'expect'] }, {}));
      const base = this.#likeOf(example, own, here);
      const facts = overlay(overlay(assumed, base?.facts ?? {}), example.facts);
      const full = { authored: example, path: here, facts, asOf: example.asOf ?? base?.asOf, base };
      own.set(example.name, full);
      this.#filled.set(`${authored.id}:${example.name}`, full);
    }
    return [...own.values()];
  }

  #likeOf(
    { like }: AuthoredExample,
    own: ReadonlyMap<string, FullExample>,
    path: Path,
  ): FullExample | undefined {
    if (like === undefined) return undefined;
    const base = own.get(like) ?? this.#filled.get(like);
    const known = [...own.keys(), ...this.#filled.keys()];
    if (base === undefined)
      this.#report(
        finding('exampleLike', { path: [...path, 'like'] }, { like, nearest: nearestSpelling(like, known) }),
      );
    return base;
  }

  #report(...findings: readonly Finding[]): void {
    this.#desk.findings.push(...findings);
  }
}

/**
 * Later answers replace earlier ones; `projects: []` takes away what was said of each project, `projects.2.cost` changes
 * one answer of a list that was told whole.
 */
function overlay(base: ExampleFacts, own: ExampleFacts): ExampleFacts {
  const names = Object.keys(own);
  const told = Object.entries(base).flatMap(([name, value]) =>
    names.some((other) => other.startsWith(`${name}.`)) ? itemByItem(name, value) : [[name, value] as const],
  );
  const kept = told.filter(
    ([name]) =>
      !names.some((other) => name === other || name.startsWith(`${other}.`) || other.startsWith(`${name}.`)),
  );
  return Object.fromEntries([...kept, ...Object.entries(own)]);
}

/** A list of items with answers as flat names. */
function itemByItem(name: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (!Array.isArray(value)) return [[name, value]];
  return value.flatMap((item: ExampleFacts, index) =>
    Object.entries(item).map(([key, answer]) => [`${name}.${index + 1}.${key}`, answer] as const),
  );
}
