import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { ideasErrors } from '../ideas.errors.ts';
import { columnsOf } from './campaign-file.ts';
import { asWritten, parted } from './cells.ts';

export const maxImportMb = 1;
export const maxImportRows = 1_000;

/** Columns that are read. What else an export holds is known, and nothing of it is brought in. */
export const readColumns = ['id', 'state', 'authors', 'title', 'problem', 'proposal', 'benefit', 'benefitAmount', 'benefitUnit', 'cost', 'effort', 'tags', 'lookingFor'] as const;
export type IdeaColumn = (typeof readColumns)[number];
const requiredColumns: readonly IdeaColumn[] = ['id', 'authors', 'title'];
const lists: ReadonlySet<string> = new Set<IdeaColumn>(['authors', 'tags', 'lookingFor']);

export interface ReadIdea {
  /** Where it begins: the line of a CSV file, the place in a JSON list, from 1. */
  line: number;
  /** Null: it has more or fewer cells than the header names. */
  texts: Partial<Record<IdeaColumn, string>> | null;
  lists: Partial<Record<IdeaColumn, string[]>>;
}

export interface IdeaFile {
  encoding: 'UTF-8' | 'Windows-1252';
  /** Columns that nobody knows, as they are written. */
  ignored: string[];
  ideas: ReadIdea[];
}

type Records = { line: number; cells: string[] }[];

/**
 * Reads ideas from CSV (parted by commas, semicolons or tabs) or JSON (a list of objects), in UTF-8 or what spreadsheets on Windows write.
 * Errors: IMPORT_EMPTY, IMPORT_ENCODING, IMPORT_UNREADABLE with the line, IMPORT_COLUMN_MISSING, IMPORT_COLUMN_TWICE, IMPORT_TOO_MANY.
 */
export function readIdeaFile(bytes: Buffer): IdeaFile {
  if (['fffe', 'feff'].includes(bytes.subarray(0, 2).toString('hex'))) throw ideasErrors.importEncoding();
  const encoding = isUtf8(bytes) ? 'UTF-8' : 'Windows-1252';
  // PostgreSQL stores no zero bytes.
  const text = (encoding === 'UTF-8' ? bytes.toString('utf8').replace(/^\uFEFF/, '') : iconv.decode(bytes, 'windows-1252')).replaceAll('\u0000', '');
  if (!text.trim()) throw ideasErrors.importEmpty();
  const file = text.trimStart().startsWith('[') ? fromJson(text) : fromCsv(text);
  if (file.ideas.length === 0) throw ideasErrors.importEmpty();
  if (file.ideas.length > maxImportRows) throw ideasErrors.importTooMany(maxImportRows);
  return { encoding, ...file };
}

function fromCsv(text: string): Omit<IdeaFile, 'encoding'> {
  const [head, ...records] = recordsOf(text).filter(({ cells }) => cells.some((cell) => cell.trim()));
  const names = head?.cells.map((name) => name.trim()) ?? [];
  const { columns, ignored } = knownAmong(names);
  const ideas = records.map(({ line, cells }): ReadIdea => {
    if (cells.length !== names.length) return { line, texts: null, lists: {} };
    const told = cells.flatMap((cell, i): [IdeaColumn, string][] => (columns[i] ? [[columns[i], asWritten(cell)]] : []));
    return { line, texts: Object.fromEntries(told), lists: Object.fromEntries(told.filter(([column]) => lists.has(column)).map(([column, cell]) => [column, parted(cell)])) };
  });
  return { ignored, ideas };
}

function recordsOf(text: string): Records {
  const head = text.trimStart().split(/\r\n|\r|\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length })).reduce((best, next) => (next.count > best.count ? next : best)).sign;
  const records: Records = [];
  let ended = 0;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      onRecord: (cells, { lines }) => {
        records.push({ line: ended + 1, cells });
        ended = lines;
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw ideasErrors.importUnreadable(ended + 1);
    throw error;
  }
  return records;
}

function fromJson(text: string): Omit<IdeaFile, 'encoding'> {
  const told = parsed(text);
  const names = [...new Set(told.flatMap((one) => Object.keys(one)))];
  const { columns, ignored } = knownAmong(names);
  const columnOf = new Map(names.map((name, i) => [name, columns[i]]));
  const ideas = told.map((one, i): ReadIdea => {
    const cells = Object.entries(one).flatMap(([name, value]): [IdeaColumn, unknown][] => {
      const column = columnOf.get(name);
      return column ? [[column, value]] : [];
    });
    return {
      line: i + 1,
      texts: Object.fromEntries(cells.filter(([, value]) => !Array.isArray(value)).map(([column, value]) => [column, textOf(value)])),
      lists: Object.fromEntries(cells.filter(([column]) => lists.has(column)).map(([column, value]) => [column, (Array.isArray(value) ? value.map(textOf) : parted(textOf(value))).filter((part) => part.trim())])),
    };
  });
  return { ignored, ideas };
}

function parsed(text: string): Record<string, unknown>[] {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch (error) {
    throw ideasErrors.importUnreadable(lineOf(text, error as SyntaxError));
  }
  const isObject = (one: unknown): one is Record<string, unknown> => typeof one === 'object' && one !== null && !Array.isArray(one);
  const odd = (told as unknown[]).findIndex((one) => !isObject(one));
  if (odd >= 0) throw ideasErrors.importUnreadable(odd + 1);
  return told as Record<string, unknown>[];
}

function lineOf(text: string, { message }: SyntaxError): number {
  const position = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length);
  return text.slice(0, position).split('\n').length;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');

/** The columns by the place of their names. Errors: IMPORT_EMPTY, IMPORT_COLUMN_MISSING, IMPORT_COLUMN_TWICE. */
function knownAmong(names: readonly string[]): { columns: (IdeaColumn | null)[]; ignored: string[] } {
  if (names.length === 0) throw ideasErrors.importEmpty();
  const columns = names.map((name) => readColumns.find((column) => column.toLowerCase() === name.toLowerCase()) ?? null);
  const missing = requiredColumns.find((column) => !columns.includes(column));
  if (missing) throw ideasErrors.importColumnMissing(missing);
  const twice = columns.find((column, i) => column && columns.indexOf(column) !== i);
  if (twice) throw ideasErrors.importColumnTwice(twice);
  const exported = new Set(columnsOf.ideas.map((column) => column.toLowerCase()));
  return { columns, ignored: names.filter((name) => name && !exported.has(name.toLowerCase())) };
}
