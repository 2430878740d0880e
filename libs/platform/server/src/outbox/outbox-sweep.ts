import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { jobType } from '../jobs/job-type.ts';
import { Jobs } from '../jobs/jobs.ts';
import { firstIdAt } from '../paging/uuid.ts';
import { Retention, type RetentionTerm } from '../retention/retention.ts';

export const sweepOutbox = jobType('platform.sweep-events');

const batchSize = 5_000;

/** Ids of people stand in them. What came of them is elsewhere: they only help whoever looks for what went wrong. */
export const deliveredEvents: RetentionTerm = { key: 'platform.events', standardDays: 90, leastDays: 7, mostDays: 395 };

/** Forgets events that were delivered long ago. Those that were given up stay until somebody has mended their cause. */
@Injectable()
export class OutboxSweep implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly retention: Retention,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.retention.register(deliveredEvents, async (before) => {
      const [{ count }]: [{ count: number }] = await this.dataSource.query('SELECT count(*)::int AS count FROM outbox_event WHERE id < $1 AND delivered_at < $2', [firstIdAt(before), before]);
      return count;
    });
    this.jobs.every(sweepOutbox, '7 3 * * *', async () => {
      const before = this.retention.cutoff(deliveredEvents);
      for (let removed = batchSize; removed === batchSize; ) removed = await this.sweepBatch(before);
    });
  }

  /** By the ids, which are as old as the events: there is no other index that a year of them could be found by. */
  private async sweepBatch(before: Date): Promise<number> {
    const [, count]: [unknown, number] = await this.dataSource.query(
      `DELETE FROM outbox_event WHERE id = ANY (ARRAY(SELECT id FROM outbox_event WHERE id < $1 AND delivered_at < $2 ORDER BY id LIMIT ${batchSize}))`,
      [firstIdAt(before), before],
    );
    return count;
  }
}
