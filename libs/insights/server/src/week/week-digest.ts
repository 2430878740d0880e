import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommunityQuery, isAnimator } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import { NotificationService, NotificationSubjects, type NotificationTarget } from '@parvis/notifications/server';
import { WorkingTimeQuery } from '@parvis/people/server';
import { idFrom, Jobs, jobType } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { WeekQuery } from './week.query.ts';
import { lastWeekStart, weekOf, type Week } from './week.ts';

export const tellOfWeeks = jobType('insights.week-digest');

interface Animated {
  personId: string;
  communityId: string;
}

/** Tells managers and animators each Monday of what was contributed in the week before, when there is anything; quiet hours hold it until they are at work. */
@Injectable()
export class WeekDigest implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly query: WeekQuery,
    private readonly notifications: NotificationService,
    private readonly targets: NotificationSubjects,
    private readonly communities: CommunityQuery,
    private readonly workingTime: WorkingTimeQuery,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.jobs.every(tellOfWeeks, '0 5 * * 1', () => this.tell(), { timeLimitS: 3_600 });
    // Of oneself alone, and gone for whoever manages nobody any more.
    this.targets.register({
      type: 'team-week',
      visibleTo: (id, viewer) => `(${id} = ${viewer} AND EXISTS (SELECT 1 FROM person report WHERE report.manager_id = ${viewer}))`,
      communityOf: () => 'NULL::uuid',
      describe: async ({ personId }: Viewer, ids) => new Map(ids.filter((id) => id === personId).map((id) => [id, { id, parent: null, title: null, extract: '', communityId: null }])),
    });
    this.targets.register({ type: 'community-week', visibleTo: (id, viewer) => isAnimator(id, viewer), communityOf: (id) => id, describe: (viewer, ids) => this.describe(viewer, ids) });
  }

  private async tell(now = new Date()): Promise<void> {
    const startsOn = lastWeekStart(now);
    const managers: { id: string }[] = await this.dataSource.query(managersSql);
    for (const { id } of managers) {
      if (await this.query.hasTeamWeek(id, await this.weekOf(id, startsOn, now))) await this.notify(startsOn, { personId: id, type: 'team-week', id });
    }
    const animated: Animated[] = await this.dataSource.query(animatedSql);
    for (const { personId, communityId } of animated) {
      if (await this.query.hasCommunityWeek(personId, communityId, await this.weekOf(personId, startsOn, now))) await this.notify(startsOn, { personId, type: 'community-week', id: communityId });
    }
  }

  /** By the clock that they go by; where it is still Sunday, the week that ends. */
  private async weekOf(personId: string, startsOn: string, now: Date): Promise<Week> {
    return weekOf(startsOn, (await this.workingTime.of(personId)).timeZone, now);
  }

  private async notify(startsOn: string, { personId, type, id }: { personId: string; type: string; id: string }): Promise<void> {
    // Known by its week: however often the job runs, it is told once.
    const eventId = idFrom(`week ${startsOn} ${type} ${id} ${personId}`, new Date(0));
    await this.notifications.notify({ eventId, kind: 'week', subject: { type, id }, actorId: null, recipientIds: [personId] });
  }

  private async describe(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>> {
    const found = await this.communities.byIds(viewer, ids);
    return new Map([...found.values()].map(({ id, name }) => [id, { id, parent: null, title: name, extract: '', communityId: id }]));
  }
}

const managersSql = `
  SELECT boss.id FROM person boss WHERE boss.deactivated_at IS NULL AND EXISTS (SELECT 1 FROM person report WHERE report.manager_id = boss.id) ORDER BY boss.id`;

const animatedSql = `
  SELECT membership.person_id AS "personId", membership.community_id AS "communityId"
  FROM membership JOIN person ON person.id = membership.person_id AND person.deactivated_at IS NULL JOIN community ON community.id = membership.community_id AND community.archived_at IS NULL
  WHERE membership.role = 'animator' ORDER BY membership.person_id, membership.community_id`;
