import { sayAnswerProblem } from '../../answers/problem-words.ts';
import { readAnswers } from '../../answers/read-answers.ts';
import { nearestSpelling } from '../../answers/spelling.ts';
import { type Finding, finding, type Path } from '../issues/finding.ts';
import type { AuthoredExample } from '../schema/examples.ts';
import type { AuthoredPart } from '../shape/parts.ts';
import type { Compilation } from './scope/scope.ts';

/** Answers as authors write them, by the id of their fact. */
export type ExampleFacts = Readonly<Record<string, unknown>>;

/** An example with the answers and the date that it takes over from the example that it is like. */
export interface FullExample {
  readonly authored: AuthoredExample;
  readonly path: Path;
  /** Its own answers, and those that it assumes or takes over. */
  readonly facts: ExampleFacts;
  /** `YYYY-MM-DD`; `undefined` where no example in the chain states a date. */
  readonly asOf?: string | undefined;
  /** The example that it is like. */
  readonly base?: FullExample | undefined;
}

/** The examples of one clause, group or requirement. */
export interface ExampleSet {
  readonly owner: ExampleOwner;
  readonly examples: readonly FullExample[];
}

/** The owner of examples by its full id. Those of a requirement apply to each of its clauses. */
export type ExampleOwner =
  | { readonly kind: 'award' | 'limit' | 'group'; readonly id: string }
  | { readonly kind: 'requirement'; readonly id: string; readonly clauses: readonly string[] };

type PartWithExamples = AuthoredPart<{ readonly id: string; readonly examples: readonly AuthoredExample[] }>;

/** Reads the examples of a policy part by part, so that an example can be like one of an earlier part. */
export class ExampleReader {
  readonly #compilation: Compilation;
  /** The examples of the parts so far, by `owner:name`. */
  readonly #earlier = new Map<string, FullExample>();

  constructor(compilation: Compilation) {
    this.#compilation = compilation;
  }

  /** The answers that a requirement lets the examples of its clauses assume. Unreadable answers are reported. */
  assumption({ authored, path }: AuthoredPart<{ readonly assume?: ExampleFacts | undefined }>): ExampleFacts {
    const { assume = {} } = authored;
    for (const problem of readAnswers(this.#compilation.dictionary, assume).problems) {
      const given = { name: problem.name, reason: sayAnswerProblem(problem, 'yaml'), heirs: 0 };
      this.#report(finding('exampleAnswer', { path: [...path, 'assume', problem.name] }, given));
    }
    return assume;
  }

  /** The examples of a part with what they assume and take over. Examples that cannot run are reported. */
  read({ authored, path }: PartWithExamples, assumed: ExampleFacts): readonly FullExample[] {
    const own = new Map<string, FullExample>();
    if (authored.examples.length === 0)
      this.#report(finding('noExamples', { path: [...path, 'examples'] }, {}));
    for (const [index, example] of authored.examples.entries()) {
      const here = [...path, 'examples', index];
      this.#check(example, own, here);
      const base = this.#baseOf(example, own, here);
      const facts = overlay(overlay(assumed, base?.facts ?? {}), example.facts);
      const full = { authored: example, path: here, facts, asOf: example.asOf ?? base?.asOf, base };
      own.set(example.name, full);
      this.#earlier.set(`${authored.id}:${example.name}`, full);
    }
    return [...own.values()];
  }

  #check({ name, expect }: AuthoredExample, own: ReadonlyMap<string, FullExample>, path: Path): void {
    if (own.has(name)) this.#report(finding('exampleTwice', { path: [...path, 'name'] }, { name }));
    if (Object.keys(expect).length === 0)
      this.#report(finding('exampleExpectsNothing', { path: [...path, 'expect'] }, {}));
  }

  #baseOf(
    { like }: AuthoredExample,
    own: ReadonlyMap<string, FullExample>,
    path: Path,
  ): FullExample | undefined {
    if (like === undefined) return undefined;
    const base = own.get(like) ?? this.#earlier.get(like);
    if (base === undefined) {
      const nearest = nearestSpelling(like, [...own.keys(), ...this.#earlier.keys()]);
      this.#report(finding('exampleLike', { path: [...path, 'like'] }, { like, nearest }));
    }
    return base;
  }

  #report(problem: Finding): void {
    this.#compilation.findings.push(problem);
  }
}

/**
 * Answers with others replaced or added. `projects: []` removes the answers about each project; `projects.2.cost` changes
 * one answer of a list that `base` gives as a whole.
 */
function overlay(base: ExampleFacts, own: ExampleFacts): ExampleFacts {
  const names = Object.keys(own);
  const flat = Object.entries(base).flatMap(([name, value]) =>
    names.some((other) => isInside(other, name)) ? itemByItem(name, value) : [[name, value] as const],
  );
  const kept = flat.filter(
    ([name]) => !names.some((other) => name === other || isInside(name, other) || isInside(other, name)),
  );
  return Object.fromEntries([...kept, ...Object.entries(own)]);
}

/** Whether a flat name is that of an answer inside a list: `projects.2.cost` in `projects`. */
function isInside(name: string, list: string): boolean {
  return name.startsWith(`${list}.`);
}

/** The answers about the items of a list by their flat names; any other value stays as it is. */
function itemByItem(name: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (!Array.isArray(value)) return [[name, value]];
  return value.flatMap((item: ExampleFacts, index) =>
    Object.entries(item).map(([key, answer]) => [`${name}.${index + 1}.${key}`, answer] as const),
  );
}
