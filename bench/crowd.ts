import { startWorkerd } from '../tools/workerd.ts';
import { median, quantile } from './measure/measure.ts';
import { published } from './measure/published.ts';
import { head, row } from './measure/table.ts';
import { post, processorTime } from './measure/workerd.ts';

/** Connections that send the worst request again and again, and how long, in ms. */
const CROWD = 8;
const DURATION = 10_000;

/** A small request that another visitor sends meanwhile, every so many ms. */
const VISIT = JSON.stringify({ jurisdiction: 'longnan', facts: { 'enterprise.aboveScale': true } });
const EVERY = 50;

interface Published {
  readonly subjects: readonly { readonly id: string; readonly list: boolean; readonly maxItems: number }[];
}

/** The longest lists of empty items that are not refused for a place, with all parts. */
async function worstBody(port: number): Promise<string> {
  const lists = published<Published>('facts.json').subjects.filter(({ list }) => list);
  const bodyOf = (count: number): string =>
    JSON.stringify({
      jurisdiction: 'zhongshan',
      include: ['trace', 'gaps', 'combination'],
      facts: Object.fromEntries(
        lists.map(({ id, maxItems }) => [id, Array.from({ length: Math.min(count, maxItems) }, () => ({}))]),
      ),
    });
  let most = 1;
  for (let count = 1; count <= 200; count += 1)
    if ((await post(port, bodyOf(count))).status === 200) most = count;
    else break;
  return bodyOf(most);
}

/** Measures how long another visitor waits while eight connections send the worst request of the API. */
export async function benchCrowd(): Promise<void> {
  const server = await startWorkerd();
  const body = await worstBody(server.port);
  head('another visitor', 'visits', 'median ms', 'p95 ms', 'requests of the crowd', 'processor ms of each');
  for (const connections of [0, CROWD]) {
    const until = performance.now() + DURATION;
    const before = processorTime(server);
    let sent = 0;
    const crowd = Array.from({ length: connections }, async () => {
      for (; performance.now() < until; sent += 1) await post(server.port, body);
    });
    const waits: number[] = [];
    while (performance.now() < until) {
      waits.push((await post(server.port, VISIT)).ms);
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
    await Promise.all(crowd);
    const times = [median(waits), quantile(waits, 0.95)].map((each) => each.toFixed(1));
    const each = sent === 0 ? '' : ((processorTime(server) - before) / sent).toFixed(1);
    row(`beside ${connections} connections`, waits.length, ...times, sent, each);
  }
  await server.stop();
}
