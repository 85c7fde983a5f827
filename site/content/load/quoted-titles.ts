/** A title in a form that can be compared: quotations differ from titles in white space and in the width of characters. */
export function normalizedTitle(title: string): string {
  return title.normalize('NFKC').replace(/\s+/g, '');
}

/** The titles that a text quotes in 《》, normalized, each once. */
export function quotedTitles(text: string): readonly string[] {
  return [
    ...new Set(Array.from(normalizedTitle(text).matchAll(/《([^《》]+)》/g), ([, title]) => title ?? '')),
  ];
}
