import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ProcessChannel } from '../cluster/process-channel.ts';
import { Config } from '../config/config.ts';
import { failureCode } from '../errors/failure-code.ts';
import { within } from '../time/within.ts';
import { EventHandlers } from './event-handlers.ts';
import { OutboxLane } from './outbox-lane.ts';

const pollMs = 2_000;
const longestPauseS = 3_600;
/** An event that failed so often, over some five hours, is put aside. */
export const maxAttempts = 16;
// Any number will do, as long as it stays the same: whoever holds it delivers new events.
const turnLock = 7_265_003;
const lockNotAvailable = '55P03';

interface DueEvent {
  id: string;
  type: string;
  payload: object;
  attempts: number;
}

type Lane = 'first' | 'again';
const laneSizes: Record<Lane, number> = { first: 100, again: 10 };
const still = 'delivered_at IS NULL AND given_up_at IS NULL AND next_attempt_at <= now()';
const inLane: Record<Lane, string> = { first: `${still} AND attempts = 0`, again: `${still} AND attempts > 0` };

/**
 * Delivers outbox events to their handlers, right after the commit of any process, or within `pollMs` when a crash left them.
 * New events go out one after the other and in one process at a time, so that their order holds for all sockets everywhere; those that failed
 * have lost their place, and are tried again beside the others, by any process.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly lanes = (['first', 'again'] as const).map((lane) => new OutboxLane(() => this.deliverBatch(lane)));
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly handlers: EventHandlers,
    private readonly config: Config,
    private readonly channel: ProcessChannel,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.works) return;
    this.channel.onOutboxWritten(() => this.nudge());
    this.timer = setInterval(() => this.nudge(), pollMs);
    this.timer.unref();
    this.nudge();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.lanes.map((lane) => lane.stop()));
  }

  /** Something may be due: look soon. Never waits; does nothing in a process that only answers requests. */
  nudge(): void {
    if (this.config.works) for (const lane of this.lanes) lane.nudge();
  }

  /** Resolves when everything that is due now was tried; for tests and for a graceful stop. */
  async settled(): Promise<void> {
    this.nudge();
    await Promise.all(this.lanes.map((lane) => lane.settled()));
  }

  private async deliverBatch(lane: Lane): Promise<boolean> {
    // Asked first and without the turn: most looks find nothing.
    const [{ any }]: [{ any: boolean }] = await this.dataSource.query(`SELECT EXISTS (SELECT FROM outbox_event WHERE ${inLane[lane]}) AS any`);
    if (!any) return false;
    return this.dataSource.transaction(async (manager) => {
      if (lane === 'first' && !(await this.hasTurn(manager))) return false;
      // SKIP LOCKED: several processes share what is tried again without waiting for each other.
      const due: DueEvent[] = await manager.query(
        `SELECT id, type, payload, attempts FROM outbox_event WHERE ${inLane[lane]} ORDER BY id LIMIT ${laneSizes[lane]} FOR UPDATE SKIP LOCKED`,
      );
      if (lane === 'again') await Promise.all(due.map((event) => this.deliver(manager, event)));
      else for (const event of due) await this.deliver(manager, event);
      return due.length === laneSizes[lane];
    });
  }

  /** Waits while another process delivers new events: what was committed after its look would else lie until the next poll. */
  private async hasTurn(manager: EntityManager): Promise<boolean> {
    try {
      await manager.query(`SELECT set_config('lock_timeout', '5s', true), pg_advisory_xact_lock($1)`, [turnLock]);
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === lockNotAvailable) return false;
      throw error;
    }
  }

  private async deliver(manager: EntityManager, event: DueEvent): Promise<void> {
    const failure = await this.failureOf(event);
    if (failure === null) return void (await manager.query(`UPDATE outbox_event SET delivered_at = now() WHERE id = $1`, [event.id]));
    const attempts = event.attempts + 1;
    const givenUp = attempts >= maxAttempts;
    if (givenUp) this.logger.error({ eventType: event.type, eventId: event.id, attempts }, 'An event is given up: its handlers go on failing. Once its cause is mended, deliver it again at /administration/jobs.');
    await manager.query(
      `UPDATE outbox_event SET attempts = $2, next_attempt_at = now() + make_interval(secs => $3), given_up_at = CASE WHEN $4 THEN now() END, failure = $5 WHERE id = $1`,
      [event.id, attempts, Math.min(longestPauseS, 2 ** event.attempts), givenUp, failure],
    );
  }

  /** Null: everybody heard it. */
  private async failureOf(event: DueEvent): Promise<string | null> {
    // async: a handler that throws at once must fail its own event, not the batch.
    const handling = this.handlers.of(event.type).map(async (handle) => handle(event.payload, event.id));
    // A handler that never answers must not hold up everybody else's events.
    const limited = handling.map((work) => within(this.handlers.timeLimitMs, work, 'An event handler'));
    const failures = (await Promise.allSettled(limited)).filter((result) => result.status === 'rejected');
    for (const failure of failures) this.logger.error({ err: failure.reason, eventType: event.type, eventId: event.id }, 'An event handler failed; it is tried again.');
    return failures[0] ? failureCode(failures[0].reason) : null;
  }
}
