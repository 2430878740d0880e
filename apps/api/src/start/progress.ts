const tickMs = 2_000;

/** Says what is being done, and how long it has taken when that is more than two seconds. Silent between the steps. */
export class Progress {
  private timer: NodeJS.Timeout | undefined;

  readonly step = (line: string): void => {
    this.end();
    process.stderr.write(`${line}\n`);
    const since = Date.now();
    this.timer = setInterval(() => process.stderr.write(`  … ${Math.round((Date.now() - since) / 1000)} s\n`), tickMs);
    this.timer.unref();
  };

  end(): void {
    clearInterval(this.timer);
  }
}
