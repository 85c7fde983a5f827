/**
 * Repeats a function for about `forMs` after a warm-up. Returns the microseconds of this thread's processor time for one
 * call, the median of ten rounds. Processor time does not depend on other work on the machine.
 */
export async function microseconds(run: () => unknown, forMs = 1000): Promise<number> {
  const repeat = async (times: number): Promise<number> => {
    const before = processorTime();
    for (let index = 0; index < times; index += 1) {
      const done = run();
      if (done instanceof Promise) await done;
    }
    return processorTime() - before;
  };
  const rounds = 10;
  let [warm, spent] = [0, 0];
  for (let times = 1; spent < forMs * 250; times *= 2) {
    spent += await repeat(times);
    warm += times;
  }
  const each = Math.max(1, Math.round((warm * 4) / rounds));
  const found: number[] = [];
  for (let round = 0; round < rounds; round += 1) found.push((await repeat(each)) / each);
  return median(found);
}

function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

/** The median of some values; `NaN` for none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which a share (0–1) of the values lies; `NaN` for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
