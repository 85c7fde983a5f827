import { type AnswerProblem, sayAnswerProblem } from '../../clauses/answering.ts';
import type { RequestFinding } from './problem.ts';

/** A problem of an answer as the API reports it; `prefix` is the JSON Pointer to the answers in the document. */
export function answerFinding(problem: AnswerProblem, prefix: string): RequestFinding {
  return {
    code: problem.code,
    pointer: `${prefix}${problem.pointer}`,
    name: problem.name,
    detail: sayAnswerProblem(problem, 'json'),
  };
}
