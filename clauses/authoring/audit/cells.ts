import { multiply } from '../../numbers/exact.ts';
import { parseLiteral } from '../../text/literal.ts';
import { normalizedForm } from '../../text/normalize.ts';
import type { Bound, Token } from '../../text/token.ts';
import { type Finding, finding } from '../issues/finding.ts';
import type { TablePlace } from '../schema/body.ts';
import type { AuditContext } from './context.ts';
import type { MarkedPassage } from './marked-passage.ts';

const ALONE = /^[\d.,]+$/;
const UNIT = /(?:\(|单位[::])(?:单位:)?([^():]+)\)?$/;

/**
 * Reports unmarked amounts in tables. Under 单位：万元 a number alone in a cell is an amount. The first one is reported in a
 * table without marks, and every one in a column where another cell is marked.
 */
export function checkTables({ body: { marks, unmarked } }: AuditContext): Finding[] {
  const columns = marks.flatMap(({ table }) => table ?? []);
  const reported = new Set<number>();
  return unmarked.flatMap(({ text, offset, table }) => {
    const { at = 0, column } = table ?? {};
    const unit = table && unitOf(table);
    if (unit === undefined || !ALONE.test(normalizedForm(text))) return [];
    if (parseLiteral(`1${unit}`)?.dimension.startsWith('money') !== true) return [];
    const own = columns.filter((each) => each.at === at);
    if (own.length === 0 ? reported.has(at) : !own.some((each) => each.column === column)) return [];
    reported.add(at);
    return [finding('tableUnmarked', { offset }, { text: text.trim(), unit })];
  });
}

/**
 * Completes a number alone in a cell from the heads and sentences of the same rule. Its unit comes from the head of its row
 * or column (“工业技术改造投资（亿元）| 620” is 620亿元), where the marked cells of the rule name exactly one unit; where they name
 * none, from above the table. Its possible bounds become `headed`.
 */
export function withTableHeads(passages: readonly MarkedPassage[]): MarkedPassage[] {
  return passages.map((passage) => withHeadBounds(withHeadUnit(passage, passages), passages));
}

const TABLE = '[^,。;:!?\\d]{0,20}(?:附件|附表|下表|表中|规定|标准|限额)[^,。;:!?\\d]{0,12}(?=[,。;:!?]|$)';
const BOUNDS: readonly (readonly [Bound, string])[] = [
  ['atLeast', '达到?|不低于|不少于'],
  ['moreThan', '(?<!不|不得)(?:超过|高于)'],
  ['atMost', '最高|不(?:得)?超过|不(?:得)?高于|上限'],
  ['lessThan', '(?<!不|不得)低于|不满|不足|未达到?'],
];
const IN_SENTENCE = BOUNDS.map(([bound, words]) => [bound, new RegExp(`(?:${words})${TABLE}`)] as const);
const IN_HEAD = BOUNDS.map(([bound, words]) => [bound, new RegExp(`(?:${words})[^\\d]*$`)] as const);

/** 增速达到附件规定的标准 | 15%: a sentence or head of the same rule states the bound of a number alone in its cell. */
function withHeadBounds(passage: MarkedPassage, passages: readonly MarkedPassage[]): MarkedPassage {
  const [token, ...others] = passage.tokens;
  if (passage.mark.cell !== true || token?.kind !== 'number' || token.bound !== 'stated' || others.length > 0)
    return passage;
  const own = passages.filter((each) =>
    each.claimants.some((claimant) => passage.claimants.includes(claimant)),
  );
  const headed = own.flatMap(({ mark, normalized }) =>
    (mark.cell === true ? IN_HEAD : IN_SENTENCE)
      .filter(([, pattern]) => pattern.test(normalized.text))
      .map(([bound]) => bound),
  );
  return { ...passage, headed };
}

/** The unit of a column: from its head (数量（台）) or from above the table. 序号 has none, nor has a table without a unit. */
function unitOf({ head, unit }: TablePlace): string | undefined {
  const form = normalizedForm(head);
  const own = UNIT.exec(form)?.[1];
  if (unit === undefined || /^(?:序号|编号|年[份度])$/.test(form)) return undefined;
  return own !== undefined && parseLiteral(`1${own}`) !== undefined ? own : unit;
}

function withHeadUnit(passage: MarkedPassage, passages: readonly MarkedPassage[]): MarkedPassage {
  const [token, ...others] = passage.tokens;
  if (passage.mark.cell !== true || token?.kind !== 'bare' || others.length > 0) return passage;
  if (!ALONE.test(passage.normalized.text)) return passage;
  const units = new Set(
    passages
      .filter(
        (head) => head.mark.cell === true && head.claimants.some((each) => passage.claimants.includes(each)),
      )
      .flatMap((head) => UNIT.exec(head.normalized.text)?.[1] ?? []),
  );
  const above = passage.mark.table && unitOf(passage.mark.table);
  if (units.size === 0 && above !== undefined) units.add(above);
  const [unit] = units;
  const one = units.size === 1 ? parseLiteral(`1${unit}`) : undefined;
  if (one === undefined) return passage;
  const { value, ...place } = token;
  const read = { value: multiply(value, one.value), dimension: one.dimension, unit: one.unit };
  const figure: Token = { ...place, kind: 'number', ...read, bound: 'stated' };
  return { ...passage, tokens: [figure] };
}
