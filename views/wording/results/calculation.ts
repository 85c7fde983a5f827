import type { Amount, Award, Clause, ClauseResult, Quantity, TraceStep } from '../../../clauses/index.ts';
import { sameQuantity } from '../../../clauses/language.ts';
import { sayMoney, sayRange, upTo } from '../money.ts';
import { nameParts, type Vocabulary } from '../names.ts';
import { sayQuantity } from '../rules/clause.ts';
import { sayLimit } from '../rules/limits.ts';
import { sayLiteral } from '../rules/literal.ts';
import { FORCES } from '../terms.ts';
import { decimalText, sayTraceValue } from '../values.ts';
import { type SumFigures, sayLimitName } from './amount.ts';
import type { ResultContext } from './result.ts';

type Sum = Extract<Amount, { kind: 'money' }>;
type QuantityStep = Extract<TraceStep, { step: 'quantity' }>;

/** One line of a calculation. */
export interface SaidCalculation {
  /** Items of a list are computed one by one. */
  readonly item?: number;
  readonly line: string;
}

/** The steps of a clause's amount in words: `购买设备投资额 800 万元 × 6% = 48 万元`, then its limits. */
export function saidCalculation(
  { amount, items, trace }: ClauseResult,
  { award, limits }: Clause,
  context: ResultContext,
): readonly SaidCalculation[] {
  if (amount.kind === 'none' || award === undefined) return [];
  const { words } = context;
  const barred = new Set(items.filter(({ verdict }) => verdict === 'ineligible').map(({ item }) => item));
  const numbers = [...new Set(trace.map(({ item }) => item))].filter(
    (item) => item === undefined || !barred.has(item),
  );
  const computed = numbers.flatMap((item) => {
    const steps = new Steps(trace, item, words);
    return ends(award).flatMap(([name, path, quantity]) => {
      const line = steps.sayLine(name, path, quantity);
      return line === undefined ? [] : [item === undefined ? { line } : { item, line }];
    });
  });
  const own = limits.filter(({ over, type }) => !Array.isArray(over) && type !== 'budget');
  const capped = own.map((limit) => ({ line: `限额：${sayLimit(limit, words)}` }));
  const sum = computed.length > 0 && own.length > 0 ? [{ line: sayAfterLimits(amount) }] : [];
  return [...computed, ...capped, ...sum, ...sayJointLimits(amount, context)];
}

/** What is left after the limits of the clause itself, before those over several clauses. */
function sayAfterLimits(amount: Sum): string {
  return `合计，受限以后：${sayAmount(amount.beforeLimits ?? amount, amount.force)}`;
}

/** The limits over several clauses, by the clauses that state them, and what is left after them. */
function sayJointLimits(amount: Sum, context: ResultContext): readonly SaidCalculation[] {
  if (amount.beforeLimits === undefined) return [];
  const limits = amount.beforeLimits.limits.map((id) => sayLimitName(id, context)).join('、');
  const left = amount.missing.length > 0 ? '限额要看没有填的数' : sayAmount(amount, amount.force);
  return [{ line: `再受${limits}限制：${left}` }];
}

function sayAmount({ least, most }: SumFigures, force: Sum['force']): string {
  return force === 'upTo' ? `${FORCES.upTo} ${sayRange(upTo(most))}` : sayRange(least);
}

/** The least and the most of the award, once where they are the same, without a least of nothing. */
function ends({
  least,
  most,
}: Award): readonly (readonly [name: string, path: string, quantity: Quantity])[] {
  const fixed = sameQuantity(least, most);
  const from = least === undefined || (least.op === 'number' && least.value === '0') ? undefined : least;
  const to = most === undefined || most === null || fixed ? undefined : most;
  return [
    ...(from === undefined ? [] : [[fixed ? '' : '至少：', '/award/least', from] as const]),
    ...(to === undefined ? [] : [['至多：', '/award/most', to] as const]),
  ];
}

class Steps {
  readonly #quantities: ReadonlyMap<string, QuantityStep>;
  readonly #outcomes: ReadonlyMap<string, string>;
  readonly #words: Vocabulary;

  constructor(trace: readonly TraceStep[], item: number | undefined, words: Vocabulary) {
    const own = trace.filter((step) => step.item === item);
    const quantities = own.filter((step): step is QuantityStep => step.step === 'quantity');
    this.#quantities = new Map(quantities.map((step) => [step.path, step]));
    this.#outcomes = new Map(
      own.flatMap((step) => (step.step === 'condition' ? [[step.path, step.outcome]] : [])),
    );
    this.#words = words;
  }

  /** A whole line; a single figure of the text needs none. */
  sayLine(name: string, path: string, quantity: Quantity): string | undefined {
    const value = this.#quantities.get(path)?.value;
    if (quantity.op === 'number' || value === null || value === undefined) return undefined;
    const result = typeof value === 'string' ? sayMoney(decimalText(value)) : this.#open(value);
    return `${name}${this.#say(path, quantity)} ＝ ${result}`;
  }

  #open(value: QuantityStep['value']): string {
    const range = typeof value === 'object' && value !== null ? value : { min: null, max: null };
    if (range.max === null) return '还算不出（有的数字没有填）';
    return `${sayMoney(decimalText(range.min ?? '0'))}至 ${sayMoney(decimalText(range.max))}（有的问题没有答）`;
  }

  #say(path: string, quantity: Quantity): string {
    switch (quantity.op) {
      case 'number':
        return sayLiteral(quantity.text);
      case 'fact':
      case 'year':
        return this.#fact(path, quantity);
      case 'product':
        return this.#join(path, quantity.of, ' × ');
      case 'sum':
        return this.#join(path, quantity.of, ' ＋ ');
      case 'difference':
        return this.#join(path, quantity.of, ' － ');
      case 'quotient':
        return this.#join(path, quantity.of, ' ÷ ');
      case 'cases':
        return this.#cases(path, quantity);
      default:
        return `${sayQuantity(quantity, this.#words)}${this.#known(path)}`;
    }
  }

  /** A rate follows the quantity to which it applies. */
  #join(path: string, parts: readonly Quantity[], sign: string): string {
    const texts = parts.map((part, index) => this.#inner(`${path}/of/${index}`, part));
    const [first] = parts;
    const reordered =
      sign === ' × ' && first?.op === 'number' ? [...texts.slice(1), ...texts.slice(0, 1)] : texts;
    return reordered.join(sign);
  }

  #inner(path: string, part: Quantity): string {
    const text = this.#say(path, part);
    return part.op === 'sum' || part.op === 'difference' ? `（${text}）` : text;
  }

  #fact(path: string, quantity: Extract<Quantity, { op: 'fact' | 'year' }>): string {
    const step = this.#quantities.get(path);
    const label = sayQuantity(quantity, this.#words);
    if (typeof step?.value !== 'string' || step.fact === undefined) return `${label}（没有填）`;
    const fact = this.#words.fact(nameParts(step.fact, this.#words).id);
    return `${label} ${sayTraceValue(step.value, fact) ?? ''}`;
  }

  #known(path: string): string {
    const value = this.#quantities.get(path)?.value;
    return typeof value === 'string' ? ` ${sayMoney(decimalText(value))}` : '';
  }

  /** The case that applies, where it is known. */
  #cases(path: string, { cases, otherwise }: Extract<Quantity, { op: 'cases' }>): string {
    const outcomes = cases.map((_, index) => this.#outcomes.get(`${path}/cases/${index}/when`));
    const open = outcomes.findIndex((outcome) => outcome !== 'notMet');
    const found = cases[open];
    if (found !== undefined && outcomes[open] === 'met') {
      return this.#inner(`${path}/cases/${open}/then`, found.then);
    }
    if (found === undefined && otherwise !== undefined) return this.#inner(`${path}/otherwise`, otherwise);
    return sayQuantity(
      { op: 'cases', cases, ...(otherwise === undefined ? {} : { otherwise }) },
      this.#words,
    );
  }
}
