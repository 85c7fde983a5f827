import { expect, test } from 'vitest';
import { loadContent } from '../../site/content/load/load-content.ts';
import { clausesTable } from '../../site/content/publish/spreadsheets.ts';
import { searchRecords } from '../../site/search/records.ts';

const { policies, jurisdictions = [], dictionary } = loadContent();
const found = policies.find(({ id }) => id === 'longnan/2022-40');
if (found === undefined || dictionary === undefined) throw new Error('there is no content');
const { policy } = found;
const lasting = { ...found, policy: { ...policy, dates: { ...policy.dates, validFor: '三年' } } };

test('a search filters by standing, and shows the length of a period without a first day', () => {
  const records = [...searchRecords([lasting], jurisdictions, dictionary)];
  expect(records.length).toBeGreaterThan(10);
  for (const { html } of records) {
    expect(html).toContain('有效期三年，从哪一天算起文件未载明');
    expect(html.match(/文件未载明有效期/g)).toHaveLength(1);
  }
});

test('so does the table of clauses', () => {
  const table = clausesTable({
    policies: [lasting.policy],
    jurisdictions,
    dictionary,
    asOf: '2026-11-21',
    site: 'https://huice.example/',
  });
  expect(table).toContain('有效期三年，从哪一天算起文件未载明');
  expect(table).not.toContain('文件未载明有效期');
});
