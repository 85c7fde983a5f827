import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mutateContent } from '../../../../site/content/load/mutate-content.ts';
import { readPolicyFile } from '../../../../site/content/load/read-policy-file.ts';
import { readTables, type Tables } from '../../../../site/content/load/tables.ts';
import { mutantKinds } from '../../../../site/content/mutate/change.ts';
import type { MutationOutcome } from '../../../../site/content/mutate/mutate-policy.ts';
import { allNoticed, mutationReport } from '../../../../site/content/mutate/mutation-report.ts';
import { lineText, sourceText } from '../../../../site/content/source/source-text.ts';
import { errorTexts, fixture, signed } from '../../../content/fixtures.ts';
import { contentFolder } from '../../../content/folder.ts';

const file = 'content/policies/longnan/2022-40.mdx';
const text = readFileSync(file, 'utf8');
const tables = readTables('content').tables as Tables;
const context = { id: 'longnan/2022-40', jurisdiction: 'longnan', ...tables };

function issuesOf(changed: string): ReturnType<typeof readPolicyFile>['issues'] {
  return readPolicyFile(sourceText(file, changed), context, new Set([context.id])).issues;
}

/** The text with an accepted digest, as if the publisher had confirmed the change. */
function accepted(changed: string): string {
  return signed(changed.replace(/^textDigest: .*$/m, 'textDigest: sha256-0'));
}

/** The lines of all errors and of their related notes. */
function reportedLines(changed: string): readonly string[] {
  const source = sourceText(file, changed);
  return issuesOf(changed)
    .filter(({ severity }) => severity === 'error')
    .flatMap(({ line, also = [] }) => [line, ...also.map((note) => note.line)])
    .map((line) => lineText(source, line).trim());
}

describe('a figure changed on one side', () => {
  it('in the text: the build stops with the lines of both', () => {
    const lines = reportedLines(accepted(text.replace('给予 6% 一次性', '给予 7% 一次性')));
    expect(lines).toContain('exactly: { rate: 6%, of: projects.equipmentCost }');
    expect(lines.some((line) => line.includes('给予 7% 一次性资金奖补'))).toBe(true);
  });

  it('in the rule: the build stops with the lines of both', () => {
    const lines = reportedLines(text.replace('exactly: { rate: 6%', 'exactly: { rate: 7%'));
    expect(lines).toContain('exactly: { rate: 7%, of: projects.equipmentCost }');
    expect(lines.some((line) => line.includes('给予 6% 一次性资金奖补'))).toBe(true);
  });

  it('in the text, not accepted: the digest stops it as well', () => {
    expect(errorTexts(issuesOf(text.replace('给予 6% 一次性', '给予 7% 一次性')))).toContain('textChanged');
  });

  it('the unchanged file has no error', () => {
    expect(errorTexts(issuesOf(text))).toBe('');
    expect(accepted(text)).toBe(text);
  });
});

describe('every mistake in the rules is detected, or declared by the author to change nothing', () => {
  const found: MutationOutcome[] = [];

  it.each(globSync('content/policies/*/*.mdx').sort())(
    '%s',
    (policy) => {
      const [mutation] = mutateContent('content', policy);
      expect(mutation?.survivors).toEqual([]);
      expect(mutation?.stale).toEqual([]);
      if (mutation !== undefined) found.push(mutation);
    },
    60_000,
  );

  it('covers five policies and every kind of mistake', () => {
    console.log(mutationReport(found));
    expect(found).toHaveLength(5);
    expect(found.flatMap(({ explained }) => explained).length).toBeLessThanOrEqual(10);
    for (const kind of mutantKinds)
      expect(
        found.some(({ made }) => made[kind] > 0),
        kind,
      ).toBe(true);
  });
});

describe('a rule with too few examples', () => {
  const thin = fixture('good/thin.mdx');

  it('is reported with its line, the change and the remedy', () => {
    const folder = contentFolder({ 'policies/ceshi/1.mdx': thin });
    const mutations = mutateContent(folder);
    expect(allNoticed(mutations)).toBe(false);
    expect(mutationReport(mutations).replaceAll(`${folder}/`, '')).toMatchInlineSnapshot(`
      "policies/ceshi/1.mdx:16:11 没有发现：删去 { fact: enterprise.exporting, is: true }
          16 | - { fact: enterprise.exporting, is: true }
          规则这样写错，原文和算例都看不出来。
          补法：加一个其他都符合、只有这一处不符合的算例；有几种理解的，在 readings 里写明各是什么结果。

      逐处把规则改错，看检查能不能发现：
        比较方向：1 处，全部发现
        含不含本数：1 处，全部发现
        数值：4 处，全部发现
        全部与任一：1 处，全部发现
        条件或部分：3 处，没有发现 1 处
        是否与选项：1 处，全部发现
        力度与兑现：3 处，全部发现

      共改错 14 处，发现 13 处（92.9%），没有发现 1 处。请补算例；确实怎么改结果都相同的，在那一条写 equivalents: [{ change: “没有发现”后面的原话, reason: 原因 }]。"
    `);
  });

  it('is not reported once the author declares a change equivalent; a stale declaration is reported', () => {
    const declared = (change: string): string =>
      thin.replace(
        '    examples:',
        `    equivalents: [{ change: '${change}', reason: 试一试 }]\n    examples:`,
      );
    const [before] = mutateContent(contentFolder({ 'policies/ceshi/1.mdx': thin }));
    const [first] = before?.survivors ?? [];
    const [excused] = mutateContent(contentFolder({ 'policies/ceshi/1.mdx': declared(first?.told ?? '') }));
    expect(excused?.survivors.length).toBe((before?.survivors.length ?? 0) - 1);
    expect(excused?.explained.map(({ told }) => told)).toEqual([first?.told]);
    const [stale] = mutateContent(contentFolder({ 'policies/ceshi/1.mdx': declared('删去 when') }));
    expect(stale?.stale.map(({ change }) => change)).toEqual(['删去 when']);
  });
});
