import { textOf } from '../answers/answer.ts';
import type { PreparedCatalogue } from '../check/prepared-catalogue.ts';
import type { StepOutcome, TraceStep, TraceValue } from '../check/result.ts';
import type { PreparedCondition, PreparedPart, PreparedQuantity } from '../evaluate/prepared.ts';
import { amountParts, type PreparedClause } from '../evaluate/prepared-clause.ts';
import { currentValue, flatName, forEachItem, type Situation, type Slot } from '../evaluate/situation.ts';
import type { Clause } from '../language/clause.ts';
import type { Condition } from '../language/expression.ts';
import type { FactDefinition } from '../language/fact.ts';
import { formatRational } from '../numbers/exact.ts';
import { type Interval, isPoint } from '../numbers/interval.ts';
import type { Truth } from '../numbers/truth.ts';
import { pathOf } from './paths.ts';

/** Every condition and every step of the calculation in the order of the clause, item by item. */
export function traceOf(
  state: Situation,
  { facts: definitions }: PreparedCatalogue,
  prepared: PreparedClause,
): readonly TraceStep[] {
  const { clause, list, when } = prepared;
  const steps: TraceStep[] = [];
  const told = new Set<PreparedPart>();
  const add = (part: PreparedPart, level: number, item: number | undefined): void => {
    const write = writers.get(part) ?? writerOf(part, { state, clause, facts: definitions, level });
    const step = write(state);
    if (item !== undefined) step.item = item;
    steps.push(step);
    if (isLeaf(part) || told.has(part)) return;
    if (item !== undefined && isOver(part, clause.list)) told.add(part);
    part.visit(state, (inner) => add(inner, level + 1, item));
  };
  const addAll = (item?: number): void => {
    if (when !== undefined) add(when, 0, item);
    for (const part of amountParts(state, prepared)) add(part, 0, item);
  };
  if (list === undefined) addAll();
  else forEachItem(state, list, (item) => addAll(state.known[list.index] === true ? item + 1 : undefined));
  return steps;
}

/** Comparisons of a fact with a number need no further steps. */
function isLeaf({ source }: PreparedPart): boolean {
  return source.op === 'compare' && source.left.op === 'fact' && source.right.op === 'number';
}

/**
 * What looks at every item of the clause's own list looks at the same ones from each of them: their steps stand under
 * the first that comes to it, or 200 items would have 40,000 of each.
 */
function isOver({ source }: PreparedPart, list: string | undefined): boolean {
  return 'list' in source && source.list === list;
}

/** Makes a step of its own each time, to which the item is added. */
type Writer<Step = ConditionStep | QuantityStep> = (state: Situation) => Step;
type Open<Step> = { -readonly [Key in keyof Step]: Step[Key] };
type ConditionStep = Open<Extract<TraceStep, { step: 'condition' }>>;
type QuantityStep = Open<Extract<TraceStep, { step: 'quantity' }>>;

/** Where a part is written down for the first time. */
interface Place {
  readonly state: Situation;
  readonly clause: Clause;
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly level: number;
}

/** By part: what writes its step. What a step says in every trace is put together once. */
const writers = new WeakMap<PreparedPart, Writer>();

function writerOf(part: PreparedPart, place: Place): Writer {
  const writer = part.kind === 'condition' ? conditionWriter(part, place) : quantityWriter(part, place);
  writers.set(part, writer);
  return writer;
}

function conditionWriter(part: PreparedCondition, place: Place): Writer<ConditionStep> {
  const { source } = part;
  const path = pathOf(place.clause, part);
  const fixed = { step: 'condition', path, level: place.level, op: source.op, outcome: 'met' } as const;
  if (source.op === 'authority') {
    const step = { ...fixed, outcome: 'authority', text: source.text } as const;
    return () => ({ ...step });
  }
  if (source.op === 'compare') return comparisonWriter(part, source, fixed, place);
  const [slot] = part.reads;
  if (slot === undefined) return (state) => ({ ...fixed, outcome: outcomeOf(state, part) });
  if (slot.reading) return (state) => ({ ...fixed, outcome: outcomeOf(state, part), text: slot.id });
  const fact = place.facts.get(slot.id);
  const threshold = optionTexts(fact, source.op === 'oneOf' ? source.options : []);
  const said = { fact: slot.id, value: null, comparator: 'is', threshold, ...sentenceOf(part, place) };
  const asked = { ...fixed, ...said };
  return ofItem(slot, (state) => ({
    ...asked,
    outcome: outcomeOf(state, part),
    value: written(currentValue(state, slot), fact),
  }));
}

function comparisonWriter(
  part: PreparedCondition,
  { is, right: limit }: Extract<Condition, { op: 'compare' }>,
  fixed: ConditionStep,
  place: Place,
): Writer<ConditionStep> {
  const [left, right] = sidesOf(part, place.state);
  if (left === undefined || right === undefined)
    return (state) => ({ ...fixed, outcome: outcomeOf(state, part) });
  const [slot] = left.reads;
  const fact = typeOf(left, place) ?? (typeOf(right, place)?.type === 'date' ? DATE : undefined);
  const text = limit.op === 'number' ? limit.text : undefined;
  const constant = limit.op === 'number' ? written(right.value(place.state), fact) : undefined;
  const said = {
    ...fixed,
    comparator: is,
    value: null,
    threshold: null,
    ...(slot && { fact: slot.id }),
    ...(text !== undefined && { text }),
    ...sentenceOf(part, place, text),
  };
  return ofItem(slot, (state) => ({
    ...said,
    outcome: outcomeOf(state, part),
    value: written(left.value(state), fact),
    threshold: constant ?? written(right.value(state), fact),
  }));
}

function sidesOf(part: PreparedCondition, state: Situation): readonly PreparedQuantity[] {
  const sides: PreparedQuantity[] = [];
  part.visit(state, (side) => {
    if (side.kind === 'quantity') sides.push(side);
  });
  return sides;
}

function quantityWriter(part: PreparedQuantity, place: Place): Writer<QuantityStep> {
  const { source } = part;
  const [slot] = part.reads;
  const fact = typeOf(part, place);
  const said = {
    step: 'quantity',
    path: pathOf(place.clause, part),
    level: place.level,
    op: source.op,
    value: null,
    ...(slot && { fact: slot.id }),
    ...((source.op === 'number' || source.op === 'notStated') && { text: source.text }),
  } as const;
  const tell = (state: Situation): QuantityStep => {
    const value = part.value(state);
    return { ...said, value: value.flaw === undefined ? written(value, fact) : null };
  };
  if (source.op !== 'number') return ofItem(slot, tell);
  const constant = tell(place.state);
  return () => ({ ...constant });
}

/** A fact of a list is named with the item that is looked at. */
function ofItem<Step extends { fact?: string }>(slot: Slot | undefined, tell: Writer<Step>): Writer<Step> {
  if (slot?.list === undefined) return tell;
  return (state) => {
    const step = tell(state);
    step.fact = flatName(state, slot);
    return step;
  };
}

function outcomeOf(state: Situation, part: PreparedCondition): StepOutcome {
  const holds: Truth = part.holds(state);
  if (holds !== 'unknown') return holds ? 'met' : 'notMet';
  let flawed = false;
  part.visit(state, (inner) => {
    flawed ||= inner.kind === 'quantity' && inner.value(state).flaw === 'undefined';
  });
  return flawed ? 'undefined' : 'unknown';
}

/** What says how a value is written. */
type Typed = Parameters<typeof textOf>[0];

const DATE: Typed = { type: 'date' };

function typeOf({ reads: [slot], source }: PreparedQuantity, { facts }: Place): Typed | undefined {
  if (source.op === 'asOf' || source.op === 'later') return DATE;
  return slot && facts.get(slot.id);
}

function written(value: Interval, fact: Typed | undefined): TraceValue {
  const text = (end: Interval['min']): string | null =>
    end === null ? null : fact === undefined ? formatRational(end) : textOf(fact, end);
  if (!isPoint(value))
    return fact?.type === 'yesNo' || fact?.type === 'choice'
      ? null
      : { min: text(value.min), max: text(value.max) };
  const only = text(value.min);
  return fact?.type === 'yesNo' ? only === 'true' : only;
}

function optionTexts(fact: FactDefinition | undefined, options: readonly number[]): TraceValue {
  if (fact?.type === 'yesNo') return options.includes(1);
  return options.map((option) => fact?.options?.[option]?.value ?? '').join('|');
}

/** The sentence of the text that names the threshold, else the first one. */
function sentenceOf(part: PreparedPart, { clause }: Place, text?: string): { readonly sentence?: string } {
  const plain = (words: string): string => words.replace(/\s/g, '');
  const sentences = sentencesAt(pathOf(clause, part), clause);
  const found = text === undefined ? undefined : sentences.find((each) => names(plain(each), plain(text)));
  const sentence = found ?? sentences[0];
  return sentence === undefined ? {} : { sentence };
}

/** Whether words name a figure as it is: 15%, 2.5% and 1,005% do not name 5%, nor 5,000 5, nor 十五年 五年. */
function names(words: string, figure: string): boolean {
  for (let at = words.indexOf(figure); at >= 0; at = words.indexOf(figure, at + 1)) {
    const [before, after] = [words.slice(0, at), words.slice(at + figure.length)];
    const goesOn = /\d$/.test(figure) && /^[\d.]|^,\d/.test(after);
    if (
      !goesOn &&
      !/[\d.]$|\d,$/.test(before) &&
      !(/^[一-龥]/.test(figure) && /[〇零一二两三四五六七八九十百千万亿]$/.test(before))
    )
      return true;
  }
  return false;
}

/** What a general requirement asks stands in its own sentences. */
function sentencesAt(path: string, { requirements = [], sentences }: Clause): readonly string[] {
  const general = requirements.find((each) => path === each.path || path.startsWith(`${each.path}/`));
  return (general ?? { sentences }).sentences;
}
