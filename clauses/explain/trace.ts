import { textOf } from '../answers/answer.ts';
import type { StepOutcome, TraceStep, TraceValue } from '../check/explanation.ts';
import type { PreparedCatalogue } from '../check/prepared-catalogue.ts';
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

/** Every condition and every quantity of a clause as steps, in the order of the clause, item by item. */
export function traceOf(
  state: Situation,
  { facts }: PreparedCatalogue,
  prepared: PreparedClause,
): readonly TraceStep[] {
  const { clause, list, when } = prepared;
  const steps: TraceStep[] = [];
  const visited = new Set<PreparedPart>();
  const add = (part: PreparedPart, level: number, item: number | undefined): void => {
    const write = writers.get(part) ?? writerOf(part, { state, clause, facts, level });
    const step = write(state);
    if (item !== undefined) step.item = item;
    steps.push(step);
    if (isLeaf(part) || visited.has(part)) return;
    if (item !== undefined && readsAllItems(part, clause.list)) visited.add(part);
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

/** Whether a part needs no further steps: a comparison of a fact with a number contains both values. */
function isLeaf({ source }: PreparedPart): boolean {
  return source.op === 'compare' && source.left.op === 'fact' && source.right.op === 'number';
}

/**
 * Whether a part reads every item of the clause's own list. Its inner steps are the same for each item of the clause and
 * are written once, under the first item that reaches it; otherwise 200 items would have 40,000 of each.
 */
function readsAllItems({ source }: PreparedPart, list: string | undefined): boolean {
  return 'list' in source && source.list === list;
}

/** Creates a new step each time; the caller adds the item. */
type StepWriter<Step = ConditionStep | QuantityStep> = (state: Situation) => Step;
type Mutable<Step> = { -readonly [Key in keyof Step]: Step[Key] };
type ConditionStep = Mutable<Extract<TraceStep, { step: 'condition' }>>;
type QuantityStep = Mutable<Extract<TraceStep, { step: 'quantity' }>>;

/** What the step of a part depends on besides the part. */
interface StepContext {
  readonly state: Situation;
  readonly clause: Clause;
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly level: number;
}

/** The writers of parts. Cached, because most properties of a step are the same in every trace. */
const writers = new WeakMap<PreparedPart, StepWriter>();

function writerOf(part: PreparedPart, context: StepContext): StepWriter {
  const writer = part.kind === 'condition' ? conditionWriter(part, context) : quantityWriter(part, context);
  writers.set(part, writer);
  return writer;
}

function conditionWriter(part: PreparedCondition, context: StepContext): StepWriter<ConditionStep> {
  const { source } = part;
  const path = pathOf(context.clause, part);
  const fixed = { step: 'condition', path, level: context.level, op: source.op, outcome: 'met' } as const;
  if (source.op === 'authority') {
    const step = { ...fixed, outcome: 'authority', text: source.text } as const;
    return () => ({ ...step });
  }
  if (source.op === 'compare') return comparisonWriter(part, source, fixed, context);
  const [slot] = part.reads;
  if (slot === undefined) return (state) => ({ ...fixed, outcome: outcomeOf(state, part) });
  if (slot.reading) return (state) => ({ ...fixed, outcome: outcomeOf(state, part), text: slot.id });
  const fact = context.facts.get(slot.id);
  const threshold = optionTexts(fact, source.op === 'oneOf' ? source.options : []);
  const fixedParts = {
    fact: slot.id,
    value: null,
    comparator: 'is',
    threshold,
    ...sentenceOf(part, context),
  };
  const constantParts = { ...fixed, ...fixedParts };
  return ofItem(slot, (state) => ({
    ...constantParts,
    outcome: outcomeOf(state, part),
    value: valueText(currentValue(state, slot), fact),
  }));
}

function comparisonWriter(
  part: PreparedCondition,
  { is, right: limit }: Extract<Condition, { op: 'compare' }>,
  fixed: ConditionStep,
  context: StepContext,
): StepWriter<ConditionStep> {
  const [left, right] = sidesOf(part, context.state);
  if (left === undefined || right === undefined)
    return (state) => ({ ...fixed, outcome: outcomeOf(state, part) });
  const [slot] = left.reads;
  const fact = typeOf(left, context) ?? (typeOf(right, context)?.type === 'date' ? DATE : undefined);
  const text = limit.op === 'number' ? limit.text : undefined;
  const constant = limit.op === 'number' ? valueText(right.value(context.state), fact) : undefined;
  const fixedParts = {
    ...fixed,
    comparator: is,
    value: null,
    threshold: null,
    ...(slot && { fact: slot.id }),
    ...(text !== undefined && { text }),
    ...sentenceOf(part, context, text),
  };
  return ofItem(slot, (state) => ({
    ...fixedParts,
    outcome: outcomeOf(state, part),
    value: valueText(left.value(state), fact),
    threshold: constant ?? valueText(right.value(state), fact),
  }));
}

function sidesOf(part: PreparedCondition, state: Situation): readonly PreparedQuantity[] {
  const sides: PreparedQuantity[] = [];
  part.visit(state, (side) => {
    if (side.kind === 'quantity') sides.push(side);
  });
  return sides;
}

function quantityWriter(part: PreparedQuantity, context: StepContext): StepWriter<QuantityStep> {
  const { source } = part;
  const [slot] = part.reads;
  const fact = typeOf(part, context);
  const fixedParts = {
    step: 'quantity',
    path: pathOf(context.clause, part),
    level: context.level,
    op: source.op,
    value: null,
    ...(slot && { fact: slot.id }),
    ...((source.op === 'number' || source.op === 'notStated') && { text: source.text }),
  } as const;
  const write = (state: Situation): QuantityStep => {
    const value = part.value(state);
    return { ...fixedParts, value: value.flaw === undefined ? valueText(value, fact) : null };
  };
  if (source.op !== 'number') return ofItem(slot, write);
  const constant = write(context.state);
  return () => ({ ...constant });
}

/** Names a fact of a list with its present item. */
function ofItem<Step extends { fact?: string }>(
  slot: Slot | undefined,
  write: StepWriter<Step>,
): StepWriter<Step> {
  if (slot?.list === undefined) return write;
  return (state) => {
    const step = write(state);
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

/** The type of a value, which decides how it is written. */
type ValueType = Parameters<typeof textOf>[0];

const DATE: ValueType = { type: 'date' };

function typeOf({ reads: [slot], source }: PreparedQuantity, { facts }: StepContext): ValueType | undefined {
  if (source.op === 'asOf' || source.op === 'later') return DATE;
  return slot && facts.get(slot.id);
}

function valueText(value: Interval, fact: ValueType | undefined): TraceValue {
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

/** The sentence of the text that names the threshold, otherwise the first sentence. */
function sentenceOf(
  part: PreparedPart,
  { clause }: StepContext,
  text?: string,
): { readonly sentence?: string } {
  const plain = (words: string): string => words.replace(/\s/g, '');
  const sentences = sentencesAt(pathOf(clause, part), clause);
  const found =
    text === undefined ? undefined : sentences.find((each) => containsFigure(plain(each), plain(text)));
  const sentence = found ?? sentences[0];
  return sentence === undefined ? {} : { sentence };
}

/** Whether words contain a figure and not a longer one: 15%, 2.5% and 1,005% do not name 5%, nor 5,000 5, nor 十五年 五年. */
function containsFigure(words: string, figure: string): boolean {
  for (let at = words.indexOf(figure); at >= 0; at = words.indexOf(figure, at + 1)) {
    const [before, after] = [words.slice(0, at), words.slice(at + figure.length)];
    const isContinued = /\d$/.test(figure) && /^[\d.]|^,\d/.test(after);
    if (
      !isContinued &&
      !/[\d.]$|\d,$/.test(before) &&
      !(/^[一-龥]/.test(figure) && /[〇零一二两三四五六七八九十百千万亿]$/.test(before))
    )
      return true;
  }
  return false;
}

/** The sentences of the text for a condition: those of its general requirement, otherwise those of the clause. */
function sentencesAt(path: string, { requirements = [], sentences }: Clause): readonly string[] {
  const general = requirements.find((each) => path === each.path || path.startsWith(`${each.path}/`));
  return (general ?? { sentences }).sentences;
}
