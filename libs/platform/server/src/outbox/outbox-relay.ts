import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventHandlers } from './event-handlers.ts';

const batchSize = 100;
const pollMs = 2_000;
const longestPauseS = 3_600;

interface DueEvent {
  id: string;
  type: string;
  payload: object;
  attempts: number;
}

/** Delivers outbox events to their handlers: at once after a commit of this process, within `pollMs` for those of others or left by a crash. */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(OutboxRelay.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private nudged = false;
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly handlers: EventHandlers,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.nudge(), pollMs);
    this.timer.unref();
    this.nudge();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Something may be due: look soon. Never waits. */
  nudge(): void {
    if (this.stopped) return;
    this.nudged = true;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
      if (this.nudged) this.nudge();
    });
  }

  /** Resolves when everything that is due now was tried; for tests and for a graceful stop. */
  async settled(): Promise<void> {
    this.nudge();
    while (this.running) await this.running;
  }

  private async drain(): Promise<void> {
    try {
      do {
        this.nudged = false;
        while (!this.stopped && (await this.deliverBatch()) === batchSize);
      } while (this.nudged && !this.stopped);
    } catch (error) {
      // The database is away: the poll tries again.
      this.nudged = false;
      this.logger.warn(`Events wait: ${(error as Error).message}`);
    }
  }

  private async deliverBatch(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      // SKIP LOCKED: several processes share the work without waiting for each other.
      const due: DueEvent[] = await manager.query(
        `SELECT id, type, payload, attempts FROM outbox_event
         WHERE delivered_at IS NULL AND next_attempt_at <= now() ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
        [batchSize],
      );
      const delivered: string[] = [];
      for (const event of due) {
        if (await this.deliver(event)) delivered.push(event.id);
        else {
          await manager.query(`UPDATE outbox_event SET attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => $2) WHERE id = $1`, [
            event.id,
            Math.min(longestPauseS, 2 ** event.attempts),
          ]);
        }
      }
      if (delivered.length > 0) await manager.query(`UPDATE outbox_event SET delivered_at = now() WHERE id = ANY($1)`, [delivered]);
      return due.length;
    });
  }

  private async deliver(event: DueEvent): Promise<boolean> {
    // async: a handler that throws at once must fail its own event, not the batch.
    const results = await Promise.allSettled(this.handlers.of(event.type).map(async (handle) => handle(event.payload, event.id)));
    const failures = results.filter((result) => result.status === 'rejected');
    for (const failure of failures) this.logger.error({ err: failure.reason, eventType: event.type, eventId: event.id }, 'An event handler failed; it is tried again.');
    return failures.length === 0;
  }
}
