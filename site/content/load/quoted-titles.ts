/** A title as it is compared: white space and the width of signs differ between a title and its quotation. */
export function normalizedTitle(title: string): string {
  return title.normalize('NFKC').replace(/\s+/g, '');
}

/** The titles in 《》 that a text names, as they are compared, each once. */
export function quotedTitles(text: string): readonly string[] {
  return [
    ...new Set(Array.from(normalizedTitle(text).matchAll(/《([^《》]+)》/g), ([, title]) => title ?? '')),
  ];
}
