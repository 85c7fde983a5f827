/** One row of a Markdown table. */
export function row(...cells: readonly (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

/** The head of a Markdown table with the line below it. */
export function head(...cells: readonly string[]): void {
  row(...cells);
  row(...cells.map(() => '---'));
}
