import { expect, test } from 'vitest';
import { forEachCase, perCase, type Unknown } from '../../../clauses/evaluate/completions.ts';
import type { Slot } from '../../../clauses/evaluate/situation.ts';
import { formatRational, integer } from '../../../clauses/numbers/exact.ts';
import { ANYTHING, type Interval } from '../../../clauses/numbers/interval.ts';

/** How unknowns are split into cases: at the figures of their clause, at most 64 cases, readings first. */
const between = (min: number | null, max: number | null): Interval => ({
  min: min === null ? null : integer(min),
  max: max === null ? null : integer(max),
});
const format = ({ min, max }: Interval): string =>
  [min, max].map((end) => (end === null ? '' : formatRational(end))).join('…');

function unknown(range: Interval, cuts: readonly number[], rest: Partial<Slot> = {}): Unknown {
  const slot: Slot = {
    index: 0,
    id: 'x',
    name: 'x',
    kind: 'number',
    list: undefined,
    range: ANYTHING,
    step: integer(1),
    reading: false,
    ...rest,
  };
  return { slot, cells: [range], cuts: cuts.map(integer) };
}

/** The interval of each unknown in each case, and whether some were left unsplit. */
function cases(...unknowns: readonly Unknown[]): readonly [readonly string[], boolean] {
  const found: string[] = [];
  const unsplit = forEachCase(unknowns, () =>
    found.push(unknowns.map(({ cells }) => format(cells[0] ?? ANYTHING)).join(' ')),
  );
  return [found, unsplit];
}

test.each<[string, Interval, readonly number[], readonly string[]]>([
  ['at each figure', between(0, 6), [2, 4], ['0…1', '2…3', '4…6']],
  ['in order and once', between(0, 6), [4, 2, 4, 2], ['0…1', '2…3', '4…6']],
  ['not below its range, nor at its start', between(0, 6), [-1, 0], ['0…6']],
  ['at its end, not above it', between(0, 6), [6, 7], ['0…5', '6…6']],
  ['without lower end', between(null, 6), [2], ['…1', '2…6']],
  ['without upper end', between(0, null), [2], ['0…1', '2…']],
  ['nowhere', between(0, 6), [], ['0…6']],
])('a number is split %s', (_, range, cuts, expected) => {
  expect(cases(unknown(range, cuts))).toEqual([expected, false]);
});

test('a choice is split into its options, whatever the clause compares it with', () => {
  expect(cases(unknown(between(0, 2), [1], { kind: 'option' }))).toEqual([['0…0', '1…1', '2…2'], false]);
  expect(cases(unknown(between(1, 2), [], { kind: 'option' }))).toEqual([['1…1', '2…2'], false]);
});

test('known variables make one case', () => {
  expect(cases(unknown(between(3, 3), [3, 4]))).toEqual([['3…3'], false]);
  expect(cases()).toEqual([[''], false]);
});

test('every case is combined with every other, and the state is restored', () => {
  const a = unknown(between(0, 3), [2]);
  const b = unknown(between(0, 1), [], { kind: 'option' });
  expect(cases(a, b)).toEqual([['0…1 0…0', '2…3 0…0', '0…1 1…1', '2…3 1…1'].toSorted(), false]);
  expect([a, b].map(({ cells }) => cells)).toEqual([[between(0, 3)], [between(0, 1)]]);
});

test('a value that depends on one unknown is computed once for each of its intervals', () => {
  const [a, b] = [0, 1].map(() => unknown(between(0, 1), [], { kind: 'option' })) as [Unknown, Unknown];
  let count = 0;
  const compute = perCase([b], () => {
    count += 1;
    return format(b.cells[0] ?? ANYTHING);
  });
  const found: string[] = [];
  forEachCase([a, b], () => found.push(compute()));
  expect([found, count]).toEqual([['0…0', '1…1', '0…0', '1…1'], 2]);
});

const yesNo = (rest: Partial<Slot> = {}): Unknown => unknown(between(0, 1), [], { kind: 'option', ...rest });

test('64 cases are tried and the seventh question is not split', () => {
  const six = Array.from({ length: 6 }, () => yesNo());
  expect(cases(...six)[0]).toHaveLength(64);
  expect(cases(...six)[1]).toBe(false);
  const [found, unsplit] = cases(...six, yesNo());
  expect(found).toHaveLength(64);
  expect(found.every((each) => each.endsWith('0…1'))).toBe(true);
  expect(unsplit).toBe(true);
});

test('readings are split first, then the unknowns with the fewest cases', () => {
  const many = unknown(between(0, 63), [], { kind: 'option' });
  const three = unknown(between(0, 2), [], { kind: 'option' });
  expect(cases(many, three, yesNo())[0]).toEqual(
    ['0…0', '1…1'].flatMap((last) => ['0…0', '1…1', '2…2'].map((each) => `0…63 ${each} ${last}`)),
  );
  const reading = unknown(between(0, 2), [], { kind: 'option', reading: true });
  const [found, unsplit] = cases(many, yesNo(), reading);
  expect([found.length, new Set(found.map((each) => each.split(' ')[2])).size, unsplit]).toEqual([
    6,
    3,
    true,
  ]);
  // Alone it has few enough cases; with more, the splitting stops there.
  expect(cases(many)[0]).toHaveLength(64);
  expect(cases(many, reading)[0]).toEqual(['0…63 0…0', '0…63 1…1', '0…63 2…2']);
});
