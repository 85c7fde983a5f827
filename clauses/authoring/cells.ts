import { multiply } from '../exact.ts';
import { parseLiteral } from '../text/literal.ts';
import type { Token } from '../text/token.ts';
import type { Line } from './lines.ts';

const ALONE = /^[\d.,]+$/;
const UNIT = /(?:\(|单位[::])(?:单位:)?([^():]+)\)?$/;

/**
 * A number that stands alone in the cell of a table takes the unit from the head of its row or column:
 * “工业技术改造投资（亿元）| 620” is 620亿元. Only where a marked cell of the same rule names that unit, and no other one.
 */
export function withHeadUnits(lines: readonly Line[]): Line[] {
  return lines.map((line) => withHeadUnit(line, lines));
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
  const [unit] = units;
  const one = units.size === 1 ? parseLiteral(`1${unit}`) : undefined;
  if (one === undefined) return line;
  const { value, ...place } = token;
  const read = { value: multiply(value, one.value), dimension: one.dimension, unit: one.unit };
  const figure: Token = { ...place, kind: 'number', ...read, bound: 'stated' };
  return { ...line, tokens: [figure] };
}
