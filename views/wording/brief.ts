import type { Condition, Quantity } from '../../clauses/index.ts';
import { sayLiteral, sayQuantity } from './clause.ts';
import type { Vocabulary } from './names.ts';

/**
 * A quantity in one line. Cases inside a sum or a product appear as their figures only (`500 万元、1000 万元`), because the
 * text is shown beside the line and the self-check shows every step.
 */
export function sayBrief(quantity: Quantity, words: Vocabulary): string {
  const plain = firstReading(quantity);
  return hasCasesInside(plain) ? sayFigures(plain) : sayQuantity(plain, words);
}

type Of<Op extends Quantity['op']> = Extract<Quantity, { op: Op }>;

/** The first case where the cases differ only by the reading of the text; readings are shown elsewhere. */
export function firstReading(quantity: Quantity): Quantity {
  const [first] = quantity.op === 'cases' ? quantity.cases : [];
  return first !== undefined && quantity.op === 'cases' && isByReading(quantity) ? first.then : quantity;
}

function hasCasesInside(quantity: Quantity): boolean {
  if (!('of' in quantity) || !Array.isArray(quantity.of)) return false;
  return quantity.of.some((part: Quantity) => part.op === 'cases' || hasCasesInside(part));
}

function isByReading({ cases }: Of<'cases'>): boolean {
  return cases.every(({ when }) => isReading(when));
}

/** Whether a condition tests only a reading of the text. */
export function isReading(when: Condition | undefined): boolean {
  return when?.op === 'reading';
}

/** The possible amounts and rates of a quantity, each once, in the order of the text. */
function sayFigures(quantity: Quantity): string {
  const figures = [...new Set(figuresOf(quantity))].filter((text) => !/^(?:0元?|100%)$/.test(text));
  const rates = figures.filter((text) => text.endsWith('%'));
  const amounts = figures.filter((text) => !text.endsWith('%'));
  const say = (texts: readonly string[]): string => texts.map(sayLiteral).join('、');
  return amounts.length > 0 && rates.length > 0 ? `${say(amounts)}，或者按其 ${say(rates)}` : say(figures);
}

function figuresOf(quantity: Quantity): readonly string[] {
  switch (quantity.op) {
    case 'number':
      return [quantity.text];
    case 'sum':
    case 'product':
    case 'smallest':
    case 'largest':
      return quantity.of.map(firstReading).flatMap(figuresOf);
    case 'cases':
      return [
        ...quantity.cases.flatMap(({ then }) => figuresOf(then)),
        ...(quantity.otherwise === undefined ? [] : figuresOf(quantity.otherwise)),
      ];
    case 'bands':
      return quantity.rows.flatMap(({ rate }) => figuresOf(rate));
    default:
      return [];
  }
}
