import type { FactDefinition } from '../language/fact.ts';
import { shortened } from './pointer.ts';
import type { AnswerProblem, AnswerProblemCode } from './read-answers.ts';

/**
 * The medium of an answer, which decides who reads about its problem: an applicant at the form, a program that sends JSON, or
 * an author of worked examples in YAML.
 */
export type AnswerMedium = 'form' | 'json' | 'yaml';

/**
 * What is wrong with an answer and what is accepted instead, in Chinese. The form names the field beside the text, YAML
 * before it; JSON has it in the text. YAML ends without a full stop, because the text is part of a sentence.
 */
export function sayAnswerProblem(problem: WordedProblem, medium: AnswerMedium): string {
  return WORDS[problem.code][medium](wordsOf(problem));
}

/** A problem as far as its words depend on it. */
type WordedProblem = Omit<AnswerProblem, 'pointer'>;

/** The parts of a problem that its words need. */
interface ProblemWords {
  readonly problem: WordedProblem;
  /** `您填的是“12.345”。`, or nothing where nothing was given. */
  readonly filled: string;
  /** `，现在是“12.345”`, or nothing. */
  readonly now: string;
  /** The label and the flat name of the fact. */
  readonly label: string;
  /** `是不是“enterprise.revenue”`, or nothing. */
  readonly near: string;
  /** How many decimals are accepted. */
  readonly precision: string;
}

function wordsOf(problem: WordedProblem): ProblemWords {
  const { fact, name, given, nearest } = problem;
  const decimals = fact?.decimals ?? 0;
  return {
    problem,
    filled: given === undefined ? '' : `您填的是“${given}”。`,
    now: given === undefined ? '' : `，现在是“${given}”`,
    label: fact === undefined ? name : `${fact.label}（${name}）`,
    near: nearest === undefined ? '' : `是不是“${nearest}”`,
    precision: decimals === 0 ? '只能填整数' : `小数点后最多 ${decimals} 位`,
  };
}

type Say = (words: ProblemWords) => string;

const OUT_OF_RANGE = '超出了可以填的范围';
const WRITTEN_TWICE = '写了不止一次';

/** Every kind of problem, in each medium. */
const WORDS: Readonly<Record<AnswerProblemCode, Readonly<Record<AnswerMedium, Say>>>> = {
  unknownFact: {
    form: ({ near }) => `没有这个填报项${near === '' ? '' : `，${near}`}。请重新打开本页再填。`,
    json: ({ problem, near }) => `没有填报项“${shortened(problem.name)}”。${near === '' ? '' : `${near}？`}`,
    yaml: ({ near }) => `facts.yaml 里没有这个填报项${near === '' ? '' : `，${near}`}`,
  },
  badValue: {
    form: ({ problem, filled }) => `${filled}${acceptedInForm(problem.fact)}`,
    json: ({ problem, label, now }) => `${label}无法识别${now}。${acceptedAsData(problem.fact)}。`,
    yaml: ({ problem }) =>
      `“${problem.given ?? ''}”无法识别${problem.fact ? `，${acceptedAsData(problem.fact)}` : ''}`,
  },
  outOfRange: {
    form: ({ problem, filled }) => `${filled}${OUT_OF_RANGE}。${acceptedInForm(problem.fact)}`,
    json: ({ label, now }) => `${label}${OUT_OF_RANGE}${now}。`,
    yaml: ({ problem }) => `“${problem.given ?? ''}”${OUT_OF_RANGE}`,
  },
  tooPrecise: {
    form: ({ filled, precision }) => `${filled}${precision}。`,
    json: ({ label, now, precision }) => `${label}${precision}${now}。`,
    yaml: ({ now, precision }) => `${precision}${now}`,
  },
  tooManyItems: {
    form: ({ problem }) => `一次最多填 ${problem.most} 项，请分几次自查。`,
    json: ({ problem }) => `${problem.name} 的项目太多，一次最多 ${problem.most} 项。`,
    yaml: ({ problem }) => `项目太多，一次最多 ${problem.most} 项`,
  },
  emptyText: {
    form: () => '这一项是空的。不清楚可以不填。',
    json: ({ label }) => `${label}是空的文字；不清楚时请写 null 或不写。`,
    yaml: () => '是空的文字；不清楚时请写 null 或不写',
  },
  duplicate: {
    form: () => '同一项提交了两次，只看了前一个，请核对。',
    json: ({ label }) => `${label}${WRITTEN_TWICE}。`,
    yaml: () => WRITTEN_TWICE,
  },
  wrongShape: {
    form: ({ problem, filled }) => `${filled}${acceptedInForm(problem.fact)}`,
    json: ({ problem, label, now }) => `${label}的写法不对${now}。${acceptedAsData(problem.fact)}。`,
    yaml: () => '写法不对，列表从 1 数起，如 projects.1.completed',
  },
};

/** What JSON and YAML accept for a fact; for a list without one. Without a full stop. */
function acceptedAsData(fact: FactDefinition | undefined): string {
  if (fact === undefined) return '列表写成 [{…}]，一项写成 {…}';
  switch (fact.type) {
    case 'yesNo':
      return '请写 true 或 false';
    case 'choice':
      return `请写其中之一：${(fact.options ?? []).map(({ value }) => value).join('、')}`;
    case 'date':
      return '请写成 2026-01-31 的样子';
    case 'money':
      return '请写成 "5000000"、"1,200.50"、"1200万" 的样子，单位元';
    default:
      return `请写成数字，如 "12.5"${fact.unit === undefined ? '' : `，单位${fact.unit}`}`;
  }
}

/** What a field of the form accepts. */
function acceptedInForm(fact: FactDefinition | undefined): string {
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
      return `请写数字，例如 12.5 表示 12.5%。${boundsOf(fact)}`;
    case 'count':
      return `请写整数，例如 12${unitOf(fact)}。${boundsOf(fact)}`;
    default:
      return `请写数字，例如 12.5${unitOf(fact)}。${boundsOf(fact)}`;
  }
}

function unitOf({ unit }: FactDefinition): string {
  return unit === undefined ? '' : `，单位是${unit}`;
}

function boundsOf({ min, max }: FactDefinition): string {
  if (min !== undefined && max !== undefined) return `应在 ${min} 到 ${max} 之间。`;
  if (min !== undefined) return `不能小于 ${min}。`;
  return max === undefined ? '' : `不能大于 ${max}。`;
}
