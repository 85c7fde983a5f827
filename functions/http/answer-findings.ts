import { type AnswerProblem, shortened } from '../../clauses/answering.ts';
import type { FactDefinition } from '../../clauses/index.ts';
import type { RequestFinding } from './problem.ts';

/** A problem of an answer as the API reports it; `prefix` is the pointer to the answers in the document. */
export function answerFinding(problem: AnswerProblem, prefix: string): RequestFinding {
  return {
    code: problem.code,
    pointer: `${prefix}${problem.pointer}`,
    name: problem.name,
    detail: worded(problem),
  };
}

function worded({ code, name, fact, given, nearest, most }: AnswerProblem): string {
  const label = fact === undefined ? name : `${fact.label}（${name}）`;
  const said = given === undefined ? '' : `，现在是“${given}”`;
  switch (code) {
    case 'unknownFact':
      return `没有填报项“${shortened(name)}”。${nearest === undefined ? '' : `是不是“${nearest}”？`}`;
    case 'emptyText':
      return `${label}是空的文字；不清楚时请写 null 或不写。`;
    case 'duplicate':
      return `${label}写了不止一次。`;
    case 'tooManyItems':
      return `${name} 的项目太多，一次最多 ${most} 项。`;
    case 'outOfRange':
      return `${label}超出了可以填的范围${said}。`;
    case 'tooPrecise':
      return `${label}最多写 ${fact?.decimals ?? 0} 位小数${said}。`;
    case 'wrongShape':
      return `${label}的写法不对${said}。${accepted(fact)}`;
    case 'badValue':
      return `${label}无法识别${said}。${accepted(fact)}`;
  }
}

function accepted(fact: FactDefinition | undefined): string {
  if (fact === undefined) return '列表写成 [{…}]，一项写成 {…}。';
  switch (fact.type) {
    case 'yesNo':
      return '请写 true 或 false。';
    case 'choice':
      return `请写其中之一：${(fact.options ?? []).map(({ value }) => value).join('、')}。`;
    case 'date':
      return '请写成 2026-01-31 的样子。';
    case 'money':
      return '请写成 "5000000"、"1,200.50"、"1200万" 的样子，单位元。';
    default:
      return `请写成数字，如 "12.5"${fact.unit === undefined ? '' : `，单位${fact.unit}`}。`;
  }
}
