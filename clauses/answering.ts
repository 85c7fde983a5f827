/**
 * The answering door: reads strictly what applicants send, writes it back as it was read, and suggests similar names.
 * Code that has typed answers already does not need it.
 */

export { flatAnswers } from './answers/flat-answers.ts';
export { pointerTo, shortened } from './answers/pointer.ts';
export { sayAnswerProblem } from './answers/problem-words.ts';
export { type AnswerProblem, readAnswers } from './answers/read-answers.ts';
export { nearestSpelling } from './answers/spelling.ts';
