/** Markdown of the generated pages of the manual. */
const GENERATED = '<!-- 由程序生成（node tools/manual.ts），不要手改。 -->';

export function page(title: string, parts: readonly string[]): string {
  const head = `---\ntitle: ${title}\n---\n\n${GENERATED}`;
  return `${[head, ...parts.filter((part) => part !== '')].join('\n\n')}\n`;
}

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** Names of marks within a sentence, shown as they are written. */
export function tagged(text: string): string {
  return text.replace(/<[^>]+>/g, code);
}
