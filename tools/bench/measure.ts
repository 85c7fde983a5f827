/** Runs something again and again for about `forMs` after a warm-up; microseconds for one run, median of ten rounds. */
export function microseconds(run: () => void, forMs = 1000): number {
  const rounds = 10;
  const until = performance.now() + forMs / 4;
  let warm = 0;
  for (; performance.now() < until; warm += 1) run();
  const each = Math.max(1, Math.round((warm * 4) / rounds));
  return median(
    Array.from({ length: rounds }, () => {
      const started = performance.now();
      for (let index = 0; index < each; index += 1) run();
      return ((performance.now() - started) * 1000) / each;
    }),
  );
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One row of a Markdown table. */
export function row(...cells: readonly (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

export function head(...cells: readonly string[]): void {
  row(...cells);
  row(...cells.map(() => '---'));
}
