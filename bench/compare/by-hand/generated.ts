import type { Answers } from '../../../clauses/index.ts';
import type { Shape } from '../../generated/clauses.ts';
import {
  and,
  atLeast,
  type ByHand,
  fixed,
  NOT_MET,
  or,
  percentOf,
  point,
  type Range,
  type Truth,
  YUAN,
} from './ranges.ts';
import { SubjectFacts } from './read-facts.ts';

/** The facts that the generated clauses read. */
export interface Firm {
  readonly yes: readonly Truth[];
  readonly money: readonly Range[];
}

/** The answers of one applicant as the generated functions take them. */
export function firmOf({ values }: Answers): Firm {
  const facts = new SubjectFacts(values, 'firm');
  const indexes = Array.from({ length: 40 }, (_, index) => index);
  return {
    yes: indexes.map((index) => facts.yes(`yes${index}`)),
    money: indexes.map((index) => facts.hundredths(`money${index}`)),
  };
}

/** A generated clause as a JavaScript function, as a programmer would write it by hand. */
export function writtenOut({ both: [a, b], base, threshold, other, award }: Shape): (firm: Firm) => ByHand {
  const paidOf = (sum: string): string =>
    'cap' in award ? `Math.min(${award.cap * YUAN}, percentOf(${sum}, ${award.percent}))` : '';
  const paid =
    'fixed' in award
      ? `fixed(met, point(${award.fixed * YUAN}))`
      : `fixed(met, { min: ${paidOf(`Math.max(money[${base}].min, ${threshold * YUAN})`)},
          max: ${paidOf(`money[${base}].max`)} })`;
  const text = `return ({ yes, money }) => {
    const met = and(yes[${a}], yes[${b}], atLeast(money[${base}], ${threshold * YUAN}),
      or(atLeast(money[${other.sum}], ${other.threshold * YUAN}), yes[${other.orYes}]));
    return met === false ? NOT_MET : ${paid};
  };`;
  const words = { and, or, atLeast, fixed, percentOf, point, NOT_MET };
  return new Function(...Object.keys(words), text)(...Object.values(words)) as (firm: Firm) => ByHand;
}
