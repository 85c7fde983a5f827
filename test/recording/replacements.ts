import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text that a refactoring changes on purpose. */
export interface Replacement {
  /** The text of the old tree. */
  readonly from: string;
  /** The text of the new tree. */
  readonly to: string;
  /** The reason for the change. */
  readonly why: string;
}

const LIST = join(import.meta.dirname, 'replacements.json');

/** Reads the committed list of replacements, in the order in which they apply. */
export function readReplacements(): readonly Replacement[] {
  return JSON.parse(readFileSync(LIST, 'utf8')) as readonly Replacement[];
}

/** Applies replacements to a text, one after another, everywhere in it. */
export function replaced(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((result, { from, to }) => result.replaceAll(from, () => to), text);
}
