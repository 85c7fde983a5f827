import { multiply } from '../../numbers/exact.ts';
import { parseLiteral } from '../../text/literal.ts';
import { comparedForm } from '../../text/normalize.ts';
import type { Bound, Token } from '../../text/token.ts';
import { type Finding, finding } from '../issues/finding.ts';
import type { MarkedBody, TablePlace } from '../schema/body.ts';
import type { Line } from './lines.ts';

const ALONE = /^[\d.,]+$/;
const UNIT = /(?:\(|单位[::])(?:单位:)?([^():]+)\)?$/;

/**
 * Below 单位：万元 a number alone in a cell is an amount: no such cell stays unmarked in a table of which nothing is marked,
 * nor in a column of which another cell is.
 */
export function checkTables({ marks, unmarked }: MarkedBody): Finding[] {
  const columns = marks.flatMap(({ table }) => table ?? []);
  const told = new Set<number>();
  return unmarked.flatMap(({ text, offset, table }) => {
    const { at = 0, column } = table ?? {};
    const unit = table && unitOf(table);
    if (unit === undefined || !ALONE.test(comparedForm(text))) return [];
    if (parseLiteral(`1${unit}`)?.dimension.startsWith('money') !== true) return [];
    const own = columns.filter((each) => each.at === at);
    if (own.length === 0 ? told.has(at) : !own.some((each) => each.column === column)) return [];
    told.add(at);
    return [finding('tableUnmarked', { offset }, { text: text.trim(), unit })];
  });
}

/**
 * A number that stands alone in the cell of a table takes what it lacks from the head and the sentences of the same rule.
 * The unit from the head of its row or column:
 * “工业技术改造投资（亿元）| 620” is 620亿元. Only where a marked cell of the same rule names that unit, and no other one; where none
 * does, the unit above the table.
 */
export function withHeads(lines: readonly Line[]): Line[] {
  return lines.map((line) => withHeadBounds(withHeadUnit(line, lines), lines));
}

const TABLE = '[^,。;:!?\\d]{0,20}(?:附件|附表|下表|表中|规定|标准|限额)[^,。;:!?\\d]{0,12}(?=[,。;:!?]|$)';
const BOUNDS: readonly (readonly [Bound, string])[] = [
  ['atLeast', '达到?|不低于|不少于'],
  ['moreThan', '(?<!不|不得)(?:超过|高于)'],
  ['atMost', '最高|不(?:得)?超过|不(?:得)?高于|上限'],
  ['lessThan', '(?<!不|不得)低于|不满|不足|未达到?'],
];
const SAID_OF_TABLE = BOUNDS.map(([bound, words]) => [bound, new RegExp(`(?:${words})${TABLE}`)] as const);
const SAID_IN_HEAD = BOUNDS.map(([bound, words]) => [bound, new RegExp(`(?:${words})[^\\d]*$`)] as const);

/** 增速达到附件规定的标准 | 15%: the bound of a lone number stands in a sentence or head of the same rule. */
function withHeadBounds(line: Line, lines: readonly Line[]): Line {
  const [token, ...others] = line.tokens;
  if (line.mark.cell !== true || token?.kind !== 'number' || token.bound !== 'stated' || others.length > 0)
    return line;
  const own = lines.filter((each) => each.claimants.some((claimant) => line.claimants.includes(claimant)));
  const headed = own.flatMap(({ mark, squeezed }) =>
    (mark.cell === true ? SAID_IN_HEAD : SAID_OF_TABLE)
      .filter(([, said]) => said.test(squeezed.text))
      .map(([bound]) => bound),
  );
  return { ...line, headed };
}

/** The unit of a column: of its head (数量（台）), or of the whole table; 序号 has none. */
function unitOf({ head, unit }: TablePlace): string | undefined {
  const form = comparedForm(head);
  const own = UNIT.exec(form)?.[1];
  if (unit === undefined || /^(?:序号|编号|年[份度])$/.test(form)) return undefined;
  return own !== undefined && parseLiteral(`1${own}`) !== undefined ? own : unit;
}

function withHeadUnit(line: Line, lines: readonly Line[]): Line {
  const [token, ...others] = line.tokens;
  if (line.mark.cell !== true || token?.kind !== 'bare' || others.length > 0) return line;
  if (!ALONE.test(line.squeezed.text)) return line;
  const units = new Set(
    lines
      .filter(
        (head) => head.mark.cell === true && head.claimants.some((each) => line.claimants.includes(each)),
      )
      .flatMap((head) => UNIT.exec(head.squeezed.text)?.[1] ?? []),
  );
  const above = line.mark.table && unitOf(line.mark.table);
  if (units.size === 0 && above !== undefined) units.add(above);
  const [unit] = units;
  const one = units.size === 1 ? parseLiteral(`1${unit}`) : undefined;
  if (one === undefined) return line;
  const { value, ...place } = token;
  const read = { value: multiply(value, one.value), dimension: one.dimension, unit: one.unit };
  const figure: Token = { ...place, kind: 'number', ...read, bound: 'stated' };
  return { ...line, tokens: [figure] };
}
