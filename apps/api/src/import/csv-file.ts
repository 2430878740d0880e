import { parse } from 'csv-parse/sync';
import { StartFault } from '../start/start-fault.ts';
import { quoted } from './field-rules.ts';
import { linesOf, type TextFile, type TextLine } from './text-file.ts';

/** What a file may hold: its columns by name, in any order, whatever their letter case. */
export interface CsvColumns<Column extends string> {
  known: readonly Column[];
  required: readonly Column[];
}

/** A row: its cells by column, trimmed, or why it cannot be read. */
export type CsvRow<Column extends string> = { line: number; cells: Partial<Record<Column, string>>; reason?: undefined } | { line: number; cells?: undefined; reason: string };

export interface CsvHeader<Column extends string> {
  delimiter: string;
  /** Columns that nothing is done with, as they are written. */
  ignored: string[];
  /** By position; null: ignored. */
  columns: (Column | null)[];
}

/** A quoted cell may go over several lines; past so many, its quote is taken to be one too many. */
const maxLinesOfRow = 200;
const delimiters = [',', ';', '\t'];

/** The rows of a CSV file in groups. First tells what its header says. Throws StartFault when the header is of no use. */
export async function* csvRowsOf<Column extends string>(
  file: TextFile,
  columns: CsvColumns<Column>,
  told: { header: (header: CsvHeader<Column>) => void; read: (bytes: number) => void },
): AsyncGenerator<CsvRow<Column>[]> {
  let header: CsvHeader<Column> | null = null;
  let waiting: TextLine[] = [];
  for await (const lines of linesOf(file, told.read)) {
    waiting = waiting.concat(lines);
    if (!header) {
      const first = waiting.findIndex((line) => line.text === undefined || line.text.trim() !== '');
      if (first < 0) continue;
      header = headerOf(file, columns, waiting[first] as TextLine);
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

function headerOf<Column extends string>(file: TextFile, { known, required }: CsvColumns<Column>, { text, reason }: TextLine): CsvHeader<Column> {
  if (text === undefined) throw new StartFault(`${file.name} has no header: ${reason}.`);
  const delimiter = delimiters.map((candidate) => ({ candidate, cells: cellsOf(text, candidate)?.length ?? 0 })).reduce((best, next) => (next.cells > best.cells ? next : best)).candidate;
  const names = cellsOf(text, delimiter) ?? [];
  const columns = names.map((name) => known.find((column) => column.toLowerCase() === name.toLowerCase()) ?? null);
  for (const column of required) {
    if (!columns.includes(column)) throw new StartFault(`${file.name} has no column ${column}: its first line must name the columns, among them ${required.join(' and ')}.`);
  }
  const twice = columns.find((column, i) => column && columns.indexOf(column) !== i);
  if (twice) throw new StartFault(`${file.name} has two columns ${twice}: leave one.`);
  return { delimiter, columns, ignored: names.filter((name, i) => name && !columns[i]) };
}

/** All rows that are whole; the rest, when more lines may follow, is what could be the beginning of one. */
function rowsOf<Column extends string>(header: CsvHeader<Column>, lines: readonly TextLine[], isEnd: boolean): { rows: CsvRow<Column>[]; rest: TextLine[] } {
  const rows: CsvRow<Column>[] = [];
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
function rowAt<Column extends string>(header: CsvHeader<Column>, lines: readonly TextLine[], at: number): { row: CsvRow<Column> | null; lines: number | null } {
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

function rowOf<Column extends string>({ columns }: CsvHeader<Column>, line: number, values: readonly string[]): CsvRow<Column> {
  if (values.length !== columns.length) {
    return { line, reason: `the row has ${values.length} ${values.length === 1 ? 'cell' : 'cells'} and the header ${columns.length} (first cell ${quoted(values[0] ?? '')})` };
  }
  const cells: Partial<Record<Column, string>> = {};
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
