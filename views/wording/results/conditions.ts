import type { Clause, Condition, Requirement, StepOutcome, TraceStep } from '../../../clauses/index.ts';
import type { Vocabulary } from '../names.ts';
import { nameParts } from '../names.ts';
import { sayCondition, sayQuantity } from '../rules/clause.ts';
import { sayComparator, sayLiteral } from '../rules/literal.ts';
import { OUTCOMES } from '../terms.ts';
import { sayTraceValue } from '../values.ts';

type ConditionStep = Extract<TraceStep, { step: 'condition' }>;

/** One condition of a result, the answer beside the threshold. */
export interface SaidCondition {
  readonly outcome: StepOutcome;
  /** What the clause requires: `购买设备投资额 达到 500 万元`. */
  readonly text: string;
  /** What the applicant answered, or what was computed from it; absent where nothing was asked. */
  readonly answer?: string;
  readonly children: readonly SaidCondition[];
}

/** The sign and the word of an outcome. */
export function sayOutcome(outcome: StepOutcome): readonly [sign: string, word: string] {
  return OUTCOMES[outcome];
}

/** The conditions of a clause with their outcomes, for the applicant or for one item of a list. */
export function saidConditions(
  trace: readonly TraceStep[],
  item: number | undefined,
  clause: Clause,
  words: Vocabulary,
): readonly SaidCondition[] {
  const steps = trace.filter((step): step is ConditionStep => isShown(step) && step.item === item);
  const [root, ...more] = nest(steps, clause, words);
  const source = clause.when;
  return root !== undefined && more.length === 0 && source?.op === 'all'
    ? root.children
    : [root, ...more].filter((each) => each !== undefined);
}

/** Conditions inside a sum or a count explain a number, they are not asked of the applicant. */
function isShown(step: TraceStep): boolean {
  return step.step === 'condition' && /^\/when(?!.*\/(left|right)(\/|$))/.test(step.path);
}

/** Once enough alternatives are met, only those are shown, because they decide. */
function decisive(source: Condition, children: readonly SaidCondition[]): readonly SaidCondition[] {
  if (source.op !== 'any' && source.op !== 'nOf') return children;
  const met = children.filter(({ outcome }) => outcome === 'met');
  return met.length >= (source.op === 'nOf' ? source.n : 1) ? met : children;
}

function nest(steps: readonly ConditionStep[], clause: Clause, words: Vocabulary): readonly SaidCondition[] {
  const conditions: SaidCondition[] = [];
  for (let index = 0; index < steps.length; ) {
    const step = steps[index];
    if (step === undefined) break;
    const after = steps.findIndex((other, at) => at > index && other.level <= step.level);
    const end = after < 0 ? steps.length : after;
    const source = conditionAt(clause.when, step.path);
    const inner = nest(steps.slice(index + 1, end), clause, words);
    if (source !== undefined) conditions.push(sayStep(step, source, inner, clause, words));
    index = end;
  }
  return conditions;
}

/** The condition at a path of the trace: `/when/of/4/of/1`, `/when/where`. */
function conditionAt(root: Condition | undefined, path: string): Condition | undefined {
  let at = root;
  for (const [, index] of path.slice('/when'.length).matchAll(/\/(?:of\/(\d+)|of|where)/g)) {
    if (at === undefined || !('of' in at || 'where' in at)) return undefined;
    at = innerOf(at, index);
  }
  return at;
}

function innerOf(condition: Condition, index: string | undefined): Condition | undefined {
  if ('where' in condition) return condition.where;
  if (condition.op === 'not') return condition.of;
  return 'of' in condition ? condition.of[Number(index)] : undefined;
}

function sayStep(
  step: ConditionStep,
  source: Condition,
  children: readonly SaidCondition[],
  clause: Clause,
  words: Vocabulary,
): SaidCondition {
  const { outcome } = step;
  switch (source.op) {
    case 'all':
    case 'any':
    case 'nOf':
    case 'not':
    case 'some':
    case 'every':
      return sayGroupStep(outcome, source, decisive(source, children), sayHead(step, source, clause, words));
    case 'authority':
      return { outcome, text: source.text, children: [] };
    case 'reading':
      return { outcome, text: sayReading(source, clause), children: [] };
    case 'oneOf':
      return { outcome, text: sayCondition(source, words), answer: answered(step, words), children: [] };
    case 'compare':
      return { outcome, ...sayComparison(step, source, words), children: [] };
  }
}

/** A group of one is its only member. */
function sayGroupStep(
  outcome: StepOutcome,
  source: Composed,
  children: readonly SaidCondition[],
  text: string,
): SaidCondition {
  const [only] = children;
  if (source.op === 'any' && only !== undefined && children.length === 1) return only;
  return { outcome, text, children };
}

/** What the document asks for several clauses at once is named: `申报条件（三（一））：下面各项都要符合：` */
function sayHead(
  { path }: ConditionStep,
  source: Composed,
  { requirements = [] }: Clause,
  words: Vocabulary,
): string {
  const general = requirements.find((each) => each.path === path);
  return general === undefined
    ? sayGroup(source, words)
    : `${sayRequirement(general)}：${sayGroup(source, words)}`;
}

/** A general requirement by its title and place: `申报条件（三（一））`. */
export function sayRequirement({ title, citation }: Pick<Requirement, 'title' | 'citation'>): string {
  return citation === '' ? title : `${title}（${citation}）`;
}

type Composed = Extract<Condition, { op: 'all' | 'any' | 'nOf' | 'not' | 'some' | 'every' }>;

function sayGroup(source: Composed, words: Vocabulary): string {
  switch (source.op) {
    case 'all':
      return '下面各项都要符合：';
    case 'any':
      return '下面符合一项就可以：';
    case 'nOf':
      return `下面至少要符合 ${source.n} 项：`;
    case 'not':
      return '不能有下面的情况：';
    case 'some':
      return `至少有一个${words.item(source.list)}符合：`;
    case 'every':
      return `每个${words.item(source.list)}都要符合：`;
  }
}

function sayReading(
  { reading, option }: Extract<Condition, { op: 'reading' }>,
  { readings }: Clause,
): string {
  const label = readings.find(({ id }) => id === reading)?.options[option]?.label;
  return label === undefined ? '文件作另一种理解时' : `文件理解为“${label}”时`;
}

/** The answer to a question, or that there is none. */
function answered(step: ConditionStep, words: Vocabulary): string {
  const fact = step.fact === undefined ? undefined : words.fact(nameParts(step.fact, words).id);
  const value = sayTraceValue(step.value, fact);
  return value === undefined ? '没有答' : `您答：${value}`;
}

function sayComparison(
  step: ConditionStep,
  source: Extract<Condition, { op: 'compare' }>,
  words: Vocabulary,
): { readonly text: string; readonly answer: string } {
  const fact = step.fact === undefined ? undefined : words.fact(nameParts(step.fact, words).id);
  const stated = source.right.op === 'number' ? sayLiteral(source.right.text) : undefined;
  const computed = stated ?? sayTraceValue(step.threshold, fact);
  const right =
    stated ?? `${sayQuantity(source.right, words)}${computed === undefined ? '' : `（${computed}）`}`;
  const value = sayTraceValue(step.value, fact ?? factOf(source, words));
  const text = `${sayQuantity(source.left, words)} ${sayComparator(source)} ${right}`;
  if (source.left.op !== 'fact') return { text, answer: value === undefined ? '还算不出' : `算得：${value}` };
  const known = typeof step.value === 'string';
  return { text, answer: known && value !== undefined ? `您答：${value}` : '没有答' };
}

/** The fact that a total over a list adds up, for its unit. */
function factOf(
  { left }: Extract<Condition, { op: 'compare' }>,
  words: Vocabulary,
): ReturnType<Vocabulary['fact']> {
  return left.op === 'total' && left.of.op === 'fact' ? words.fact(left.of.fact) : undefined;
}
