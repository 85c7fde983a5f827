/** One cell; `null` is an empty cell. */
export type CsvCell = string | number | null;

/**
 * Writes a table as CSV by RFC 4180, with a byte order mark, without which Excel does not show Chinese. A text that
 * spreadsheets would read as a formula gets an apostrophe.
 */
export function csv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(cellText).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

const number = /^-?\d+(?:\.\d+)?$/;
/** The characters with which a formula begins in spreadsheets, half-width and full-width. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

function cellText(cell: CsvCell): string {
  const raw = cell === null ? '' : String(cell);
  const text = formula.test(raw) && !number.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
