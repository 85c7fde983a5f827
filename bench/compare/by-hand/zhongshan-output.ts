import { and, type ByHand, either, fixed, type Range, type Truth, WAN } from './ranges.ts';
import type { Applicant } from './zhongshan-facts.ts';

const YI = 10_000 * WAN;
const THRESHOLDS = [50 * YI, 100 * YI, 300 * YI, 500 * YI] as const;
const AWARDS = [500 * WAN, 1000 * WAN, 3000 * WAN, 5000 * WAN] as const;

/**
 * The award for passing output thresholds for the first time; commerce gets half. The text leaves open whether a
 * threshold must be exceeded, and whether only the highest threshold counts or each one passed in the year.
 */
export function breakthrough({ contributionAtAverage, commerce, output, bestOutput }: Applicant): ByHand {
  const read = (exceeded: number): ByHand => {
    const present = levels(output, exceeded);
    const before = levels(bestOutput, exceeded);
    const passed: Truth = present.min > before.max || (present.max > before.min && 'unknown');
    const lowest = AWARDS[Math.max(present.min, before.min + 1) - 1] ?? 0;
    const sum = AWARDS.slice(before.min, present.max).reduce((total, each) => total + each, 0);
    const range = { min: commerce === false ? lowest : lowest / 2, max: commerce === true ? sum / 2 : sum };
    return fixed(and(contributionAtAverage, passed), range);
  };
  return either(read(1), read(0));
}

/** The number of thresholds that are passed; `exceeded` is 1 (fen) where a threshold must be exceeded, else 0. */
function levels({ min, max }: Range, exceeded: number): Range {
  const passed = (sum: number): number => THRESHOLDS.filter((each) => sum >= each + exceeded).length;
  return { min: passed(min), max: passed(max) };
}
