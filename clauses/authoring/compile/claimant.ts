import type { Path } from '../issues/finding.ts';
import type { Claim } from './scope.ts';

/** A clause or target with everything that its marks must say. */
export interface Claimant {
  /** Local name, as in the marks. */
  readonly name: string;
  readonly kind: 'clause' | 'group' | 'requirement' | 'target';
  /** Whether it grants something, so that 一次性 and 可 concern it. */
  readonly award: boolean;
  readonly path: Path;
  /** In the authored order. */
  readonly claims: readonly Claim[];
  /** What the marks say and the rule leaves out, with the reason. */
  readonly unused: readonly { readonly text: string; readonly reason: string }[];
  /** 到2025年, of a target. */
  readonly deadline?: string;
  /** Years that a target gives values for. */
  readonly years?: readonly string[];
}
