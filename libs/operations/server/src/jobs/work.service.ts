import { Injectable } from '@nestjs/common';
import { Administration, type Viewer } from '@parvis/identity/server';
import { GivenUp, JobDesk, type JobKind, Transactions, type Transaction } from '@parvis/platform/server';
import { operationsErrors } from '../operations.errors.ts';
import type { BackgroundWorkType } from './work.type.ts';

/** What an administrator does about background work. Each is in the audit log, by names of ours and counts. */
@Injectable()
export class WorkService {
  constructor(
    private readonly administration: Administration,
    private readonly transactions: Transactions,
    private readonly jobs: JobDesk,
    private readonly givenUp: GivenUp,
  ) {}

  /** Errors: FORBIDDEN, CONFIRMATION_NEEDED. */
  async overview(viewer: Viewer): Promise<BackgroundWorkType> {
    this.administration.require(viewer);
    const [jobs, events, letters] = [await this.jobs.kinds(), await this.givenUp.events(), await this.givenUp.letters()];
    return { jobs, events, letters };
  }

  /** Errors: FORBIDDEN, CONFIRMATION_NEEDED, JOB_NOT_FOUND, JOB_NOT_BY_CLOCK, JOB_ALREADY_DUE. */
  async runNow(viewer: Viewer, name: string): Promise<JobKind> {
    return this.change(viewer, name, async (tx, kind) => {
      if (kind.cron === null) throw operationsErrors.jobNotByClock();
      if (!(await this.jobs.runNow(tx, name))) throw operationsErrors.jobAlreadyDue();
      tx.record({ area: 'configuration', action: 'configuration.job-run', actorId: viewer.personId, details: { job: name } });
    });
  }

  /** Errors: FORBIDDEN, CONFIRMATION_NEEDED, JOB_NOT_FOUND, WORK_NOTHING_FAILED. */
  async tryAgain(viewer: Viewer, name: string): Promise<JobKind> {
    return this.change(viewer, name, async (tx) => {
      const count = somethingOf(await this.jobs.tryAgain(tx, name));
      tx.record({ area: 'configuration', action: 'configuration.jobs-tried-again', actorId: viewer.personId, details: { job: name, count } });
    });
  }

  /** Errors: FORBIDDEN, CONFIRMATION_NEEDED, JOB_NOT_FOUND, JOB_NAME_DIFFERS, WORK_NOTHING_FAILED. */
  async discard(viewer: Viewer, name: string, typedName: string): Promise<JobKind> {
    return this.change(viewer, name, async (tx) => {
      if (typedName.trim() !== name) throw operationsErrors.nameDiffers();
      const count = somethingOf(await this.jobs.discard(tx, name));
      tx.record({ area: 'configuration', action: 'configuration.jobs-discarded', actorId: viewer.personId, details: { job: name, count } });
    });
  }

  /** Answers how many. Errors: FORBIDDEN, CONFIRMATION_NEEDED, WORK_NOTHING_FAILED. */
  async deliverAgain(viewer: Viewer, type: string): Promise<number> {
    this.administration.require(viewer);
    return this.transactions.run(async (tx) => {
      const count = somethingOf(await this.givenUp.deliverAgain(tx, type));
      tx.record({ area: 'configuration', action: 'configuration.events-tried-again', actorId: viewer.personId, details: { event: type, count } });
      return count;
    });
  }

  /** Answers how many. Errors: FORBIDDEN, CONFIRMATION_NEEDED, WORK_NOTHING_FAILED. */
  async sendAgain(viewer: Viewer, type: string): Promise<number> {
    this.administration.require(viewer);
    return this.transactions.run(async (tx) => {
      const count = somethingOf(await this.givenUp.sendAgain(tx, type));
      tx.record({ area: 'configuration', action: 'configuration.letters-tried-again', actorId: viewer.personId, details: { letter: type, count } });
      return count;
    });
  }

  private async change(viewer: Viewer, name: string, act: (tx: Transaction, kind: JobKind) => Promise<void>): Promise<JobKind> {
    this.administration.require(viewer);
    return this.transactions.run(async (tx) => {
      const kind = await this.jobs.kind(name, tx.manager);
      if (!kind) throw operationsErrors.jobNotFound();
      await act(tx, kind);
      return (await this.jobs.kind(name, tx.manager)) ?? kind;
    });
  }
}

function somethingOf(count: number): number {
  if (count === 0) throw operationsErrors.nothingFailed();
  return count;
}
