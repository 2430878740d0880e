import type pg from 'pg';

interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/** One COPY … FROM STDIN of text that is in memory, in the form in which `pg` takes statements: it knows the messages but has no call for them. */
class CopyIn {
  private failure: Error | null = null;
  readonly done = Promise.withResolvers<void>();

  private readonly statement: string;
  private readonly text: string;

  constructor(statement: string, text: string) {
    this.statement = statement;
    this.text = text;
  }

  submit(connection: CopyConnection): void {
    connection.query(this.statement);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(Buffer.from(this.text));
    connection.endCopyFrom();
  }

  handleError(error: Error): void {
    this.failure = error;
    this.done.reject(error);
  }

  handleReadyForQuery(): void {
    if (!this.failure) this.done.resolve();
  }

  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
}

export type Cell = string | number | boolean | Date | null | readonly string[];

const largestText = 4_000_000;

/** Writes rows of several tables by COPY, a few megabytes at a time; the next are made while PostgreSQL takes the last. */
export class TableCopier {
  private readonly waiting = new Map<string, string[]>();
  private readonly sizes = new Map<string, number>();
  private inFlight: Promise<void> = Promise.resolve();
  readonly counts: Record<string, number> = {};

  /** `columns`: the columns of each table, in the order of the cells. */
  private readonly client: pg.Client;
  private readonly columns: Readonly<Record<string, string>>;

  constructor(client: pg.Client, columns: Readonly<Record<string, string>>) {
    this.client = client;
    this.columns = columns;
  }

  async add(table: string, cells: readonly Cell[]): Promise<void> {
    const line = cells.map(written).join('\t');
    const lines = this.waiting.get(table) ?? [];
    if (lines.push(line) === 1) this.waiting.set(table, lines);
    const size = (this.sizes.get(table) ?? 0) + line.length;
    this.sizes.set(table, size);
    this.counts[table] = (this.counts[table] ?? 0) + 1;
    if (size > largestText) await this.flush(table);
  }

  async end(): Promise<void> {
    for (const table of this.waiting.keys()) await this.flush(table);
    await this.inFlight;
  }

  private async flush(table: string): Promise<void> {
    const text = `${(this.waiting.get(table) ?? []).join('\n')}\n`;
    this.waiting.set(table, []);
    this.sizes.set(table, 0);
    await this.inFlight;
    const copy = new CopyIn(`COPY ${table} (${this.columns[table]}) FROM STDIN`, text);
    this.client.query(copy as never);
    this.inFlight = copy.done.promise;
    // Looked at by the next flush; until then nobody waits for it.
    this.inFlight.catch(() => undefined);
  }
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A cell as COPY's text form has it. */
export function written(cell: Cell): string {
  if (cell === null) return '\\N';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell !== 'object') return String(cell).replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign);
  return written(`{${cell.map((word) => `"${word.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
}
