/** Prettier formats what Biome does not read: `.astro` and `.mdx` files of the site. */
export default {
  printWidth: 110,
  singleQuote: true,
  plugins: ['prettier-plugin-astro'],
  overrides: [{ files: '*.astro', options: { parser: 'astro' } }],
};
