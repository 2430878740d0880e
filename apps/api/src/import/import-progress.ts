const barWidth = 30;

/** Where the import is: a bar on a terminal, else a line every two seconds. */
export class ImportProgress {
  private name = '';
  private size = 0;
  private bytes = 0;
  private rows = 0;
  private since = 0;
  private toldAt = 0;
  private shown = false;

  constructor(private readonly out: Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean; columns?: number }) {}

  /** Starts with a file of so many bytes. */
  begin(name: string, size: number): void {
    Object.assign(this, { name, size, bytes: 0, rows: 0, since: Date.now(), toldAt: Date.now() });
  }

  read(bytes: number): void {
    this.bytes += bytes;
  }

  wrote(rows: number): void {
    this.rows += rows;
    const now = Date.now();
    if (now - this.toldAt < (this.out.isTTY ? 100 : 2_000)) return;
    this.toldAt = now;
    this.show();
  }

  /** A line of text, above the bar. */
  readonly say = (line: string): void => {
    this.clear();
    this.out.write(`${line}\n`);
  };

  end(): void {
    this.clear();
  }

  private show(): void {
    const share = this.size > 0 ? Math.min(1, this.bytes / this.size) : 1;
    const seconds = Math.max(0.001, (Date.now() - this.since) / 1000);
    const rate = `${Math.round(this.rows / seconds).toLocaleString('en')} rows/s`;
    const left = share > 0 ? `${Math.ceil((seconds / share) * (1 - share))} s left` : '';
    const text = `${this.name}  ${Math.floor(share * 100)} %  ${this.rows.toLocaleString('en')} rows  ${rate}  ${left}`;
    if (!this.out.isTTY) return void this.out.write(`${text}\n`);
    const full = Math.round(share * barWidth);
    this.clear();
    this.out.write(`${'█'.repeat(full)}${'░'.repeat(barWidth - full)}  ${text}`.slice(0, (this.out.columns || 80) - 1));
    this.shown = true;
  }

  private clear(): void {
    if (this.shown) this.out.write('\r\u001b[K');
    this.shown = false;
  }
}
