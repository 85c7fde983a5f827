/**
 * The answering door: what applicants send, read strictly and shown back as it was understood; names that are nearly
 * right. Whoever has typed answers already evaluates without it.
 */
export { type AnswerProblem, readAnswers } from './answers.ts';
export { flatAnswers } from './flat-answers.ts';
export { nearest } from './nearest.ts';
export { pointerTo, shortened } from './pointer.ts';
