import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { NotificationLetters, NotificationService, NotificationSubjects, type NotificationTarget } from '@parvis/notifications/server';
import { idFrom, Jobs, jobType } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { MIN_GROUP } from '../engagement/min-group.ts';
import { reportLetter } from './report-letter.ts';
import { firstDayOf, lastDayOf, monthBefore, monthOfReport, reportId, type ReportMonth } from './report-month.ts';

export const tellOfReport = jobType('engagement.monthly-report');

/**
 * Tells HR, when a month begins, that the report on the month before can be read, by e-mail too where mail is configured; quiet hours hold it until the first day on which they work. What is
 * told has no figure in it: figures are read on the page, through the gate and the audit log.
 */
@Injectable()
export class MonthlyReport implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly notifications: NotificationService,
    private readonly targets: NotificationSubjects,
    private readonly letters: NotificationLetters,
    private readonly dataSource: DataSource,
    @Inject(MIN_GROUP) private readonly minGroup: number,
  ) {}

  onModuleInit(): void {
    // Again on the days after it: a server that stood still on the first tells of it late, and nobody hears of a month twice.
    this.jobs.every(tellOfReport, '0 5 1-7 * *', () => this.tell());
    this.letters.register('monthly-report', reportLetter);
    this.targets.register({
      type: 'engagement-report',
      visibleTo: (_id, viewer) => `EXISTS (SELECT 1 FROM person reader WHERE reader.id = ${viewer} AND reader.roles @> '{hr}')`,
      communityOf: () => 'NULL::uuid',
      describe: async (viewer, ids) => describe(viewer, ids),
    });
  }

  async tell(now = new Date()): Promise<void> {
    const month = monthBefore(now);
    if (!(await this.hasSomethingToTell(month))) return;
    const readers: { id: string }[] = await this.dataSource.query(`SELECT id FROM person WHERE roles @> '{hr}' AND deactivated_at IS NULL`);
    await this.notifications.notify({
      // Known by its month: however often the job runs, each of them is told once.
      eventId: idFrom(`monthly report ${month}`, new Date(0)),
      kind: 'monthly-report',
      subject: { type: 'engagement-report', id: reportId(month) },
      actorId: null,
      recipientIds: readers.map(({ id }) => id),
    });
  }

  /** A month in which nobody came, or a company about which nothing may be told, has an empty page. */
  private async hasSomethingToTell(month: ReportMonth): Promise<boolean> {
    const [{ isLived }]: [{ isLived: boolean }] = await this.dataSource.query(
      `SELECT EXISTS (SELECT FROM engagement_visit WHERE day BETWEEN $1 AND $2) AND (SELECT count(*) FROM person WHERE deactivated_at IS NULL) >= $3 AS "isLived"`,
      [firstDayOf(month), lastDayOf(month), this.minGroup],
    );
    return isLived;
  }
}

function describe({ roles }: Viewer, ids: readonly string[]): Map<string, Omit<NotificationTarget, 'type'>> {
  if (!roles.includes('hr')) return new Map();
  const months = ids.map((id) => [id, monthOfReport(id)] as const).filter(([, month]) => month !== null);
  return new Map(months.map(([id, title]) => [id, { id, parent: null, title, extract: '', communityId: null }]));
}
