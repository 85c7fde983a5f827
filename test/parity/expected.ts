import type { Amount, CheckResult, ClauseResult, MoneyRange } from '../../clauses/index.ts';
import type { ShownClause, ShownPage } from './page.ts';

/** The expected contents of the page of a result, computed without the views. */
export function expectedPage({
  asOf,
  totals: { granted, atMost },
  clauses,
  questions,
}: CheckResult): ShownPage {
  const same = granted.min === atMost.min && granted.max === atMost.max;
  const nothing = same && granted.max === null && Number(granted.min) === 0;
  return {
    totals: nothing ? [] : same ? [rangeText(granted)] : [rangeText(granted), rangeText(atMost)],
    clauses: new Map(
      clauses.map((clause) => [`result-${clause.id.replace(/[/#]/g, '-')}`, expectedClause(clause)]),
    ),
    open: questions.length,
    asOf,
  };
}

function expectedClause(clause: ClauseResult): ShownClause {
  const { verdict = 'limit', amount, ceiling } = clause;
  return { kind: verdict, verdict: wordOf(clause), amounts: amountsOf(verdict, amount, ceiling) };
}

function wordOf({ verdict, authority, missing }: ClauseResult): string {
  if (verdict === undefined) return '限额条款';
  if (verdict === 'ineligible') return '不符合';
  if (verdict === 'eligible') return authority.length === 0 ? '可享受' : '需主管部门认定';
  return missing.length === 0 ? '可能享受（看怎样理解文件）' : `可能享受（还缺 ${missing.length} 项）`;
}

function amountsOf(verdict: string, amount: Amount, ceiling: MoneyRange | undefined): readonly string[] {
  // A ceiling that is not known yet is shown in words.
  if (ceiling !== undefined) return ceiling.max === null ? [] : [rangeText(ceiling)];
  if (verdict === 'ineligible' || amount.kind === 'none') return [];
  const { force, least, most } = amount;
  if (force === 'fixed') return [rangeText(least)];
  if (force !== 'upTo') return most.max === null ? [rangeText(least)] : [rangeText(least), rangeText(most)];
  // “最高 0 至 5 万元” is shown as 最高 5 万元.
  const open = Number(most.min) === 0 && most.max !== null;
  return [open ? shortest(most.max) : rangeText(most)];
}

function rangeText({ min, max }: MoneyRange): string {
  const end = max === null ? '' : shortest(max);
  return min === max ? end : `${shortest(min)}..${end}`;
}

function shortest(decimal: string): string {
  return decimal.replace(/\.00$/, '').replace(/(\.\d)0$/, '$1');
}
