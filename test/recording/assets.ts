/** Replaces the content hash in the names of built scripts and style sheets by `HASH`, in a path or in a text. */
export function withoutAssetHashes(text: string): string {
  return text.replace(/(_astro\/[^\s"'()<>]*?\.)[\w-]{8}(?=\.(?:css|js)\b)/g, '$1HASH');
}
