import { parse } from 'csv-parse/sync';
import { StartFault } from '../start/start-fault.ts';
import { quoted } from './field-rules.ts';
import { hrColumns, requiredHrColumns, type HrColumn } from './hr-row.ts';
import { linesOf, type TextFile, type TextLine } from './text-file.ts';

/** A row of the HR export: its cells by column, trimmed, or why it cannot be read. */
export type HrRow = { line: number; cells: Partial<Record<HrColumn, string>>; reason?: undefined } | { line: number; cells?: undefined; reason: string };

export interface HrHeader {
  delimiter: string;
  /** Columns that nothing is done with, as they are written. */
  ignored: string[];
  /** By position; null: ignored. */
  columns: (HrColumn | null)[];
}

/** A quoted cell may go over several lines; past so many, its quote is taken to be one too many. */
const maxLinesOfRow = 200;
const delimiters = [',', ';', '\t'];

/** The rows of an HR export in groups. First tells what its header says. Throws StartFault when the header is of no use. */
export async function* hrRowsOf(file: TextFile, told: { header: (header: HrHeader) => void; read: (bytes: number) => void }): AsyncGenerator<HrRow[]> {
  let header: HrHeader | null = null;
  let waiting: TextLine[] = [];
  for await (const lines of linesOf(file, told.read)) {
    waiting = waiting.concat(lines);
    if (!header) {
      const first = waiting.findIndex((line) => line.text === undefined || line.text.trim() !== '');
      if (first < 0) continue;
      header = headerOf(file, waiting[first] as TextLine);
      told.header(header);
      waiting = waiting.slice(first + 1);
    }
    const { rows, rest } = rowsOf(header, waiting, false);
    waiting = rest;
    yield rows;
  }
  if (!header) throw new StartFault(`${file.name} is empty: its first line names the columns.`);
  yield rowsOf(header, waiting, true).rows;
}

function headerOf(file: TextFile, { text, reason }: TextLine): HrHeader {
  if (text === undefined) throw new StartFault(`${file.name} has no header: ${reason}.`);
  const delimiter = delimiters.map((candidate) => ({ candidate, cells: cellsOf(text, candidate)?.length ?? 0 })).reduce((best, next) => (next.cells > best.cells ? next : best)).candidate;
  const names = cellsOf(text, delimiter) ?? [];
  const columns = names.map((name) => hrColumns.find((column) => column.toLowerCase() === name.toLowerCase()) ?? null);
  for (const column of requiredHrColumns) {
    if (!columns.includes(column)) throw new StartFault(`${file.name} has no column ${column}: its first line must name the columns, among them ${requiredHrColumns.join(' and ')}.`);
  }
  const twice = columns.find((column, i) => column && columns.indexOf(column) !== i);
  if (twice) throw new StartFault(`${file.name} has two columns ${twice}: leave one.`);
  return { delimiter, columns, ignored: names.filter((name, i) => name && !columns[i]) };
}

/** All rows that are whole; the rest, when more lines may follow, is what could be the beginning of one. */
function rowsOf(header: HrHeader, lines: readonly TextLine[], isEnd: boolean): { rows: HrRow[]; rest: TextLine[] } {
  const rows: HrRow[] = [];
  let at = 0;
  while (at < lines.length) {
    const row = rowAt(header, lines, at);
    if (row.lines === null && !isEnd && lines.length - at < maxLinesOfRow) break;
    if (row.row) rows.push(row.row);
    at += row.lines ?? 1;
  }
  return { rows, rest: lines.slice(at) };
}

/** The row that begins at a line, and how many lines it takes; null lines: its quote is not closed in those that are there. */
function rowAt(header: HrHeader, lines: readonly TextLine[], at: number): { row: HrRow | null; lines: number | null } {
  const { number, text, reason } = lines[at] as TextLine;
  if (text === undefined) return { row: { line: number, reason }, lines: 1 };
  if (text.trim() === '') return { row: null, lines: 1 };
  const alone = cellsOf(text, header.delimiter);
  if (alone) return { row: rowOf(header, number, alone), lines: 1 };
  const unclosed = { line: number, reason: 'a quote is opened and not closed' };
  let joined = text;
  for (let next = at + 1; next < Math.min(lines.length, at + maxLinesOfRow); next += 1) {
    const line = lines[next] as TextLine;
    if (line.text === undefined) return { row: unclosed, lines: 1 };
    joined += `\n${line.text}`;
    const cells = line.text.includes('"') ? cellsOf(joined, header.delimiter, 'strictly') : null;
    // Two rows with a quote too many each look like one that goes over many lines: the next rows must not go down with it.
    if (cells) return cells.length === header.columns.length ? { row: rowOf(header, number, cells), lines: next - at + 1 } : { row: unclosed, lines: 1 };
  }
  return { row: unclosed, lines: null };
}

function rowOf({ columns }: HrHeader, line: number, values: readonly string[]): HrRow {
  if (values.length !== columns.length) {
    return { line, reason: `the row has ${values.length} ${values.length === 1 ? 'cell' : 'cells'} and the header ${columns.length} (first cell ${quoted(values[0] ?? '')})` };
  }
  const cells: Partial<Record<HrColumn, string>> = {};
  columns.forEach((column, i) => column && (cells[column] = values[i] ?? ''));
  return { line, cells };
}

/** Null when a quote is not closed. A quote in the middle of a cell is a character like others, unless read strictly: then the row has no cells. */
function cellsOf(text: string, delimiter: string, how: 'leniently' | 'strictly' = 'leniently'): string[] | null {
  if (!text.includes('"')) return text.split(delimiter).map((cell) => cell.trim());
  try {
    const [cells] = parse(text, { delimiter, relax_quotes: how === 'leniently', relax_column_count: true }) as string[][];
    return (cells ?? []).map((cell) => cell.trim());
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'CSV_QUOTE_NOT_CLOSED') return null;
    if (how === 'strictly' && code?.startsWith('CSV_')) return [];
    throw error;
  }
}
