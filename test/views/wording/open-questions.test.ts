import { expect, test } from 'vitest';
import { loadContent } from '../../../site/content/load/load-content.ts';
import { openQuestions, sayOpenQuestions } from '../../../views/wording/rules/open-questions.ts';

const policies = loadContent('content').policies.map(({ policy }) => policy);

/** The note below a paragraph of a document with the clauses of this citation. */
function said(document: string, citation: string): string {
  const policy = policies.find(({ id }) => id === document);
  if (policy === undefined) throw new Error(`no policy ${document}`);
  const clauses = policy.clauses.filter((clause) => clause.citation === citation);
  return sayOpenQuestions(openQuestions(clauses, policy))
    .map(({ text }) => text)
    .join('');
}

test.each([
  ['longnan/2022-40', '四（三）1', '文件有 7 处没有写清，见自查结果：这里 5 处，四（三）7 的 2 处。'],
  [
    'longnan/2022-40',
    '四（三）3',
    '文件有 5 处没有写清，见自查结果：这里 2 处，四（三）1 的 1 处，四（三）7 的 2 处。',
  ],
  [
    'longnan/2022-40',
    '四（三）4',
    '文件有 5 处没有写清，见自查结果：这里 2 处，四（三）1 的 1 处，四（三）7 的 2 处。',
  ],
  ['longnan/2022-40', '四（三）7', '文件有 2 处没有写清，见自查结果。'],
  ['longnan/2022-40', '四（一）', ''],
  ['jieyang/2018-119', '六（一）2', '文件有 4 处没有写清，见自查结果：这里 1 处，六（一）1 的 3 处。'],
  ['jieyang/2018-119', '六（一）3', '文件有 3 处没有写清，见自查结果：六（一）1 的 3 处。'],
  ['jieyang/2018-119', '六（一）4', '文件有 3 处没有写清，见自查结果：六（一）1 的 3 处。'],
])('%s %s: %s', (document, citation, sentence) => {
  expect(said(document, citation)).toBe(sentence);
});
