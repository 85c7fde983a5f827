/** The note at the head of every generated page of the manual. */
const GENERATED = '<!-- 由程序生成（node tools/manual.ts），不要手改。 -->';

/** A page of the manual: front matter, the note, and the parts that are not empty. */
export function page(title: string, parts: readonly string[]): string {
  const head = `---\ntitle: ${title}\n---\n\n${GENERATED}`;
  return `${[head, ...parts.filter((part) => part !== '')].join('\n\n')}\n`;
}

/** A Markdown table; `|` in a cell is escaped. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Inline code. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** A sentence with the names of its marks (`<Clause>`) as inline code. */
export function tagged(text: string): string {
  return text.replace(/<[^>]+>/g, code);
}
