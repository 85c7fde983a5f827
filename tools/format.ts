/** `npm run format`: rewrites every file that a formatter owns, and repairs what the linter can repair. */
import { show } from './run.ts';

const biome = await show(['biome', 'check', '--write', '.']);
const prettier = await show(['prettier', '--write', '--log-level=warn', 'site/**/*.{astro,mdx}']);
process.exit(biome && prettier ? 0 : 1);
