/** What a cell of a file holds; lists stand in one cell of a CSV file, parted by `|`. */
export type Cell = string | number | boolean | null | readonly string[] | readonly number[];
export type Row = Readonly<Record<string, Cell>>;

/** Spreadsheets take a cell that begins so for a formula, which runs on the machine of whoever opens the file (OWASP, « CSV injection »). Further apostrophes, so that reading takes away what writing added. */
const formula = /^'*[=+\-@\t\r]/;
const figure = /^-?\d+(\.\d+)?$/;

/** A line of a CSV file (RFC 4180), its cells harmless. */
export const csvLine = (cells: readonly Cell[], delimiter: string): string => `${cells.map((cell) => quoted(harmless(textOf(cell)), delimiter)).join(delimiter)}\r\n`;

/** What was written as `harmless`. */
export const asWritten = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell);

/** What was joined by `|`; signs of its own stand after a backslash. */
export function parted(cell: string): string[] {
  const parts = [''];
  for (const [sign] of cell.matchAll(/\\?[\s\S]/g)) {
    if (sign === '|') parts.push('');
    else parts.push(parts.pop() + sign.slice(-1));
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  return Array.isArray(cell) ? cell.map((part) => String(part).replaceAll(/[|\\]/g, (sign) => `\\${sign}`)).join('|') : String(cell);
}

const harmless = (text: string): string => (formula.test(text) && !figure.test(text) ? `'${text}` : text);

const quoted = (text: string, delimiter: string): string => (text.includes(delimiter) || /["\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text);
