import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Config, Jobs, jobType } from '@parvis/platform/server';
import { DataSource } from 'typeorm';

export const sweepProposals = jobType('experts.sweep-proposals');

const everyMs = 20_000;
const keptDays = 35;
/** Only those that one sees first are proposed to one. */
const firstOnes = 5;

// In the order of the people, so that several processes never wait for each other in a circle. Whoever is gone for good meanwhile is left out.
const writeSql = `
  INSERT INTO expert_proposal_count (day, person_id, times)
  SELECT (now() AT TIME ZONE 'UTC')::date, person.id, noted.times FROM unnest($1::uuid[], $2::int[]) noted(person_id, times) JOIN person ON person.id = noted.person_id ORDER BY person.id
  ON CONFLICT (day, person_id) DO UPDATE SET times = expert_proposal_count.times + excluded.times`;

/** Counts who is proposed, by day, to know whether it is always the same: behind the answers, many in one statement, and forgotten after 35 days. */
@Injectable()
export class ProposalTally implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ProposalTally.name);
  private noted = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.every(sweepProposals, '17 3 * * *', async () => {
      await this.dataSource.query(`DELETE FROM expert_proposal_count WHERE day < (now() AT TIME ZONE 'UTC')::date - ${keptDays}`);
    });
  }

  onApplicationBootstrap(): void {
    if (this.config.test) return;
    this.timer = setInterval(() => void this.written().catch((error: Error) => this.logger.warn(`Who was proposed is not counted yet: ${error.message}`)), everyMs);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.written().catch(() => undefined);
  }

  /** People of an answer, best first. Only in memory: nobody waits for it. */
  note(personIds: readonly string[]): void {
    for (const id of personIds.slice(0, firstOnes)) this.noted.set(id, (this.noted.get(id) ?? 0) + 1);
  }

  /** Resolves when all that was noted so far is written. */
  written(): Promise<void> {
    this.running = this.running.catch(() => undefined).then(() => this.write());
    return this.running;
  }

  private async write(): Promise<void> {
    const noted = this.noted;
    if (noted.size === 0) return;
    this.noted = new Map();
    try {
      await this.dataSource.query(writeSql, [[...noted.keys()], [...noted.values()]]);
    } catch (error) {
      for (const [id, times] of noted) this.noted.set(id, (this.noted.get(id) ?? 0) + times);
      throw error;
    }
  }
}
