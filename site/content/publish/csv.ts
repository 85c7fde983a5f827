/** One cell: numbers stay numbers. */
export type CsvCell = string | number | null;

/**
 * A table for spreadsheets: UTF-8 with byte order mark (Excel shows Chinese only with it), lines ended by CRLF,
 * quoted after RFC 4180.
 */
export function csv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(cellText).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

const number = /^-?\d+(?:\.\d+)?$/;
/** What spreadsheets take for the beginning of a formula, in both widths. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

function cellText(cell: CsvCell): string {
  const raw = cell === null ? '' : String(cell);
  const text = formula.test(raw) && !number.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
