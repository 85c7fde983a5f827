/**
 * `npm run prove-core`: mistakes in the evaluating core, one at a time, each of which a test must notice (Stryker, see
 * test/mutation/). `-- --files clauses/numbers/truth.ts,clauses/evaluate/bands.ts` tries some files, `-- --concurrency 2` two at a time.
 */
import { show } from './run.ts';

process.exit((await show(['node', 'test/mutation/run.ts', ...process.argv.slice(2)])) ? 0 : 1);
