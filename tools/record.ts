/**
 * `npm run record`: records what a built tree publishes and answers, as digests, to show that a refactoring changes nothing
 * (see test/recording/run.ts). `-- --write` keeps the digests, `-- --check` compares with the kept ones.
 */
import { show } from './run.ts';

process.exit((await show(['node', 'test/recording/run.ts', ...process.argv.slice(2)])) ? 0 : 1);
