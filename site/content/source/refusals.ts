import { bodyRefusals } from './body-refusals.ts';
import { fileRefusals } from './file-refusals.ts';
import { policyRefusals } from './policy-refusals.ts';
import type { RefusalKind } from './refusal-kind.ts';
import { yamlRefusals } from './yaml-refusals.ts';

/** Every kind of refusal by its permanent code. */
export const refusalKinds = { ...fileRefusals, ...yamlRefusals, ...bodyRefusals, ...policyRefusals };

/** The permanent code of a refusal. */
export type RefusalCode = keyof typeof refusalKinds;

/** The values that the message of a refusal needs. */
export type RefusalGiven<Code extends RefusalCode> = Parameters<(typeof refusalKinds)[Code]['message']>[0];

/** A refused piece of a file. */
export interface FileRefusal {
  readonly code: RefusalCode;
  /** UTF-16 offset in the text that was read: the whole file, its YAML or its body. */
  readonly offset: number;
  readonly message: string;
  /** Returns the corrected line, or nothing where there is no obvious correction. */
  readonly repair?: (line: string) => string | undefined;
}

/** Builds a refusal with the message of its kind. */
export function refusal<Code extends RefusalCode>(
  code: Code,
  offset: number,
  given: RefusalGiven<Code>,
): FileRefusal {
  const { message, repair }: RefusalKind<never> = refusalKinds[code];
  // TypeScript does not see that `given` fits the kind of `code`; the signature guarantees it.
  const values = given as never;
  return {
    code,
    offset,
    message: message(values),
    ...(repair === undefined ? {} : { repair: (line: string) => repair(line, values) }),
  };
}
