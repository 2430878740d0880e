import type { ChartTable } from './chart-table.ts';

/**
 * The table as a file for spreadsheets. Excel opens a file by double click with what the system's language uses: where
 * the decimal mark is a comma, cells are parted by semicolons (France), elsewhere by commas. The mark at the start (BOM)
 * tells it that the text is UTF-8; without it, accents are garbled. Shares stay numbers: 0,32 and not "32 %".
 */
export function chartCsv(table: ChartTable, decimalMark: string): string {
  const separator = decimalMark === ',' ? ';' : ',';
  // Twelve digits: 0.1 + 0.2 is not 0.30000000000000004 to anybody.
  const number = (value: number): string => String(Number(value.toPrecision(12))).replace('.', decimalMark);
  const written = (cell: number | string | null): string => (cell === null ? '' : typeof cell === 'string' ? quoted(cell) : number(cell));
  const lines = [
    [table.heading, ...table.columns.map(({ label }) => label)].map(quoted),
    ...table.rows.map(({ label, cells }) => [quoted(label), ...cells.map(written)]),
  ];
  return `\uFEFF${lines.map((line) => line.join(separator)).join('\r\n')}\r\n`;
}

/** A name that begins like a formula would be computed by the spreadsheet: names of departments come from outside. */
function quoted(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
