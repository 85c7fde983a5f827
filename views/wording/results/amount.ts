import type { Amount, ClauseResult, MoneyRange, OpenCause } from '../../../clauses/index.ts';
import { counts, subtree } from '../../../clauses/language.ts';
import { sayForce } from '../labels.ts';
import { isPoint, isZero, sayOpen, upTo } from '../money.ts';
import { nameParts, sayName, type Vocabulary } from '../names.ts';
import { sayJointLimit } from '../rules/limits.ts';
import { FORCES, LIMIT_UNITS, STATED_THEN } from '../terms.ts';
import type { ResultContext, Said } from './result.ts';

type Sum = Extract<Amount, { kind: 'money' }>;

/** What the text grants and what the authority may grant at most. */
export type SumFigures = Pick<Sum, 'least' | 'most'>;

/** The figure of a clause in words. Every place of a result that shows the figure takes it from here. */
export interface SaidAmount {
  /** `最高 5 万元`, `每个项目最高 500 万元`. */
  readonly figure: Said;
  /** How the figure is meant: `文件明确给予`, `具体由主管部门确定`. */
  readonly meant: readonly string[];
  /** What changes it or leaves it open: a limit, an answer that is missing. They are always shown beside the figure. */
  readonly notes: readonly Said[];
}

/** What a clause gives by itself; `undefined` where there is no amount of money. */
export function saidAmount(
  result: Pick<ClauseResult, 'id' | 'amount' | 'standing' | 'missing'>,
  context: ResultContext,
): SaidAmount | undefined {
  const { id, amount, standing } = result;
  if (amount.kind === 'none') return undefined;
  const list = context.clauseOf(id)?.list;
  const shown = shownFigures(amount, context);
  const rule = shown === amount ? itemRule(amount) : undefined;
  const { force } = amount;
  const told = rule ?? shown;
  const missing = [...result.missing, ...amount.missing];
  return {
    figure: [
      ...(rule === undefined || list === undefined ? [] : sayEach(list, force, context)),
      ...sayFigures(told, force),
    ],
    meant: [
      ...sayMeaning(told, force, standing),
      ...(amount.bound && rule === undefined ? ['实际的范围可能更小'] : []),
    ],
    notes: [
      ...(rule === undefined ? [] : [['一共多少要看有几项']]),
      ...openNotes(told, force, missing, context),
      ...limitNotes(amount, shown, context),
    ],
  };
}

/** The figures to show: those before the limits while an answer that only a limit needs is missing. */
function shownFigures(amount: Sum, context: ResultContext): SumFigures {
  const { beforeLimits } = amount;
  return beforeLimits !== undefined && openLimitFacts(amount, context).length > 0 ? beforeLimits : amount;
}

/** Of the facts that only a limit needs, those of the joint limits over a clause. */
function openLimitFacts(
  { beforeLimits, missing }: Sum,
  { clauseOf, words }: ResultContext,
): readonly string[] {
  const quantities = (beforeLimits?.limits ?? []).flatMap((id) =>
    (clauseOf(id)?.limits ?? []).flatMap(({ amount }) => subtree(amount)),
  );
  const read = new Set(quantities.flatMap((part) => ('fact' in part ? [part.fact] : [])));
  return missing.filter((name) => read.has(nameParts(name, words).id));
}

/** The figures of one item, where only those are known; `undefined` where nothing is known of them either. */
export function itemRule({ perItem, force }: Sum): SumFigures | undefined {
  const side = force === 'upTo' ? perItem?.most : perItem?.least;
  return side === undefined || side.max === null ? undefined : perItem;
}

/** The side of the figures that a force names, with its word; `至少` where it has no upper end. */
function sayFigures({ least, most }: SumFigures, force: Sum['force']): Said {
  if (force === 'upTo') return sayUpTo(most);
  const prefix = force === 'fixed' ? '' : `${sayForce(force)} `;
  if (least.max !== null) return prefix === '' ? [least] : [prefix, least];
  return isZero(least.min) ? ['还定不了'] : ['至少 ', point(least.min)];
}

function sayUpTo(most: MoneyRange): Said {
  if (most.max !== null) return [`${FORCES.upTo} `, upTo(most)];
  return isZero(most.min) ? ['最高多少还定不了'] : ['至少可以到 ', point(most.min)];
}

/** One figure as a range. */
export function point(yuan: string): MoneyRange {
  return { min: yuan, max: yuan };
}

function sayMeaning(
  { least, most }: SumFigures,
  force: Sum['force'],
  standing: ClauseResult['standing'],
): readonly string[] {
  switch (force) {
    case 'fixed':
      return least.max === null ? [] : [counts(standing) ? sayForce(force) : STATED_THEN];
    case 'upTo':
      return [...(isPoint(most) || most.max === null ? [] : ['现在还算不准']), '具体由主管部门确定'];
    default:
      return [];
  }
}

/** Where the shown side of the figures has no upper end, why; beside 不低于 how far it may go. */
function openNotes(
  { least, most }: SumFigures,
  force: Sum['force'],
  missing: readonly string[],
  { words }: ResultContext,
): readonly Said[] {
  const side = force === 'fixed' ? least : most;
  if (side.max === null) return [[sayCause(side.open ?? [], missing, words)]];
  return force === 'atLeast' || force === 'range' ? [['至多 ', most]] : [];
}

function sayCause(causes: readonly OpenCause[], missing: readonly string[], words: Vocabulary): string {
  const isAnswer = causes.includes('unanswered') && missing.length > 0;
  return isAnswer ? sayUnanswered(missing, words) : sayOpen(causes);
}

/** `“当年所缴……实得部分”没有填`; more than two are only counted. */
export function sayUnanswered(names: readonly string[], words: Vocabulary): string {
  if (names.length > 2) return `有 ${names.length} 项没有填`;
  const named = names.map((name) => (name.includes('.') ? sayName(name, words) : `“${words.subject(name)}”`));
  return `${named.join('、')}没有填`;
}

/**
 * `受“以……为限”限制，限制以前是 30 万元`; while the limit or the figure before it is not known, without
 * that figure. */
function limitNotes(amount: Sum, shown: SumFigures, context: ResultContext): readonly Said[] {
  const { beforeLimits, force, most } = amount;
  if (beforeLimits === undefined) return [];
  const limits = beforeLimits.limits.map((id) => sayLimitName(id, context)).join('、');
  const open = openLimitFacts(amount, context);
  if (open.length > 0)
    return [
      [`但要受${limits}限制，${open.length > 1 ? `有 ${open.length} 项` : '这一项'}没有填`],
      ...(shown.most.max !== most.max && most.max !== null ? [['受限以后最多 ', point(most.max)]] : []),
    ];
  const because = most.max !== null && isZero(most.max) ? '因为' : '';
  const { max } = force === 'upTo' ? beforeLimits.most : beforeLimits.least;
  if (max === null) return [[`${because}受${limits}限制`]];
  const before = sayFigures(beforeLimits, force);
  const space = typeof before[0] === 'string' ? '' : ' ';
  return [[`${because}受${limits}限制，限制以前是${space}`, ...before]];
}

/** A joint limit by its name; one that an award states beside its own figures by what it says. */
export function sayLimitName(id: string, { clauseOf, titleOf, words }: ResultContext): string {
  const clause = clauseOf(id);
  const joint = clause?.limits.find(({ over }) => Array.isArray(over));
  if (clause === undefined || clause.kind === 'limit' || joint === undefined) return `“${titleOf(id)}”`;
  return `“${sayJointLimit(joint, words)}”`;
}

/** 每个项目, before a word; with a space before a figure. */
function sayEach(list: string, force: Sum['force'], { words }: ResultContext): Said {
  return [`${LIMIT_UNITS[list] ?? `每个${words.item(list)}`}${force === 'fixed' ? ' ' : ''}`];
}
