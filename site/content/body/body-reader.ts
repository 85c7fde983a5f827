import { type FileRefusal, type RefusalCode, type RefusalGiven, refusal } from '../source/refusals.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** What the readers of a body share: its source and where refusals go. */
export interface BodyReader {
  readonly body: string;
  readonly refusals: FileRefusal[];
}

/** The offset of a node in the body's source. */
export function offsetOf(node: SyntaxNode): number {
  return node.position?.start.offset ?? 0;
}

/** Notes that something is refused, and goes on. */
export function refuseMarkup<Code extends RefusalCode>(
  reading: BodyReader,
  code: Code,
  offset: number,
  given: RefusalGiven<Code>,
): void {
  reading.refusals.push(refusal(code, offset, given));
}
