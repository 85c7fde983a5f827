import type { Claimant } from '../compile/scope/claims.ts';
import type { MarkedBody } from '../schema/body.ts';
import type { MarkedPassage, TextOptions } from './marked-passage.ts';

/** The text of a policy and the rules that are compared with it: the one argument of every check. */
export interface AuditContext extends TextOptions {
  readonly body: MarkedBody;
  /** Every passage that is marked as a clause, group, requirement or target, in the order of the text. */
  readonly passages: readonly MarkedPassage[];
  /** Every rule, in the order of the front matter. */
  readonly claimants: readonly Claimant[];
}

/** The passages that are marked with a rule; empty where the rule has no mark. */
export function passagesOf(claimant: Claimant, { passages }: AuditContext): readonly MarkedPassage[] {
  return passages.filter((passage) => passage.claimants.includes(claimant));
}
