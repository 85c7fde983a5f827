import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPolicyFile } from '../../site/content/policyFile.ts';
import { lineText, sourceText } from '../../site/content/source.ts';
import { readTables, type Tables } from '../../site/content/tables.ts';
import { errorTexts, signed } from './fixtures.ts';

const file = 'content/policies/longnan/2022-40.mdx';
const text = readFileSync(file, 'utf8');
const bodyAt = text.indexOf('\n---\n') + '\n---\n'.length;
const tables = readTables('content').tables as Tables;
const context = { id: 'longnan/2022-40', jurisdiction: 'longnan', ...tables };

function issuesOf(changed: string): ReturnType<typeof readPolicyFile>['issues'] {
  return readPolicyFile(sourceText(file, changed), context, new Set([context.id])).issues;
}

/** The text with an accepted digest, as if the publisher had confirmed the change. */
function accepted(changed: string): string {
  return signed(changed.replace(/^textDigest: .*$/m, 'textDigest: sha256-0'));
}

/** All lines that the errors point at, and the lines beside them. */
function linesTold(changed: string): readonly string[] {
  const source = sourceText(file, changed);
  return issuesOf(changed)
    .filter(({ severity }) => severity === 'error')
    .flatMap(({ line, also = [] }) => [line, ...also.map((note) => note.line)])
    .map((line) => lineText(source, line).trim());
}

/** The errors that hold text and rule against each other; worked examples alone would not do. */
function againstEachOther(changed: string): readonly string[] {
  const codes = ['figureMismatch', 'ruleNotInText', 'textNotInRule', 'orderMismatch', 'deadlineMismatch'];
  return issuesOf(changed)
    .map(({ code }) => code)
    .filter((code) => codes.includes(code));
}

/** The number with its last digit changed. */
function another(digits: string): string {
  return digits.slice(0, -1) + String((Number(digits.at(-1)) + 1) % 10);
}

/** Every run of digits between two offsets, as a changed copy of the whole text. */
function mutants(pattern: RegExp): readonly [string, string][] {
  return Array.from(text.matchAll(pattern), (match): [string, string] => {
    const digits = match[1] ?? '';
    const at = match.index + match[0].length - digits.length;
    const changed = text.slice(0, at) + another(digits) + text.slice(at + digits.length);
    return [
      `${text.slice(at - 12, at).replaceAll('\n', ' ')}[${digits}]${text.slice(at + digits.length, at + digits.length + 8).replaceAll('\n', ' ')}`,
      changed,
    ];
  });
}

describe('a figure changed on one side', () => {
  it('in the text: the build stops with the lines of both', () => {
    const changed = accepted(text.replace('给予 6% 一次性', '给予 7% 一次性'));
    const told = linesTold(changed);
    expect(told).toContain('exactly: { rate: 6%, of: projects.equipmentCost }');
    expect(told.some((line) => line.includes('给予 7% 一次性资金奖补'))).toBe(true);
  });

  it('in the rule: the build stops with the lines of both', () => {
    const told = linesTold(text.replace('exactly: { rate: 6%', 'exactly: { rate: 7%'));
    expect(told).toContain('exactly: { rate: 7%, of: projects.equipmentCost }');
    expect(told.some((line) => line.includes('给予 6% 一次性资金奖补'))).toBe(true);
  });

  it('in the text, not accepted: the digest stops it as well', () => {
    expect(errorTexts(issuesOf(text.replace('给予 6% 一次性', '给予 7% 一次性')))).toContain('textChanged');
  });

  it('the file as it stands has no error', () => {
    expect(errorTexts(issuesOf(text))).toBe('');
    expect(accepted(text)).toBe(text);
  });
});

/** A figure of money, a share or a count with its unit, within the marked text. */
const inText = mutants(
  /(?<=<(?:Clause|Target)[^>]*>(?:(?!<\/).)*)(?<![\d.])(\d+)(?= ?(?:万元|亿元|%|家|个|项|年))/g,
).filter(([, changed]) => changed.slice(0, bodyAt) === text.slice(0, bodyAt));

describe('every figure of the marked text', () => {
  it('is found', () => {
    expect(inText.length).toBeGreaterThan(30);
  });

  it.each(inText)('%s', (_, changed) => {
    expect(againstEachOther(accepted(changed))).not.toEqual([]);
  });
});

/** The same in rules and targets. */
const inRules = mutants(
  /(?<=^ *(?:- )?(?:.*?\b(?:atLeast|amount|exactly|rate|total|about)|byYear)\b[^\n]*?)(?<![\d.])(\d+)(?=(?:万元|亿元|%|家|个|项|:1))/gm,
).filter(([, changed]) => changed.slice(bodyAt) === text.slice(bodyAt));

describe('every figure of the rules', () => {
  it('is found', () => {
    expect(inRules.length).toBeGreaterThan(30);
  });

  it.each(inRules)('%s', (_, changed) => {
    expect(againstEachOther(changed)).not.toEqual([]);
  });
});
