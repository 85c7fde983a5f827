import { createApp } from './app.ts';
import { createPublished } from './data/published.ts';
import { today } from './today.ts';

/** The bindings of wrangler.toml. */
interface Bindings {
  readonly ASSETS: { readonly fetch: (request: Request) => Promise<Response> };
}

type App = ReturnType<typeof createApp>;

let app: App | undefined;

/** One app for the life of the isolate, so that prepared catalogues stay in memory. */
function appFor({ ASSETS }: Bindings): App {
  const published = createPublished((path) =>
    ASSETS.fetch(new Request(new URL(path, 'https://assets.invalid'))),
  );
  return createApp({ ...published, today });
}

export default {
  fetch(request: Request, bindings: Bindings): Response | Promise<Response> {
    app ??= appFor(bindings);
    return app.fetch(request);
  },
};
