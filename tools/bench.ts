/** `npm run bench [-- PART …]`: measures and prints Markdown; bench/run.ts names the parts. */
import { show } from './run.ts';

process.exit((await show(['node', 'bench/run.ts', ...process.argv.slice(2)])) ? 0 : 1);
