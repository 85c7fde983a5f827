import type { Amount, FactDefinition, Gap } from '../../../clauses/index.ts';
import { sayNoAmount } from '../labels.ts';
import { sayMoney, sayRange } from '../money.ts';
import { nameParts, sayName, type Vocabulary } from '../names.ts';
import { FORCES } from '../terms.ts';
import { sayFactValue } from '../values.ts';

/** The note where not every change was tried. */
export const UNFINISHED = '填的项很多，没有逐一试完，可能还有别的办法。';

/** A gap in one sentence: `“……”再增加 80 万元，达到 500 万元，就符合，可得 30 万元。` */
export function sayGap({ changes, amount }: Gap, words: Vocabulary, eligible: boolean): string {
  const parts = changes.map(({ fact, from, to }) => {
    const known = words.fact(nameParts(fact, words).id);
    return known === undefined ? '' : `${sayName(fact, words)}${sayChange(known, from, to)}`;
  });
  return `${parts.join('，并且')}，${eligible ? '' : '就符合'}${sayGain(amount, eligible)}。`;
}

function sayChange(fact: FactDefinition, from: string, to: string): string {
  const [before, after] = [sayFactValue(fact, from), sayFactValue(fact, to)];
  const difference = isCounted(fact) ? decimalDifference(from, to) : undefined;
  if (difference === undefined) return `由“${before}”变为“${after}”`;
  const up = !difference.startsWith('-');
  const step = sayFactValue(fact, up ? difference : difference.slice(1));
  return up ? `再增加 ${step}，达到 ${after}` : `减少 ${step}，降到 ${after}`;
}

function isCounted({ type }: FactDefinition): boolean {
  return type !== 'yesNo' && type !== 'choice' && type !== 'date' && type !== 'series';
}

/** `to − from` of two plain decimals, exactly. */
function decimalDifference(from: string, to: string): string | undefined {
  if (![from, to].every((text) => /^-?\d+(\.\d+)?$/.test(text))) return undefined;
  const places = Math.max(...[from, to].map((text) => text.split('.')[1]?.length ?? 0));
  const units = (text: string): bigint => {
    const [whole = '0', decimals = ''] = text.split('.');
    return BigInt(`${whole}${decimals.padEnd(places, '0')}`);
  };
  const difference = units(to) - units(from);
  const digits = (difference < 0n ? -difference : difference).toString().padStart(places + 1, '0');
  const sign = difference < 0n ? '-' : '';
  const fraction = places === 0 ? '' : `.${digits.slice(-places)}`;
  return `${sign}${digits.slice(0, digits.length - places)}${fraction}`;
}

function sayGain(amount: Amount, eligible: boolean): string {
  if (amount.kind === 'none')
    return amount.why === 'nonMonetary' || amount.why === 'ineligible'
      ? ''
      : `（${sayNoAmount(amount.why)}）`;
  const { force, least, most } = amount;
  const word = eligible ? '可得' : '，可得';
  if (force === 'fixed' || force === 'atLeast') return `${word} ${sayRange(least)}`;
  return `${word}${FORCES.upTo} ${most.max === null ? sayRange(most) : sayMoney(most.max)}`;
}
