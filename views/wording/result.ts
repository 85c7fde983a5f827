import type { CheckResult, Reason, Totals, TraceStep, TraceValue } from '../../clauses/index.ts';
import { sayComparator, type Vocabulary } from './clause.ts';
import { exactYuan, sayMoney, sayRange } from './money.ts';

/** The first sentence of a result: two figures, never one. */
export function sayTotals({ granted, atMost }: Pick<Totals, 'granted' | 'atMost'>): string {
  const same = JSON.stringify(granted) === JSON.stringify(atMost);
  const first = `按您填写的情况：文件明确给予 ${sayRange(granted)}`;
  return same ? `${first}；没有另外的“最高”类奖补。` : `${first}；连同“最高”类，至多 ${sayRange(atMost)}。`;
}

/** How a flat name reads: `项目 1 的购买设备投资额`. */
export function sayName(name: string, words: Vocabulary): string {
  const [subject = '', second, third] = name.split('.');
  if (second === undefined) return `有没有${words.subject(subject)}`;
  if (third === undefined) return words.label(name);
  if (/^\d+$/.test(second)) return `${words.item(subject)} ${second} 的${words.label(`${subject}.${third}`)}`;
  return `${third === 'earlier' ? '此前各年最高的' : `${third} 年的`}${words.label(`${subject}.${second}`)}`;
}

export function sayReason(reason: Reason, words: Vocabulary): string {
  switch (reason.code) {
    case 'condition':
      return '';
    case 'reading':
      return '文件这一处有不同理解，按不同理解结果不同，见下面的“不同理解”。';
    case 'undefined':
      return '按所填数字，比例的除数为零，无法判断。';
    case 'emptyList':
      return `没有填${words.subject(reason.list)}。`;
  }
}

const SIGNS: Readonly<Record<string, string>> = {
  met: '✓',
  notMet: '✗',
  unknown: '？',
  undefined: '？',
  authority: '△',
};
const OUTCOMES: Readonly<Record<string, string>> = {
  met: '符合',
  notMet: '不符合',
  unknown: '还不清楚',
  undefined: '无法计算',
  authority: '由主管部门认定',
};

/** One condition of a result: its sign, what was asked, and the answer beside the threshold. */
export interface SaidCondition {
  readonly sign: string;
  readonly outcome: string;
  readonly text: string;
  readonly answer: string;
}

/** A leaf of the trace in words; inner steps (all, any …) have none of their own. */
export function sayStep(step: TraceStep, words: Vocabulary): SaidCondition | undefined {
  if (step.step !== 'condition') return undefined;
  const sign = SIGNS[step.outcome] ?? '';
  const outcome = OUTCOMES[step.outcome] ?? '';
  if (step.op === 'authority') return { sign, outcome, text: step.text ?? '', answer: '' };
  if (step.op === 'oneOf' && step.fact !== undefined) {
    return { sign, outcome, text: asked(step.fact, step.threshold, words), answer: sayAnswer(step.value) };
  }
  if (step.op !== 'compare') return undefined;
  const subject = step.fact === undefined ? '合计' : sayName(step.fact, words);
  const threshold = step.text ?? sayAnswer(step.threshold);
  return {
    sign,
    outcome,
    text: `${subject}${sayComparator(step.comparator ?? '')} ${threshold}`,
    answer: sayNumber(step.value),
  };
}

function asked(fact: string, threshold: TraceValue | undefined, words: Vocabulary): string {
  const name = sayName(fact, words);
  if (typeof threshold === 'boolean') return threshold ? name : `不是（没有）${name}`;
  return name;
}

/** A value as the applicant gave it. */
function sayAnswer(value: TraceValue | undefined): string {
  if (value === null || value === undefined) return '没有填';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' ? value : '没有填';
}

function sayNumber(value: TraceValue | undefined): string {
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? sayMoney(value) : sayAnswer(value);
}

/** The steps of a calculation in words: `购买设备投资额 8,000,000 × 6% = 480,000`. */
export function sayCalculation(steps: readonly TraceStep[], words: Vocabulary): readonly string[] {
  return steps.flatMap((step, index) => {
    if (step.step !== 'quantity' || !step.path.startsWith('/award')) return [];
    if (step.op !== 'product') return [];
    const factors = steps
      .slice(index + 1)
      .filter(
        (inner) =>
          inner.step === 'quantity' &&
          inner.item === step.item &&
          inner.path.startsWith(`${step.path}/`) &&
          inner.level === step.level + 1,
      );
    const said = factors.map((factor) => (factor.step === 'quantity' ? sayFactor(factor, words) : ''));
    return typeof step.value === 'string'
      ? [`${said.join(' × ')} = ${exactYuan(step.value)} 元`]
      : [`${said.join(' × ')}（还有数字没有填）`];
  });
}

function sayFactor(factor: Extract<TraceStep, { step: 'quantity' }>, words: Vocabulary): string {
  if (factor.op === 'number' || factor.op === 'notStated') return factor.text ?? '';
  const name = factor.fact === undefined ? '' : sayName(factor.fact, words);
  return typeof factor.value === 'string' ? `${name} ${exactYuan(factor.value)} 元` : name;
}

/** The version of the data that a result rests on, short. */
export function sayVersion({ catalogue }: Pick<CheckResult, 'catalogue'>): string {
  return catalogue
    .split('+')
    .map((hash) => hash.replace('sha256-', '').slice(0, 12))
    .join('+');
}
