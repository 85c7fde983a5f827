import { replyText, type Send } from './edge.ts';
import { MALFORMED } from './malformed.ts';
import type { Recording } from './recording.ts';

/** Records the replies to malformed requests. */
export async function recordProblems(send: Send, recording: Recording): Promise<void> {
  if (!recording.wants('problems')) return;
  for (const [what, asked] of MALFORMED) recording.add('problems', what, replyText(await send(asked)));
}
