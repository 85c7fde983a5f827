import { REQUEST_DETAILS } from '../../views/wording/requests.ts';
import { ProblemRefusal, problem } from './problem.ts';

/** The largest reply that is sent, in bytes. */
export const REPLY_LIMIT = 1024 * 1024;

/** A text of UTF-16 has at most three bytes of UTF-8 for each unit. */
const MOST_BYTES_PER_UNIT = 3;

/** The text of a reply, unless it exceeds {@link REPLY_LIMIT}: then a {@link ProblemRefusal} is thrown. */
export function withinReply(text: string): string {
  const mayExceed = text.length * MOST_BYTES_PER_UNIT > REPLY_LIMIT;
  if (text.length <= REPLY_LIMIT && (!mayExceed || new TextEncoder().encode(text).length <= REPLY_LIMIT))
    return text;
  throw new ProblemRefusal(problem('tooMuchWork', REQUEST_DETAILS.tooMuchWork));
}
