import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Config, dayMs, Jobs, jobType, Retention } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { noteActivations } from '../arrival/activation.ts';
import { countArrivals } from '../arrival/arrivals.ts';
import { keepEventMonths } from '../event/event-months.ts';
import { keptEvents } from '../event/kept-days.ts';
import { dayNumber, dayOf } from '../period/day.ts';
import { noteDepartments } from '../standing/dated-trees.ts';
import { rollUp } from './roll-up.ts';

export const rollUpDays = jobType('engagement.roll-up');
export const keepMonths = jobType('engagement.keep-months');

const afterStartMs = 5_000;

/** Brings the figures up to what has happened, every ten minutes and when the server starts; nothing happens when nothing has. Events that are too old go at night. */
@Injectable()
export class RollUpJob implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(RollUpJob.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly jobs: Jobs,
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.retention.register(keptEvents, async (before) => {
      const [{ count }]: [{ count: number }] = await this.dataSource.query('SELECT count(*)::int AS count FROM engagement_event WHERE at < $1', [before]);
      return count;
    });
    this.jobs.every(rollUpDays, '*/10 * * * *', async () => void (await rollUp(this.dataSource)));
    // Nothing is forgotten before it is counted.
    this.jobs.every(keepMonths, '43 2 * * *', async () => {
      await rollUp(this.dataSource);
      const today = dayOf(Math.floor(Date.now() / dayMs));
      await noteActivations(this.dataSource.manager, today);
      await noteDepartments(this.dataSource.manager, today);
      await countArrivals(this.dataSource.manager, dayNumber(today));
      await keepEventMonths(this.dataSource, new Date(), this.retention.daysOf(keptEvents));
    });
  }

  /** What came in while nobody worked need not wait for the clock, and lets the start be over first. */
  onApplicationBootstrap(): void {
    if (!this.config.works || this.config.test) return;
    this.timer = setTimeout(() => {
      rollUp(this.dataSource).catch((error: Error) => this.logger.warn(`The indicators are not up to date yet: ${error.message}`));
    }, afterStartMs).unref();
  }

  beforeApplicationShutdown(): void {
    clearTimeout(this.timer);
  }
}
