import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { headersFile } from './site/headers.ts';
import { search } from './site/search/integration.ts';

export default defineConfig({
  // The public address, which canonical links, feeds and the sitemap contain.
  site: process.env.HUICE_SITE ?? 'https://huice.example',
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist',
  cacheDir: './.cache/astro',
  output: 'static',
  trailingSlash: 'always',
  compressHTML: true,
  // The content security policy forbids inline styles and scripts: everything is a file.
  build: { format: 'directory', inlineStylesheets: 'never' },
  // Offices and old phones have browsers of 2020. Scripts are not transpiled, so they use nothing newer.
  vite: { build: { assetsInlineLimit: 0, cssTarget: ['chrome86', 'firefox79', 'safari14'] } },
  devToolbar: { enabled: false },
  // A page whose key and code are those of the last build is not rendered again.
  experimental: { incrementalBuild: true },
  markdown: {
    // The default engine leaves bold Chinese unrendered, and smart punctuation would change the law's words.
    processor: unified({ remarkPlugins: [remarkCjkFriendly], smartypants: false }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), sitemap({ filter: (page) => !page.includes('/shell/') }), search(), headersFile()],
});
