/** Replaces the content hash in the names of built scripts and style sheets by `HASH`, in a path or in a text. */
export function withoutAssetHashes(text: string): string {
  return text.replace(/(_astro\/[^\s"'()<>]*?\.)[\w-]{8}(?=\.(?:css|js)\b)/g, '$1HASH');
}

/** A page without the white space that HTML drops: runs become one space, and none is left at the edges of table cells. */
export function withoutIdleSpace(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/(<t[dh]\b[^>]*>) /g, '$1')
    .replace(/ (?=<\/t[dh]>)/g, '');
}
