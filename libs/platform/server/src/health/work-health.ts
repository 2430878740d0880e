import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobDesk } from '../jobs/job-desk.ts';
import { Letters } from '../mail/letters.ts';
import { MailRoute } from '../mail/mail-route.ts';
import { type HealthFinding, number, text } from './health-check.ts';
import { HealthChecks } from './health-checks.ts';

interface Waiting {
  waiting: number;
  givenUp: number;
  dueSince: Date | null;
  givenUpSince: Date | null;
}

const minuteMs = 60_000;
const eventsLateMs = 5 * minuteMs;
const lettersLateMs = 15 * minuteMs;
const jobsLateMs = 15 * minuteMs;

const isOlder = (at: Date | null, ms: number): at is Date => at !== null && Date.now() - at.getTime() > ms;

/** What is still to be done, and what was given up: events, letters, jobs. */
@Injectable()
export class WorkHealth implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly letters: Letters,
    private readonly mail: MailRoute,
    private readonly jobs: JobDesk,
    private readonly checks: HealthChecks,
  ) {}

  onModuleInit(): void {
    this.checks.register('events', () => this.lookAtEvents());
    this.checks.register('letters', () => this.lookAtLetters());
    this.checks.register('jobs', () => this.lookAtJobs());
  }

  private async lookAtEvents(): Promise<HealthFinding[]> {
    const [{ waiting, givenUp, dueSince, givenUpSince }]: [Waiting] = await this.dataSource.query(
      // Apart, so that each reads its own small index and not the stream of years.
      `SELECT * FROM (SELECT count(*)::int AS waiting, min(created_at) AS "dueSince" FROM outbox_event WHERE delivered_at IS NULL AND given_up_at IS NULL) still,
        (SELECT count(*)::int AS "givenUp", min(given_up_at) AS "givenUpSince" FROM outbox_event WHERE given_up_at IS NOT NULL) given_up`,
    );
    return [
      ...(givenUp > 0 ? [{ code: 'events.given-up', state: 'fault', since: givenUpSince, facts: { count: number(givenUp) } } as const] : []),
      isOlder(dueSince, eventsLateMs) ? { code: 'events.late', state: 'attention', since: dueSince, facts: { count: number(waiting) } } : { code: 'events.delivered', state: 'fine', facts: { count: number(waiting) } },
    ];
  }

  private async lookAtLetters(): Promise<HealthFinding[]> {
    const [{ waiting, givenUp, dueSince, givenUpSince, failure }]: [Waiting & { failure: string | null }] = await this.dataSource.query(
      `SELECT count(*) FILTER (WHERE given_up_at IS NULL)::int AS waiting, count(given_up_at)::int AS "givenUp",
        min(expires_at - interval '4 days') FILTER (WHERE given_up_at IS NULL AND expires_at - interval '4 days' <= now()) AS "dueSince", min(given_up_at) AS "givenUpSince",
        max(failure) FILTER (WHERE given_up_at IS NULL) AS failure FROM letter`,
    );
    const isLate = this.letters.areSent && isOlder(dueSince, lettersLateMs);
    return [
      ...(this.isPasswordReadable() ? [] : [{ code: 'letters.password-unreadable', state: 'fault' } as const]),
      ...(givenUp > 0 ? [{ code: 'letters.given-up', state: 'attention', since: givenUpSince, facts: { count: number(givenUp) } } as const] : []),
      ...(isLate ? [{ code: 'letters.late', state: 'attention', since: dueSince, facts: { count: number(waiting), failure: text(failure ?? '-') } } as const] : []),
      ...(isLate ? [] : [{ code: this.letters.areSent ? 'letters.sent' : 'letters.off', state: 'fine', facts: { count: number(waiting) } } as const]),
    ];
  }

  private isPasswordReadable(): boolean {
    try {
      this.mail.current();
      return true;
    } catch {
      return false;
    }
  }

  private async lookAtJobs(): Promise<HealthFinding[]> {
    const kinds = await this.jobs.kinds();
    const late = kinds.filter(({ missedAt }) => isOlder(missedAt, jobsLateMs));
    const stuck = kinds.filter(({ dueSince }) => isOlder(dueSince, jobsLateMs));
    const failed = kinds.reduce((sum, kind) => sum + kind.failed, 0);
    const failedSince = oldest(kinds.map((kind) => kind.failedSince));
    const count = number(kinds.reduce((sum, kind) => sum + kind.waiting, 0));
    return [
      ...(late.length > 0 ? [{ code: 'jobs.missed', state: 'fault', since: oldest(late.map(({ missedAt }) => missedAt)), facts: { jobs: text(late.map(({ name }) => name).join(', ')) } } as const] : []),
      ...(stuck.length > 0 ? [{ code: 'jobs.late', state: 'attention', since: oldest(stuck.map(({ dueSince }) => dueSince)), facts: { jobs: text(stuck.map(({ name }) => name).join(', ')) } } as const] : []),
      ...(failed > 0 ? [{ code: 'jobs.failed', state: 'attention', since: failedSince, facts: { count: number(failed) } } as const] : []),
      ...(late.length + stuck.length + failed === 0 ? [{ code: 'jobs.done', state: 'fine', facts: { count } } as const] : []),
    ];
  }
}

const oldest = (moments: readonly (Date | null)[]): Date | null => moments.reduce((first, at) => (at && (!first || at < first) ? at : first), null);
