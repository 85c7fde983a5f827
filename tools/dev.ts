/** `npm run dev`: pages that follow every edit, at http://localhost:4321. Arguments go to `astro dev`. */
import { show } from './run.ts';
import { refuseSettings } from './settings.ts';

refuseSettings('HUICE_SITE', 'HUICE_DAY');

process.exitCode = (await show(['astro', 'dev', ...process.argv.slice(2)])) ? 0 : 1;
