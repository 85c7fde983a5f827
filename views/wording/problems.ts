import type { AnswerProblem, FactDefinition } from '../../clauses/index.ts';

/** What is wrong with an answer in a form, and how to mend it. */
export function sayProblem(problem: AnswerProblem): string {
  const label = problem.fact === undefined ? '这一项' : `“${problem.fact.label}”`;
  const given = problem.given === undefined ? '' : `填的是“${problem.given}”，`;
  switch (problem.code) {
    case 'unknownFact':
      return `没有“${problem.name}”这个填报项，请刷新页面后重填。`;
    case 'duplicate':
      return `${label}填了不止一次，请只留一个。`;
    case 'tooManyItems':
      return `项目太多，一次最多填 200 项，请分几次自查。`;
    case 'outOfRange':
      return `${label}${given}超出了可以填的范围。${accepted(problem.fact)}`;
    case 'tooPrecise':
      return `${label}${given}小数位太多，最多 ${problem.fact?.decimals ?? 0} 位。`;
    case 'emptyText':
      return `${label}是空的。不清楚可以不填。`;
    case 'wrongShape':
    case 'badValue':
      return `${label}${given}看不懂。${accepted(problem.fact)}`;
  }
}

/** The form that an answer takes, with examples. */
export function accepted(fact: FactDefinition | undefined): string {
  if (fact === undefined) return '请重新填写。';
  switch (fact.type) {
    case 'yesNo':
      return '请选“是”“否”或“不清楚”。';
    case 'choice':
      return '请从列出的选项里选一个。';
    case 'date':
      return '请写成 2026-01-31 这样的日期。';
    case 'money':
      return '请写成数字，单位是元，例如 1200000、1,200,000、120万 或 1.2亿；不能小于 0，最多两位小数。';
    default:
      return `请写成数字，例如 12 或 12.5${fact.unit === undefined ? '' : `，单位是${fact.unit}`}。`;
  }
}
