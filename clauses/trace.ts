import { textOf } from './answer.ts';
import type { Prepared } from './chain.ts';
import { formatRational } from './exact.ts';
import type { FactDefinition } from './fact.ts';
import { type Interval, isPoint } from './interval.ts';
import type { Clause } from './language.ts';
import type { PreparedCondition, PreparedPart, PreparedQuantity } from './prepared.ts';
import { amountParts, type PreparedClause } from './prepared-clause.ts';
import type { Outcome, TraceStep, TraceValue } from './result.ts';
import { currentValue, flatName, forEachItem, type Situation } from './situation.ts';
import type { Truth } from './truth.ts';

/** Every condition and every step of the calculation in the order of the clause, item by item. */
export function traceOf(state: Situation, prepared: Prepared, clause: PreparedClause): readonly TraceStep[] {
  const tracer = new Tracer(state, prepared.definitions, clause.clause);
  const parts = (): readonly PreparedPart[] => [
    ...(clause.when === undefined ? [] : [clause.when]),
    ...amountParts(state, clause),
  ];
  const { list } = clause;
  if (list === undefined) for (const part of parts()) tracer.part(part, 0, undefined);
  else {
    const known = state.known[list.index] === true;
    forEachItem(state, list, (item) => {
      for (const part of parts()) tracer.part(part, 0, known ? item + 1 : undefined);
    });
  }
  return tracer.steps;
}

/** What says how a value is written. */
type Typed = Parameters<typeof textOf>[0];

const DATE: Typed = { type: 'date' };

interface Sentence {
  readonly sentence?: string;
}

/** What each part of a clause cites, which is the same in every trace. */
const cited = new WeakMap<PreparedPart, Sentence>();

class Tracer {
  readonly steps: TraceStep[] = [];
  readonly #state: Situation;
  readonly #facts: ReadonlyMap<string, FactDefinition>;
  readonly #clause: Clause;

  constructor(state: Situation, facts: ReadonlyMap<string, FactDefinition>, clause: Clause) {
    this.#state = state;
    this.#facts = facts;
    this.#clause = clause;
  }

  part(part: PreparedPart, level: number, item: number | undefined): void {
    const at = item === undefined ? {} : { item };
    if (part.kind === 'condition') this.steps.push({ ...this.#condition(part, level), ...at });
    else this.steps.push({ ...this.#quantity(part, level), ...at });
    if (part.kind === 'condition' && isLeaf(part)) return;
    if (item !== undefined && item > 1 && this.#isOverOwnList(part)) return;
    part.visit(this.#state, (inner) => this.part(inner, level + 1, item));
  }

  /**
   * What looks at every item of the clause's own list looks at the same ones from each of them: their steps stand under
   * the first, or 200 items would have 40,000 of each.
   */
  #isOverOwnList({ source }: PreparedPart): boolean {
    return 'list' in source && source.list === this.#clause.list;
  }

  #condition(part: PreparedCondition, level: number): Extract<TraceStep, { step: 'condition' }> {
    const base = {
      step: 'condition' as const,
      path: part.path,
      level,
      op: part.source.op,
      outcome: outcomeOf(this.#state, part),
    };
    const { source } = part;
    if (source.op === 'authority') return { ...base, outcome: 'authority', text: source.text };
    if (source.op === 'compare') return { ...base, ...this.#comparison(part) };
    const [slot] = part.reads;
    if (slot === undefined) return base;
    if (slot.reading) return { ...base, text: slot.id };
    const fact = this.#facts.get(slot.id);
    const options = source.op === 'oneOf' ? source.options : [];
    return {
      ...base,
      fact: flatName(this.#state, slot),
      value: this.#value(currentValue(this.#state, slot), fact),
      comparator: 'is',
      threshold: optionTexts(fact, options),
      ...this.#sentence(part, undefined),
    };
  }

  #comparison(part: PreparedCondition): Partial<Extract<TraceStep, { step: 'condition' }>> {
    if (part.source.op !== 'compare') return {};
    const sides: PreparedQuantity[] = [];
    part.visit(this.#state, (side) => (side.kind === 'quantity' ? sides.push(side) : undefined));
    const [left, right] = sides;
    if (left === undefined || right === undefined) return {};
    const [slot] = left.reads;
    const fact = this.#typeOf(left) ?? (this.#typeOf(right)?.type === 'date' ? DATE : undefined);
    const text = right.source.op === 'number' ? right.source.text : undefined;
    return {
      comparator: part.source.is,
      value: this.#value(left.value(this.#state), fact),
      threshold: this.#value(right.value(this.#state), fact),
      ...(slot === undefined ? {} : { fact: flatName(this.#state, slot) }),
      ...(text === undefined ? {} : { text }),
      ...this.#sentence(part, text),
    };
  }

  #quantity(part: PreparedQuantity, level: number): Extract<TraceStep, { step: 'quantity' }> {
    const [slot] = part.reads;
    const value = part.value(this.#state);
    const { source } = part;
    return {
      step: 'quantity',
      path: part.path,
      level,
      op: source.op,
      value: value.flaw === undefined ? this.#value(value, this.#typeOf(part)) : null,
      ...(slot === undefined ? {} : { fact: flatName(this.#state, slot) }),
      ...(source.op === 'number' || source.op === 'notStated' ? { text: source.text } : {}),
    };
  }

  #typeOf({ reads: [slot], source }: PreparedQuantity): Typed | undefined {
    if (source.op === 'asOf' || source.op === 'later') return DATE;
    return slot === undefined ? undefined : this.#facts.get(slot.id);
  }

  #value(value: Interval, fact: Typed | undefined): TraceValue {
    const text = (end: Interval['min']): string | null =>
      end === null ? null : fact === undefined ? formatRational(end) : textOf(fact, end);
    if (!isPoint(value))
      return fact?.type === 'yesNo' || fact?.type === 'choice'
        ? null
        : { min: text(value.min), max: text(value.max) };
    const only = text(value.min);
    return fact?.type === 'yesNo' ? only === 'true' : only;
  }

  /** The sentence of the text that names the threshold, else the first one; looked for once. */
  #sentence(part: PreparedPart, text: string | undefined): Sentence {
    const known = cited.get(part);
    if (known !== undefined) return known;
    const plain = (words: string): string => words.replace(/\s/g, '');
    const sentences = this.#sentencesAt(part.path);
    const found =
      text === undefined ? undefined : sentences.find((each) => plain(each).includes(plain(text)));
    const sentence = found ?? sentences[0];
    const citing = sentence === undefined ? {} : { sentence };
    cited.set(part, citing);
    return citing;
  }

  /** What a general requirement asks stands in its own sentences. */
  #sentencesAt(path: string): readonly string[] {
    const { requirements = [], sentences } = this.#clause;
    const general = requirements.find((each) => path === each.path || path.startsWith(`${each.path}/`));
    return (general ?? { sentences }).sentences;
  }
}

/** Comparisons of a fact with a number need no further steps. */
function isLeaf({ source }: PreparedCondition): boolean {
  return source.op === 'compare' && source.left.op === 'fact' && source.right.op === 'number';
}

function outcomeOf(state: Situation, part: PreparedCondition): Outcome {
  const holds: Truth = part.holds(state);
  if (holds !== 'unknown') return holds ? 'met' : 'notMet';
  let flawed = false;
  part.visit(state, (inner) => {
    flawed ||= inner.kind === 'quantity' && inner.value(state).flaw === 'undefined';
  });
  return flawed ? 'undefined' : 'unknown';
}

function optionTexts(fact: FactDefinition | undefined, options: readonly number[]): TraceValue {
  if (fact?.type === 'yesNo') return options.includes(1);
  return options.map((option) => fact?.options?.[option]?.value ?? '').join('|');
}
