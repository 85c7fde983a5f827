import type { Shape } from './generated.ts';

/**
 * Clauses as a programmer would write them for speed alone, with the same meaning: three-valued conditions, and amounts
 * as the interval over everything unknown, in fen. No explanation, no missing facts, no text: the limit of what can be.
 */
export type Truth = boolean | 'unknown';

/** In fen; without limit `Infinity`. An unknown sum is from 0 to `Infinity`. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** `amount` is there where the clause may be met and the text has a figure. */
export interface ByHand {
  readonly met: Truth;
  readonly least?: Range;
  readonly most?: Range;
}

export interface Project {
  readonly completed: Truth;
  readonly nationalPolicy: Truth;
  readonly inStatistics: Truth;
  readonly totalInvestment: Range;
  readonly equipmentCost: Range;
}

export interface CloudService {
  /** 0 to 4, or unknown. */
  readonly stage: number | 'unknown';
  readonly paid: Range;
}

/** What the clauses of Longnan ask; an unknown list is `undefined`. */
export interface Applicant {
  readonly aboveScale: Truth;
  readonly registeredLocally: Truth;
  readonly smartManufacturing: Truth;
  readonly integration: readonly [standard: Truth, provincial: Truth, city: Truth];
  readonly service: readonly [national: Truth, provincial: Truth, city: Truth];
  readonly nodeConnected: Truth;
  readonly nodeAccepted: Truth;
  readonly nodeInvestment: Range;
  readonly projects: readonly Project[] | undefined;
  readonly cloudServices: readonly CloudService[] | undefined;
}

const YUAN = 100;
const WAN = 10_000 * YUAN;
const NOT_MET: ByHand = { met: false };

function and(a: Truth, b: Truth): Truth {
  return a === false || b === false ? false : a === true && b === true ? true : 'unknown';
}

function or(a: Truth, b: Truth): Truth {
  return a === true || b === true ? true : a === false && b === false ? false : 'unknown';
}

function atLeast({ min, max }: Range, threshold: number): Truth {
  return min >= threshold ? true : max < threshold ? false : 'unknown';
}

/** Whole per cent of a sum, rounded down to the fen, not above a cap. */
function share(sum: number, percent: number, cap: number): number {
  return Math.min(cap, sum === Number.POSITIVE_INFINITY ? sum : Math.floor((sum * percent) / 100));
}

function fixed(met: Truth, fen: number): ByHand {
  const range = { min: fen, max: fen };
  return met === false ? NOT_MET : { met, least: range, most: range };
}

const NO_PROJECT: readonly Project[] = [
  {
    completed: 'unknown',
    nationalPolicy: 'unknown',
    inStatistics: 'unknown',
    totalInvestment: { min: 0, max: Number.POSITIVE_INFINITY },
    equipmentCost: { min: 0, max: Number.POSITIVE_INFINITY },
  },
];

/** Some project reaches the investment; of an unknown list nothing is known. */
function register({ projects }: Applicant, threshold: number): ByHand {
  if (projects === undefined) return { met: 'unknown' };
  let met: Truth = false;
  for (const { totalInvestment } of projects) met = or(met, atLeast(totalInvestment, threshold));
  return { met };
}

const EQUIPMENT = 500 * WAN;

/** 6% of the equipment up to 2,000,000; the text leaves open whether projects reach the threshold one by one. */
function equipment({ aboveScale, projects }: Applicant): ByHand {
  const list = projects ?? NO_PROJECT;
  let [sure, possible] = [0, 0];
  for (const { completed, nationalPolicy, inStatistics, equipmentCost } of list) {
    const counts = and(and(completed, nationalPolicy), inStatistics);
    if (counts === true) sure += equipmentCost.min;
    if (counts !== false) possible += equipmentCost.max;
  }
  const jointly = atLeast({ min: sure, max: possible }, EQUIPMENT);
  let met: Truth = false;
  let [sum, least, max] = [0, Number.POSITIVE_INFINITY, 0];
  for (const { completed, nationalPolicy, inStatistics, equipmentCost } of list) {
    const alone = atLeast(equipmentCost, EQUIPMENT);
    const reached = or(alone, and('unknown', jointly));
    const one = and(and(aboveScale, completed), and(and(nationalPolicy, inStatistics), reached));
    if (one === false) continue;
    const needed = list.length === 1 || jointly === false ? EQUIPMENT : 0;
    const min = share(Math.max(equipmentCost.min, needed), 6, Number.POSITIVE_INFINITY);
    if (one === true) sum += min;
    least = Math.min(least, min);
    max += share(equipmentCost.max, 6, Number.POSITIVE_INFINITY);
    met = or(met, one);
  }
  if (met === false) return NOT_MET;
  const range = { min: Math.min(200 * WAN, met === true ? sum : least), max: Math.min(200 * WAN, max) };
  return { met: projects === undefined ? 'unknown' : met, least: range, most: range };
}

const STAGES = [40, 50, 60, 70, 80] as const;

/** Up to 40% to 80% of what was paid, by stage, together up to 50,000. */
function cloud({ cloudServices }: Applicant): ByHand {
  if (cloudServices === undefined)
    return { met: 'unknown', least: { min: 0, max: 0 }, most: { min: 0, max: 5 * WAN } };
  if (cloudServices.length === 0) return NOT_MET;
  let [min, max] = [0, 0];
  for (const { stage, paid } of cloudServices) {
    min += share(paid.min, stage === 'unknown' ? STAGES[0] : (STAGES[stage] ?? 0), Number.POSITIVE_INFINITY);
    max += share(paid.max, stage === 'unknown' ? STAGES[4] : (STAGES[stage] ?? 0), Number.POSITIVE_INFINITY);
  }
  return {
    met: true,
    least: { min: 0, max: 0 },
    most: { min: Math.min(5 * WAN, min), max: Math.min(5 * WAN, max) },
  };
}

function identifierNode(a: Applicant): ByHand {
  const met = and(and(a.nodeConnected, a.nodeAccepted), a.registeredLocally);
  if (met === false) return NOT_MET;
  const { min, max } = a.nodeInvestment;
  const range = { min: share(min, 20, 20 * WAN), max: share(max, 20, 20 * WAN) };
  return { met, least: range, most: range };
}

/** The thirteen supports of Longnan in the order of the text; its joint limit is no support. */
export const LONGNAN: readonly ((applicant: Applicant) => ByHand)[] = [
  (a) => register(a, 500 * WAN),
  (a) => register(a, 10_000 * WAN),
  ({ aboveScale }) => ({ met: aboveScale }),
  equipment,
  ({ smartManufacturing }) => ({ met: smartManufacturing }),
  ({ integration }) => fixed(integration[0], 20 * WAN),
  ({ integration }) => fixed(integration[1], 3 * WAN),
  ({ integration }) => fixed(integration[2], 2 * WAN),
  ({ service }) => fixed(service[0], 10 * WAN),
  ({ service }) => fixed(service[1], 3 * WAN),
  ({ service }) => fixed(service[2], 2 * WAN),
  cloud,
  identifierNode,
];

/** What the generated clauses ask. */
export interface Firm {
  readonly yes: readonly Truth[];
  readonly money: readonly Range[];
}

/** A generated clause as a function of its own, as if it had been written by hand. */
export function writtenOut({ both: [a, b], base, threshold, other, award }: Shape): (firm: Firm) => ByHand {
  const paid =
    'fixed' in award
      ? `fixed(met, ${award.fixed * YUAN})`
      : `range(met, ${[
          `share(Math.max(money[${base}].min, ${threshold * YUAN}), ${award.percent}, ${award.cap * YUAN})`,
          `share(money[${base}].max, ${award.percent}, ${award.cap * YUAN})`,
        ].join(', ')})`;
  const text = `return ({ yes, money }) => {
    const met = and(and(and(yes[${a}], yes[${b}]), atLeast(money[${base}], ${threshold * YUAN})),
      or(atLeast(money[${other.sum}], ${other.threshold * YUAN}), yes[${other.orYes}]));
    return met === false ? NOT_MET : ${paid};
  };`;
  const words = { and, or, atLeast, share, fixed, range, NOT_MET };
  return new Function(...Object.keys(words), text)(...Object.values(words)) as (firm: Firm) => ByHand;
}

function range(met: Truth, min: number, max: number): ByHand {
  const both = { min, max };
  return { met, least: both, most: both };
}
