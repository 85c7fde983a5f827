/**
 * `npm run prove-core`: runs the core's tests against mutants of the core (Stryker, see test/mutation/). Each mutant must
 * make a test fail. `-- --files clauses/numbers/truth.ts,clauses/evaluate/bands.ts` tries some files, `-- --concurrency 2` two at a time.
 */
import { show } from './run.ts';

process.exit((await show(['node', 'test/mutation/run.ts', ...process.argv.slice(2)])) ? 0 : 1);
