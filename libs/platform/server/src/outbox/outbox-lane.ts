import { Logger } from '@nestjs/common';

/** Works through what is due, one run at a time, however often it is called; a call during a run makes it look once more. */
export class OutboxLane {
  private readonly logger = new Logger(OutboxLane.name);
  private running: Promise<void> | undefined;
  private nudged = false;
  private stopped = false;

  /** `deliver` takes the next batch; false when there was nothing left for another. */
  constructor(private readonly deliver: () => Promise<boolean>) {}

  nudge(): void {
    if (this.stopped) return;
    this.nudged = true;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
      if (this.nudged) this.nudge();
    });
  }

  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  /** Finishes the batch that it is at. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async drain(): Promise<void> {
    try {
      do {
        this.nudged = false;
        while (!this.stopped && (await this.deliver()));
      } while (this.nudged && !this.stopped);
    } catch (error) {
      // The database is away: the poll tries again.
      this.nudged = false;
      this.logger.warn(`Events wait: ${(error as Error).message}`);
    }
  }
}
