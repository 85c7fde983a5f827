import { flatAnswers, readAnswers } from '../../clauses/answering.ts';
import { buildCatalogue } from '../../clauses/authoring.ts';
import { combinationOf, defaultExplainers, gapsOf, groundsOf, traceOf } from '../../clauses/explain.ts';
import {
  type CheckResult,
  type Clause,
  check,
  type Dictionary,
  prepareCatalogues,
} from '../../clauses/index.ts';
import { loadContent } from '../../site/content/load/load-content.ts';
import { type FormState, readForm } from '../../views/form/fields.ts';
import { rawAnswers } from '../../views/form/raw-answers.ts';
import { type Vocabulary, vocabulary } from '../../views/wording/names.ts';
import type { FieldProblem } from '../../views/wording/problems.ts';
import { type ResultContext, resultContext } from '../../views/wording/results/result.ts';

const content = loadContent('content');
if (content.dictionary === undefined) throw new Error('the content has no dictionary');

/** The published dictionary, and the clauses of Longnan as they are checked. */
export const dictionary: Dictionary = content.dictionary;
export const words: Vocabulary = vocabulary(dictionary);
const policies = content.policies
  .filter(({ policy }) => policy.jurisdiction === 'longnan')
  .map(({ policy }) => policy);
export const prepared = prepareCatalogues(dictionary, [
  buildCatalogue('longnan', policies, () => 'sha256-0123456789abcdef'),
]);

/** The words around the results of Longnan. */
export const context: ResultContext = resultContext(dictionary, prepared.policies);

/** A clause of 龙办发〔2022〕40号 by its local name. */
export function clause(name: string): Clause {
  const found = prepared.published.get(`longnan/2022-40#${name}`);
  if (found === undefined) throw new Error(`no clause ${name}`);
  return found;
}

/** A form that was sent, and its evaluation. */
export interface Sent {
  readonly state: FormState;
  readonly problems: readonly FieldProblem[];
  readonly result: CheckResult;
  readonly answers: Readonly<Record<string, string>>;
}

/** Sends a form with these fields on 2026-11-21. */
export function send(fields: Readonly<Record<string, string>>): Sent {
  const state = readForm(Object.entries(fields));
  const form = rawAnswers(dictionary, state);
  const read = readAnswers(dictionary, form.raw);
  return {
    state,
    problems: [...form.problems, ...read.problems],
    result: check(prepared, {
      ...defaultExplainers,
      answers: read.answers,
      asOf: '2026-11-21',
      jurisdiction: 'longnan',
      trace: traceOf,
      grounds: groundsOf,
      gaps: gapsOf,
      combination: combinationOf,
    }),
    answers: flatAnswers(dictionary, read.answers),
  };
}

/** The text of markup, one line for each block. */
export function textOf(html: string): string {
  return html
    .replace(/<(\/(p|li|h[1-6]|tr|dt|dd|blockquote|caption|summary|legend|label)|br)\b[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
