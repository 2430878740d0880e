import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, jobType } from '@parvis/platform/server';
import { DataSource } from 'typeorm';

export const sweepNotifications = jobType('notifications.sweep');

/** Nobody looks for what they were told a year ago; events are not tried for a month. */
@Injectable()
export class NotificationSweep implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.jobs.every(sweepNotifications, '37 2 * * *', async () => {
      await this.dataSource.query(`DELETE FROM notification WHERE last_at < now() - interval '1 year'`);
      await this.dataSource.query(`DELETE FROM notification_event WHERE noted_at < now() - interval '1 month'`);
    });
  }
}
