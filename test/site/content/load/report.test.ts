import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptTexts } from '../../../../site/content/load/accept-texts.ts';
import { jsonReport, terminalReport } from '../../../../site/content/load/issue-report.ts';
import { lineDifference } from '../../../../site/content/load/line-difference.ts';
import { loadContent } from '../../../../site/content/load/load-content.ts';
import { fixture } from '../../../content/fixtures.ts';
import { contentFolder } from '../../../content/folder.ts';

const tiny = fixture('good/tiny.mdx');
const file = 'policies/ceshi/1.mdx';

function checked(text: string): ReturnType<typeof loadContent> {
  return loadContent(contentFolder({ [file]: text }));
}

/** The report without the folder that the test made. */
function printed(text: string): string {
  return terminalReport(checked(text)).replaceAll(/\S*huice-content-[^/]+\//g, 'content/');
}

describe('the report on the terminal', () => {
  it('says that the content has no problems', () => {
    expect(printed(tiny)).toBe('内容检查通过：1 个政策文件。');
  });

  it('shows remarks, which do not prevent publication', () => {
    expect(printed(tiny.replace('planYears: { from: 2026, to: 2030 }\n', ''))).toMatch(
      /^content\/policies\/ceshi\/1\.mdx:2:8 提示：[\s\S]*内容检查通过：1 个政策文件，另有 1 条提示。$/,
    );
  });

  it('names file, line and column, shows the line and the repaired line', () => {
    expect(printed(tiny.replace('aboveScale, is', 'aboveScael, is'))).toBe(
      [
        'content/policies/ceshi/1.mdx:14:19 问题：facts.yaml 里没有填报项“enterprise.aboveScael”，是不是“enterprise.aboveScale”？',
        '    14 |     when: { fact: enterprise.aboveScael, is: true }',
        '    应改为：when: { fact: enterprise.aboveScale, is: true }',
        '',
        '共 1 个问题。全部改正以前，网站不会更新。',
      ].join('\n'),
    );
  });

  it('shows both lines where text and rule differ, and the position in the text', () => {
    const changed = tiny.replace('奖励20万元', '奖励30万元');
    const report = printed(changed);
    expect(report).toContain(
      '    15 |     award: { type: money, exactly: 20万元 }\n    应改为：award: { type: money, exactly: 30万元 }',
    );
    expect(report).toContain('    另见 content/policies/ceshi/1.mdx:24:31 原文：对规模以上企业奖励30万元。');
    expect(report).toContain('    24 | 一、<Clause id="award">对规模以上企业奖励30万元。</Clause>');
  });

  it('shortens a long line around the position', () => {
    const report = printed(
      tiny.replace('</Clause>', `</Clause>${'长'.repeat(300)}奖励3万元${'长'.repeat(300)}`),
    );
    expect(report).toMatch(/ {4}24 \| …长+奖励3万元长+…/);
  });
});

describe('the report for programs', () => {
  it('contains the same issues', () => {
    const report = JSON.parse(jsonReport(checked(tiny.replace('aboveScale, is', 'aboveScael, is'))));
    expect(report).toMatchObject({
      ok: false,
      policies: 0,
      issues: [
        {
          code: 'unknownFact',
          severity: 'error',
          line: 14,
          column: 19,
          excerpt: '    when: { fact: enterprise.aboveScael, is: true }',
          fix: 'when: { fact: enterprise.aboveScale, is: true }',
        },
      ],
    });
    expect(JSON.parse(jsonReport(checked(tiny)))).toEqual({ ok: true, policies: 1, issues: [] });
  });
});

describe('accepting a text', () => {
  const changed = tiny.replace('# 测试办法', '# 测试办法\n\n前言。').replace('奖励20', '奖励30');

  it('shows how it differs from the earlier version, and writes its digest', () => {
    const folder = contentFolder({ [file]: changed });
    expect(loadContent(folder).issues.map(({ code }) => code)).toContain('textChanged');
    const report = acceptTexts(folder, () => tiny);
    expect(report.split('\n').slice(1)).toEqual([
      '  同上一版相比，正文的改动：',
      '  - 一、对规模以上企业奖励20万元。',
      '  + 前言。',
      '  + 一、对规模以上企业奖励30万元。',
    ]);
    expect(loadContent(folder).issues.map(({ code }) => code)).toEqual(['figureMismatch']);
  });

  it('says so when there is nothing to compare with', () => {
    const folder = contentFolder({ [file]: changed });
    expect(acceptTexts(folder, () => undefined)).toContain('没有可以比较的上一版。请确认已同原文逐字核对。');
  });

  it('says of a new file that its text has not been checked yet', () => {
    const fresh = changed.replace(/sha256-\w+/, 'sha256-0');
    const folder = contentFolder({ [file]: fresh });
    expect(loadContent(folder).issues.find(({ code }) => code === 'textChanged')?.message).toMatch(
      /^正文还没有核对过。请逐字核对原文/,
    );
    expect(acceptTexts(folder, () => fresh)).toMatch(
      /1\.mdx：第一次核对，已写入 textDigest。请确认已同原文逐字核对。$/,
    );
  });

  it('does not change a file whose text is unchanged or cannot be read', () => {
    const broken = changed.replace('前言。', '{前言}');
    const folder = contentFolder({ [file]: tiny, 'policies/ceshi/2.mdx': broken });
    expect(acceptTexts(folder, () => undefined)).toMatch(/2\.mdx：正文有问题，无法核对，没有改写。$/);
    expect(readFileSync(join(folder, file), 'utf8')).toBe(tiny);
    expect(readFileSync(join(folder, 'policies/ceshi/2.mdx'), 'utf8')).toBe(broken);
  });

  it('keeps the line ends of the file', () => {
    const folder = contentFolder({ [file]: changed.replaceAll('\n', '\r\n') });
    acceptTexts(folder, () => undefined);
    const written = readFileSync(join(folder, file), 'utf8');
    expect(written.replaceAll('\r\n', '')).not.toContain('\n');
    expect(loadContent(folder).issues.map(({ code }) => code)).toEqual(['figureMismatch']);
  });
});

describe('the difference of two texts', () => {
  it.each<[string, string, string]>([
    ['甲\n乙\n丙', '甲\n丙', ' 甲|-乙| 丙'],
    ['甲\n丙', '甲\n乙\n丙', ' 甲|+乙| 丙'],
    ['甲\n乙\n丙\n丁', '甲\n戊\n丙\n己', ' 甲|-乙|+戊| 丙|-丁|+己'],
    ['甲', '甲', ' 甲'],
    ['甲', '乙', '-甲|+乙'],
  ])('%j to %j', (before, after, lines) => {
    expect(
      lineDifference(before, after)
        .map(({ sign, text }) => sign + text)
        .join('|'),
    ).toBe(lines);
  });
});

describe('the command', () => {
  const run = (...args: string[]): { code: number; output: string } => {
    try {
      return {
        code: 0,
        output: execFileSync(process.execPath, ['tools/check.ts', ...args], {
          encoding: 'utf8',
          stdio: 'pipe',
        }),
      };
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { code: status, output: stdout + stderr };
    }
  };

  it('succeeds on good content and fails on bad', () => {
    expect(run(contentFolder({ [file]: tiny }))).toEqual({
      code: 0,
      output: '内容检查通过：1 个政策文件。\n',
    });
    const bad = run('--json', contentFolder({ [file]: tiny.replace('aboveScale, is', 'aboveScael, is') }));
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.output).ok).toBe(false);
  });

  it('refuses unknown arguments', () => {
    expect(run('--fix')).toEqual({
      code: 1,
      output:
        '不认识：--fix。用法：npm run check -- [--json] [--accept] [内容目录]，或者 --mutate [内容目录或政策文件]\n',
    });
  });
});
