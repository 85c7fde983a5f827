import { createApp } from './app.ts';
import { createPublished } from './data/published.ts';
import { admitsBy, type RateLimiter } from './rate-limit.ts';
import { today } from './today.ts';

/** The bindings of wrangler.toml. */
interface Bindings {
  readonly ASSETS: { readonly fetch: (request: Request) => Promise<Response> };
  /** Absent where the worker runs without the platform. */
  readonly LIMITER?: RateLimiter;
}

type App = ReturnType<typeof createApp>;

let app: App | undefined;

/** One app for the life of the isolate, so that prepared catalogues stay in memory. */
function appFor({ ASSETS, LIMITER }: Bindings): App {
  const published = createPublished((path) =>
    ASSETS.fetch(new Request(new URL(path, 'https://assets.invalid'))),
  );
  return createApp({ ...published, today, admits: admitsBy(LIMITER) });
}

export default {
  fetch(request: Request, bindings: Bindings): Response | Promise<Response> {
    app ??= appFor(bindings);
    return app.fetch(request);
  },
};
