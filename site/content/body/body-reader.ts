import { type FileRefusal, type RefusalCode, type RefusalGiven, refusal } from '../source/refusals.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** What the functions that read a body share. */
export interface BodyReader {
  /** The source of the body. */
  readonly body: string;
  /** Collects everything that is refused, with offsets in the body. */
  readonly refusals: FileRefusal[];
}

/** The UTF-16 offset of a node in the source of the body. */
export function offsetOf(node: SyntaxNode): number {
  return node.position?.start.offset ?? 0;
}

/** Records a refusal. Reading continues, so that all problems are reported at once. */
export function refuseMarkup<Code extends RefusalCode>(
  reader: BodyReader,
  code: Code,
  offset: number,
  given: RefusalGiven<Code>,
): void {
  reader.refusals.push(refusal(code, offset, given));
}
