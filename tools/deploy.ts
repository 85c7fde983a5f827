/** `npm run deploy`: builds, then publishes to Cloudflare. Arguments go to `wrangler deploy`. */
import { buildOrExit } from './build.ts';
import { show } from './run.ts';

await buildOrExit();
process.exit((await show(['wrangler', 'deploy', ...process.argv.slice(2)])) ? 0 : 1);
