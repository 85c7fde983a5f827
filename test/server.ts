import { join } from 'node:path';
import { createTestHarness } from 'wrangler';
import { root } from '../tools/run.ts';

/** The built app (`dist/` and the Worker) on real workerd, on a free port of this machine. */
export interface Served {
  /** Without a slash at the end: `http://127.0.0.1:40123`. */
  readonly baseUrl: string;
  readonly stop: () => Promise<void>;
}

/** Serves the output of `npm run build`. Requests reach it over HTTP, as they would reach the edge. */
export async function startServer(): Promise<Served> {
  // workerd's `request.cf` would otherwise be fetched from a server.
  process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false';
  process.env['WRANGLER_SEND_METRICS'] = 'false';
  const harness = createTestHarness({ root, workers: [{ configPath: join(root, 'wrangler.toml') }] });
  const { url } = await harness.listen();
  return { baseUrl: url.origin, stop: () => harness.close() };
}
