import { csvRowsOf, type CsvHeader, type CsvRow } from './csv-file.ts';
import { hrColumns, requiredHrColumns, type HrColumn } from './hr-row.ts';
import type { TextFile } from './text-file.ts';

export type HrHeader = CsvHeader<HrColumn>;
export type HrRow = CsvRow<HrColumn>;

/** The rows of an HR export in groups. First tells what its header says. Throws StartFault when the header is of no use. */
export const hrRowsOf = (file: TextFile, told: { header: (header: HrHeader) => void; read: (bytes: number) => void }): AsyncGenerator<HrRow[]> =>
  csvRowsOf(file, { known: hrColumns, required: requiredHrColumns }, told);
