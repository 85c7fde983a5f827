import type { AnswerProblem } from '../../clauses/answering.ts';
import type { Dictionary, FactDefinition } from '../../clauses/index.ts';
import { sayName, vocabulary } from './names.ts';

/** What is wrong with one field. Problems of answers come from the core; the others from the form itself. */
export interface FieldProblem extends Pick<AnswerProblem, 'name' | 'fact' | 'given' | 'nearest' | 'most'> {
  readonly code:
    | AnswerProblem['code']
    | 'noPlace'
    | 'unknownPlace'
    | 'badDay'
    | 'unknownTopic'
    | 'unknownClause'
    | 'badList'
    | 'listOpen';
}

/** Where a problem is, for the summary above a form: `项目 1 的购买设备投资额`. */
export function sayWhere(problem: FieldProblem, dictionary: Dictionary): string {
  switch (problem.code) {
    case 'noPlace':
    case 'unknownPlace':
      return '所在地';
    case 'badDay':
      return '基准日';
    case 'unknownTopic':
      return '主题';
    case 'unknownClause':
      return '要自查的条款';
    case 'unknownFact':
      return `“${problem.name}”`;
    default:
      return sayName(problem.name, vocabulary(dictionary));
  }
}

/** What is wrong and how it is mended; where it is stands beside it. */
export function sayProblem({ code, given, fact, nearest, most }: FieldProblem): string {
  const filled = given === undefined ? '' : `您填的是“${given}”。`;
  switch (code) {
    case 'noPlace':
      return '请选择企业所在的省、市或县。';
    case 'unknownPlace':
      return `${filled}没有这个地方，请从列表里选。`;
    case 'badDay':
      return `${filled}请写成 2026-01-31 这样的日期，或者不填（就是今天）。`;
    case 'unknownTopic':
      return `${filled}这个地方没有这个主题，请重新选。`;
    case 'unknownClause':
      return `${filled}这个地方没有这一条，请重新选。`;
    case 'badList':
      return `${filled}请选“有”“没有”或“不清楚”。`;
    case 'listOpen':
      return '下面填了内容，这里却是“不清楚”。请选“有”，或者把下面的内容清空。';
    case 'unknownFact':
      return `没有这个填报项${nearest === undefined ? '' : `，是不是“${nearest}”`}。请重新打开本页再填。`;
    case 'duplicate':
      return '同一项提交了两次，只看了前一个，请核对。';
    case 'tooManyItems':
      return `一次最多填 ${most} 项，请分几次自查。`;
    case 'outOfRange':
      return `${filled}超出了可以填的范围。${sayAccepted(fact)}`;
    case 'tooPrecise':
      return `${filled}${fact?.decimals === 0 ? '请填整数。' : `小数点后最多 ${fact?.decimals ?? 0} 位。`}`;
    case 'emptyText':
      return '这一项是空的。不清楚可以不填。';
    case 'wrongShape':
    case 'badValue':
      return `${filled}${sayAccepted(fact)}`;
  }
}

/** The form that an answer takes, with examples. */
export function sayAccepted(fact: FactDefinition | undefined): string {
  if (fact === undefined) return '请重新填写。';
  switch (fact.type) {
    case 'yesNo':
      return '请选“是”“否”或“不清楚”。';
    case 'choice':
      return '请从列出的选项里选一个。';
    case 'date':
      return '请写成 2026-01-31 这样的日期。';
    case 'money':
      return '请写数字，单位是元，例如 1200000、1,200,000、120万 或 1.2亿。';
    case 'percent':
      return `请写数字，例如 12.5 表示 12.5%。${sayBounds(fact)}`;
    case 'count':
      return `请写整数，例如 12${sayUnit(fact)}。${sayBounds(fact)}`;
    default:
      return `请写数字，例如 12.5${sayUnit(fact)}。${sayBounds(fact)}`;
  }
}

function sayUnit({ unit }: FactDefinition): string {
  return unit === undefined ? '' : `，单位是${unit}`;
}

function sayBounds({ min, max }: FactDefinition): string {
  if (min !== undefined && max !== undefined) return `应在 ${min} 到 ${max} 之间。`;
  if (min !== undefined) return `不能小于 ${min}。`;
  return max === undefined ? '' : `不能大于 ${max}。`;
}
