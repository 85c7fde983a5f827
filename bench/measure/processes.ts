import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The cost of a command, including every process that it started. */
export interface CommandCost {
  readonly seconds: number;
  /** Seconds of processor time of all its processes. */
  readonly processor: number;
  /** The peak memory of all its processes together, in MB. */
  readonly memory: number;
  readonly output: string;
}

/** The interval in milliseconds at which processes are sampled; a process that lives shorter is not counted. */
const EVERY = 100;

/** Clock ticks of `/proc`, for each second (Linux, on all its usual machines). */
const TICKS = 100;

/** Pages of memory in a MB (Linux, pages of 4 KiB). */
const PAGES = 244.140625;

/**
 * Runs a command in a folder and measures it from outside (Linux), so that an indexer that a build starts in the background
 * is counted as well. Throws with the end of its output when it fails.
 */
export async function measureCommand(
  command: string,
  given: readonly string[],
  cwd: string,
): Promise<CommandCost> {
  const started = performance.now();
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const child = spawn(command, given, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ticks = new Map<number, number>();
  let pages = 0;
  const watch = setInterval(() => {
    const processes = child.pid === undefined ? [] : family(child.pid);
    for (const each of processes) ticks.set(each.pid, each.ticks);
    pages = Math.max(
      pages,
      processes.reduce((sum, each) => sum + each.pages, 0),
    );
  }, EVERY);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(watch));
  if (status !== 0) throw new Error(`${command}: ${output.slice(-4000)}`);
  return {
    seconds: (performance.now() - started) / 1000,
    processor: [...ticks.values()].reduce((sum, each) => sum + each, 0) / TICKS,
    memory: pages / PAGES,
    output,
  };
}

interface Process {
  readonly pid: number;
  readonly ticks: number;
  readonly pages: number;
}

/** A process and all its descendants, without those that have just ended. */
function family(pid: number): readonly Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name in brackets: state, parent …; user and system time are the 14th and 15th, pages the 24th.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, pages = 0] = [fields[11], fields[12], fields[21]];
    // The kernel lists children by the thread that started them.
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return [{ pid, ticks: user + system, pages }, ...children.flatMap((child) => family(Number(child)))];
  } catch {
    return [];
  }
}
