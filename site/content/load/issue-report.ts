import type { ContentIssue, SourceLocation } from '../source/content-issue.ts';
import { type Content, hasErrors } from './load-content.ts';

/** The report for a terminal in Chinese: location, message, line and corrected line of every issue, errors first. */
export function terminalReport(content: Content): string {
  const errors = content.issues.filter(({ severity }) => severity === 'error');
  const remarks = content.issues.filter(({ severity }) => severity === 'remark');
  return [...[...errors, ...remarks].map(issueText), reportConclusion(content)].join('\n\n');
}

/** The last line of the report: whether the content can be published. */
export function reportConclusion({ policies, issues }: Content): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const remarks = issues.length - errors;
  const noted = remarks === 0 ? '' : `，另有 ${remarks} 条提示`;
  if (errors > 0) return `共 ${errors} 个问题${noted}。全部改正以前，网站不会更新。`;
  return `内容检查通过：${policies.length} 个政策文件${noted}。`;
}

function issueText(issue: ContentIssue): string {
  const kind = issue.severity === 'error' ? '问题' : '提示';
  return [
    `${location(issue)} ${kind}：${issue.message}`,
    ...excerpt(issue),
    ...(issue.fix === undefined ? [] : repair(issue.fix, issue.column)),
    ...(issue.also ?? []).flatMap((note) => [`    另见 ${location(note)} ${note.message}`, ...excerpt(note)]),
  ].join('\n');
}

function location({ file, line, column }: SourceLocation): string {
  return `${file}:${line}:${column}`;
}

/** The most characters of a line that the report shows. */
const longest = 90;

/** A long line, shortened to the part around a 1-based column. */
function around(line: string, column: number): string {
  const from = Math.max(0, Math.min(column - 1 - longest / 3, line.length - longest));
  return `${from > 0 ? '…' : ''}${line.slice(from, from + longest)}${from + longest < line.length ? '…' : ''}`;
}

function excerpt({ excerpt: line, line: number, column }: SourceLocation): readonly string[] {
  return line.trim() === '' ? [] : [`    ${number} | ${around(line, column)}`];
}

function repair(fix: string, column: number): readonly string[] {
  const [first = '', ...more] = fix.split('\n');
  return [`    应改为：${around(first, column)}`, ...more.map((line) => `            ${line}`)];
}

/** The report as JSON for programs. */
export function jsonReport({ policies, issues }: Content): string {
  return JSON.stringify({ ok: !hasErrors(issues), policies: policies.length, issues }, null, 2);
}
