import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, jobType } from '@parvis/platform/server';
import { DataSource } from 'typeorm';

export const sweepAbsences = jobType('people.sweep-absences');

/** When somebody was away concerns nobody once they are back. */
@Injectable()
export class AbsenceSweep implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    // Two days later: by then it is over in every time zone.
    this.jobs.every(sweepAbsences, '53 2 * * *', async () => {
      await this.dataSource.query(`DELETE FROM absence WHERE until_day < now()::date - 1`);
    });
  }
}
