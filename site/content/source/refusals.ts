import { bodyRefusals } from './body-refusals.ts';
import { fileRefusals } from './file-refusals.ts';
import { policyRefusals } from './policy-refusals.ts';
import type { RefusalKind } from './refusal-kind.ts';

/** Every kind of refusal, by its permanent code. */
export const refusalKinds = { ...fileRefusals, ...bodyRefusals, ...policyRefusals };

/** The permanent code of a refusal. */
export type RefusalCode = keyof typeof refusalKinds;

/** What the message of a refusal needs to know. */
export type RefusalGiven<Code extends RefusalCode> = Parameters<(typeof refusalKinds)[Code]['message']>[0];

/** Something in a file that is refused, at a UTF-16 offset of what was read (the file, or its body). */
export interface FileRefusal {
  readonly code: RefusalCode;
  readonly offset: number;
  readonly message: string;
  readonly repair?: (line: string) => string | undefined;
}

/** Builds a refusal. */
export function refusal<Code extends RefusalCode>(
  code: Code,
  offset: number,
  given: RefusalGiven<Code>,
): FileRefusal {
  // The table types every message by its own code; a union of functions takes what all of them take.
  const kind: RefusalKind<never> = refusalKinds[code];
  const { repair } = kind;
  return {
    code,
    offset,
    message: kind.message(given as never),
    ...(repair === undefined ? {} : { repair: (line: string) => repair(line, given as never) }),
  };
}
