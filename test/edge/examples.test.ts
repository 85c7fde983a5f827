import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { flatAnswers, readAnswers } from '../../clauses/answering.ts';
import type { CheckResult } from '../../clauses/index.ts';
import { loadContent } from '../../site/content/load/load-content.ts';
import { type WorkedExample, workedExamplesIn } from '../worked-examples.ts';

/** Every worked example of every published clause, sent to the real runtime by the API and by the form. */
const root = join(import.meta.dirname, '../../content/policies');
const { dictionary } = loadContent(join(root, '..'));

const files = globSync('*/*.mdx', { cwd: root }).sort();

const DAY = '2020-06-01';

/** The words of a result page for a verdict; there are separate ones for pending judgements and future policies. */
function verdictWords(result: CheckResult['clauses'][number] | undefined): string {
  if (result?.standing === 'not-yet' && result.verdict !== 'ineligible') return '尚未施行';
  if (result?.verdict === 'eligible') return result.authority.length > 0 ? '需主管部门认定' : '可享受';
  return result?.verdict === 'undetermined' ? '可能享受' : '不符合';
}

async function byApi({ id, example }: WorkedExample): Promise<CheckResult> {
  const reply = await fetch(`${inject('baseUrl')}/api/check`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      asOf: example.asOf ?? DAY,
      jurisdiction: place(id),
      clauses: [id],
      facts: example.facts,
    }),
  });
  expect(reply.status, await reply.clone().text()).toBe(200);
  return (await reply.json()) as CheckResult;
}

async function byForm({ id, example }: WorkedExample): Promise<string> {
  if (dictionary === undefined) throw new Error('no dictionary');
  const fields = new URLSearchParams({
    place: place(id),
    asOf: example.asOf ?? DAY,
    clause: id,
    action: 'check',
  });
  const { answers } = readAnswers(dictionary, example.facts);
  for (const [name, value] of Object.entries(flatAnswers(dictionary, answers))) fields.set(name, value);
  for (const [list, items] of answers.lists) fields.set(list, items.length === 0 ? 'none' : 'given');
  const reply = await fetch(`${inject('baseUrl')}/check/`, { method: 'POST', body: fields });
  const page = await reply.text();
  expect(reply.status).toBe(200);
  const at = page.indexOf(`id="result-${id.replace(/[/#]/g, '-')}"`);
  expect(at, page.replace(/<[^>]+>/g, ' ').slice(0, 3000)).toBeGreaterThan(0);
  return page.slice(at, page.indexOf('</article>', at)).replace(/<[^>]+>/g, '');
}

function place(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

test('there are five policies with sixty clauses, one of them a limit', () => {
  expect(files).toHaveLength(5);
  expect(new Set(files.flatMap(workedExamplesIn).map(({ id }) => id)).size).toBe(59);
});

describe.each(files)('%s', (file) => {
  test('every worked example has the expected result by the API and by the form', async () => {
    for (const worked of workedExamplesIn(file)) {
      const [clause] = (await byApi(worked)).clauses;
      const name = `${worked.id}: ${worked.example.authored.name}`;
      const { verdict } = worked.example.authored.expect;
      if (verdict !== undefined) expect(clause?.verdict, name).toBe(verdict);
      expect(await byForm(worked), name).toContain(verdictWords(clause));
    }
  });
});
