import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT_WORKER, startWorkerd } from '../tools/workerd.ts';
import { catalogueOf, DICTIONARY, generatedFacts, shapes } from './generated/clauses.ts';
import { median } from './measure/measure.ts';
import { head, row } from './measure/table.ts';
import { bareWorker, memory, post, processorTime } from './measure/workerd.ts';

const PROCESSES = 20;

/** Measures the first check of a place with 1,000 clauses on a fresh workerd, from outside. */
export async function benchFirstCheck(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huice-first-'));
  const worker = BUILT_WORKER;
  try {
    const bare = await bareWorker(folder, 1000);
    head(
      `first check, median of ${PROCESSES} processes`,
      'processor ms',
      'beyond empty',
      'again, ms',
      'MB',
      'bytes',
    );
    const empty = await measure(folder, bare, 1);
    show('empty worker', empty, empty.first);
    for (const count of [1, 1000])
      show(`${count} clauses`, await measure(folder, worker, count), empty.first);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Measured {
  readonly first: number;
  readonly again: number;
  readonly memory: number;
  readonly bytes: number;
}

async function measure(folder: string, worker: string, clauses: number): Promise<Measured> {
  const files = publish(folder, clauses);
  const body = JSON.stringify({ asOf: '2023-06-01', jurisdiction: 'town', facts: generatedFacts(7) });
  const found: Measured[] = [];
  for (let run = 0; run < PROCESSES; run += 1) {
    const served = await startWorkerd(worker, {}, files);
    const started = processorTime(served);
    const { status, bytes } = await post(served.port, body);
    const first = processorTime(served);
    if (status !== 200) throw new Error(`status ${status}`);
    await post(served.port, body);
    found.push({
      first: first - started,
      again: processorTime(served) - first,
      memory: memory(served),
      bytes,
    });
    await served.stop();
  }
  const of = (key: keyof Measured): number => median(found.map((each) => each[key]));
  return { first: of('first'), again: of('again'), memory: of('memory'), bytes: of('bytes') };
}

/** The open data of one generated place. */
function publish(folder: string, clauses: number): string {
  const files = join(folder, `files-${clauses}`);
  mkdirSync(join(files, 'data/catalogues'), { recursive: true });
  const write = (path: string, data: unknown): void =>
    writeFileSync(join(files, 'data', path), JSON.stringify(data));
  write('jurisdictions.json', [{ slug: 'town', name: 'town', code: '000000' }]);
  write('facts.json', DICTIONARY);
  write('catalogues/town.json', catalogueOf(shapes(clauses)));
  return files;
}

function show(name: string, { first, again, memory, bytes }: Measured, empty: number): void {
  row(name, first.toFixed(1), (first - empty).toFixed(1), again.toFixed(1), memory.toFixed(0), bytes);
}
