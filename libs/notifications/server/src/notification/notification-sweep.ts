import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, jobType, Retention, type RetentionTerm } from '@parvis/platform/server';
import { DataSource } from 'typeorm';

export const sweepNotifications = jobType('notifications.sweep');

export const keptNotifications: RetentionTerm = { key: 'notifications.notifications', standardDays: 365, leastDays: 30, mostDays: 730 };

/** Nobody looks for what they were told a year ago; events are not tried for a month. */
@Injectable()
export class NotificationSweep implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly dataSource: DataSource,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.retention.register(keptNotifications, async (before) => {
      const [{ count }]: [{ count: number }] = await this.dataSource.query('SELECT count(*)::int AS count FROM notification WHERE last_at < $1', [before]);
      return count;
    });
    this.jobs.every(sweepNotifications, '37 2 * * *', async () => {
      await this.dataSource.query('DELETE FROM notification WHERE last_at < $1', [this.retention.cutoff(keptNotifications)]);
      await this.dataSource.query(`DELETE FROM notification_event WHERE noted_at < now() - interval '1 month'`);
    });
  }
}
