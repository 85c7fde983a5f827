import { expect, test } from 'vitest';
import { Effort } from '../../clauses/effort.ts';

/** What tries many answers stops at the same point for the same input. */
function spend(effort: Effort, count: number): void {
  for (let index = 0; index < count; index += 1) effort.note();
}

test('is over when so much is spent, and without limit never', () => {
  const effort = new Effort();
  spend(effort, 1000);
  expect(effort.isOver).toBe(false);
  const seen = effort.within(3, () =>
    [1, 2, 3].map(() => {
      effort.note();
      return effort.isOver;
    }),
  );
  expect(seen).toEqual([false, false, true]);
  expect(effort.isOver).toBe(false);
});

test('what is part of something spends no more than that', () => {
  const effort = new Effort();
  const seen = effort.within(2, () =>
    effort.within(10, () => {
      spend(effort, 2);
      return effort.isOver;
    }),
  );
  expect(seen).toBe(true);
});

test('what a share does not need is left to those after it', () => {
  const effort = new Effort();
  spend(effort, 5);
  const allowed = (): number => {
    let count = 0;
    for (; !effort.isOver; count += 1) effort.note();
    return count;
  };
  expect(
    effort.within(12, () => [effort.share(3, allowed), effort.share(2, () => 0), effort.share(1, allowed)]),
  ).toEqual([4, 0, 8]);
});
