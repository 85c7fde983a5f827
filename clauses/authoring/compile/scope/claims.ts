import type { Rational } from '../../../numbers/exact.ts';
import type { Path } from '../../issues/finding.ts';
import type { RuleDimension } from './dimension.ts';

/** How a rule bounds a literal; the text must bound it in the same way. */
export type ClaimBound =
  | 'stated'
  | 'atLeast'
  | 'moreThan'
  | 'atMost'
  | 'lessThan'
  | 'equals'
  | 'about'
  /** The number of conditions to meet: 至少符合2项, 2项以上. */
  | 'count'
  /** A ceiling: 不超过200万元, or 以200万元为限. */
  | 'cap'
  /** One of several quantities, the smallest of which counts: 不高于本金的2%, or 本金的2%. */
  | 'smallest'
  /** The smallest amount that is paid: 不低于10万元, 不足10万元的. */
  | 'floor'
  /** A sum for all applicants: 总额不超过500万元, or 每年500万元. */
  | 'budget'
  /** The unit that an amount is rounded to: 取整到万元, 不足1万元的部分舍去. */
  | 'rounding'
  /** The size of a step, or what is subtracted: 每满100万元, 超过100万元的部分. */
  | 'any';

/** A literal or word of a rule, to compare with the marked text of the rule. */
export type Claim =
  | {
      readonly kind: 'figure';
      readonly value: Rational;
      readonly dimension: RuleDimension;
      readonly bound: ClaimBound;
      /**
       * Whether the figure applies under one of several readings only, so that its bound may differ from the text's.
       */
      readonly guarded: boolean;
      readonly text: string;
      readonly path: Path;
    }
  | {
      readonly kind: 'word';
      readonly word: ClaimWord;
      /** Whether the text must contain the word. Otherwise the claim explains the word where the text contains it. */
      readonly required: boolean;
      readonly text: string;
      readonly path: Path;
    }
  /** A ceiling: the text must not state another period for it, or that it applies to each item. */
  | {
      readonly kind: 'ceiling';
      readonly per: string;
      readonly period: string;
      /** Whether the ceiling applies to all items of a list together, so that the text must not limit a single item. */
      readonly forAllItems: boolean;
      readonly figures: readonly Extract<Claim, { kind: 'figure' }>[];
      readonly path: Path;
    }
  /**
   * Words that explain figures and words of the text: the author's own words explain all of them, a fact's question
   * only times and levels, the label of an indicator and the question of a reading only levels (省级以上).
   */
  | {
      readonly kind: 'quote';
      readonly text: string;
      readonly only: 'all' | 'times' | 'levels';
      /** Whether the text must contain these words. */
      readonly verbatim: boolean;
      readonly path: Path;
    };

/** Words of a rule: what the text says with 一次性, 可, 上一年, 首次, 连续, 每年, 应, 不予, 除外. */
export type ClaimWord =
  | 'once'
  | 'may'
  | 'previousYear'
  | 'first'
  | 'consecutive'
  | 'everyYear'
  | 'shall'
  | 'refuse'
  | 'except';

/** A clause, group, requirement or target with all claims on its marked text. */
export interface Claimant {
  /** Local name, as in the marks. */
  readonly name: string;
  readonly kind: 'clause' | 'group' | 'requirement' | 'target';
  /** Whether it grants an award, so that 一次性 and 可 in its text need a claim. */
  readonly award: boolean;
  readonly path: Path;
  /** In the authored order. */
  readonly claims: readonly Claim[];
  /** Words of the text that the rule leaves out, with the reason. */
  readonly unused: readonly { readonly text: string; readonly reason: string }[];
  /** The deadline of a target as the text states it: 到2025年. */
  readonly deadline?: string;
  /** The years for which a target has values. */
  readonly years?: readonly string[];
}
