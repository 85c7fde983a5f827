import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { SEARCHED_PUNCTUATION, spacedHtml } from './spaced.ts';

/** Makes the search index from a copy of the policy pages with a space around every Han character. */
export function search(): AstroIntegration {
  return {
    name: 'huice-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const pages = globSync('policies/*/*/index.html', { cwd: folder }).sort();
        const { index, errors } = await createIndex({
          forceLanguage: 'zh',
          includeCharacters: SEARCHED_PUNCTUATION,
        });
        if (index === undefined) throw new Error(`The search index cannot be made: ${errors.join('; ')}`);
        for (const page of pages) await addPage(index, folder, page);
        const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
        await close();
        removeUnused(join(folder, 'pagefind'));
        if (written.errors.length > 0) throw new Error(`The search index: ${written.errors.join('; ')}`);
        logger.info(`search index of ${pages.length} pages`);
      },
    },
  };
}

/** The small page of our own needs none of Pagefind's interfaces. */
function removeUnused(folder: string): void {
  for (const file of globSync('pagefind-*{ui,highlight}*', { cwd: folder })) rmSync(join(folder, file));
}

async function addPage(index: PagefindIndex, folder: string, page: string): Promise<void> {
  const content = spacedHtml(readFileSync(join(folder, page), 'utf8'));
  const { errors } = await index.addHTMLFile({ url: `/${page.replace(/index\.html$/, '')}`, content });
  if (errors.length > 0) throw new Error(`The search index, ${page}: ${errors.join('; ')}`);
}
