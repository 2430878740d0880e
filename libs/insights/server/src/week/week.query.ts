import { Injectable } from '@nestjs/common';
import { Subjects } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { NotificationSubjects } from '@parvis/notifications/server';
import { OrganisationQuery } from '@parvis/people/server';
import { firstIdAt } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import type { Week } from './week.ts';
import { animatedSql, communityWeekSql, teamWeekSql } from './week.sql.ts';
import type { ContributionWeek, WeekContribution, WeekContributionKind, WeekPlaces, WeekSubject } from './week.type.ts';

/** A page that says « your team » of one or two people would tell who of them did nothing. */
export const minTeam = 3;
const maxListed = 100;

interface MadeRow {
  type: string;
  id: string;
  subjectType: string;
  subjectId: string;
  kind: WeekContributionKind;
  personId: string;
  at: Date;
  canThank: boolean;
  isThanked: boolean;
}

interface Asked {
  sql: string;
  /** People of a team, or a community. */
  of: string | readonly string[];
  week: Week;
}

/** What a team or a community contributed in a week: what can be read anyway, brought together to be thanked for. Nothing is counted by person. */
@Injectable()
export class WeekQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisation: OrganisationQuery,
    private readonly subjects: Subjects,
    private readonly targets: NotificationSubjects,
  ) {}

  async places({ personId }: Viewer): Promise<WeekPlaces> {
    const [team, animated] = await Promise.all([this.teamOf(personId), this.dataSource.query<{ id: string }[]>(animatedSql, [personId])]);
    return { hasTeam: team !== null, communityIds: animated.map(({ id }) => id) };
  }

  /** What those who report to the viewer contributed where everybody in the company reads it; null without a team. */
  async ofTeam(viewer: Viewer, week: Week): Promise<ContributionWeek | null> {
    const team = await this.teamOf(viewer.personId);
    return team && this.read(viewer, { sql: teamWeekSql(this.subjects), of: team, week });
  }

  /** What was contributed in a community. Whoever asks has made sure that the viewer animates it. */
  ofCommunity(viewer: Viewer, communityId: string, week: Week): Promise<ContributionWeek> {
    return this.read(viewer, { sql: communityWeekSql(this.subjects), of: communityId, week });
  }

  /** Whether the week of their team holds anything for them. */
  async hasTeamWeek(personId: string, week: Week): Promise<boolean> {
    const team = await this.teamOf(personId);
    return team !== null && (await this.rows(personId, { sql: teamWeekSql(this.subjects), of: team, week }, 1)).length > 0;
  }

  /** Whether the week of a community holds anything for one who animates it. */
  async hasCommunityWeek(personId: string, communityId: string, week: Week): Promise<boolean> {
    return (await this.rows(personId, { sql: communityWeekSql(this.subjects), of: communityId, week }, 1)).length > 0;
  }

  /** Null when too few report to them. */
  private async teamOf(personId: string): Promise<string[] | null> {
    const reports = await this.organisation.reportIds(personId);
    return reports.length < minTeam ? null : reports;
  }

  private rows(personId: string, { sql, of, week }: Asked, limit: number): Promise<MadeRow[]> {
    return this.dataSource.query(sql, [personId, week.from, week.to, firstIdAt(week.from), firstIdAt(week.to), of, limit]);
  }

  private async read(viewer: Viewer, asked: Asked): Promise<ContributionWeek> {
    const rows = await this.rows(viewer.personId, asked, maxListed + 1);
    const bySubject = Map.groupBy(rows.slice(0, maxListed), ({ subjectType, subjectId }) => `${subjectType} ${subjectId}`);
    const subjects = await Promise.all([...bySubject.values()].map((made) => this.subjectOf(viewer, made)));
    return { startsOn: asked.week.startsOn, subjects: subjects.flatMap((subject) => subject ?? []), hasMore: rows.length > maxListed };
  }

  /** Null when it went out of sight since. */
  private async subjectOf(viewer: Viewer, made: MadeRow[]): Promise<WeekSubject | null> {
    const [{ subjectType: type, subjectId: id }] = made as [MadeRow];
    const byThing = [...Map.groupBy(made, (row) => row.id).values()];
    const [about, ...contributions] = await Promise.all([this.targets.target(viewer, { type, id }), ...byThing.map((rows) => this.contributionOf(viewer, rows))]);
    return about && { type, id, title: about.title, extract: about.extract, communityId: about.communityId, contributions: contributions.flatMap((one) => one ?? []) };
  }

  private async contributionOf(viewer: Viewer, rows: MadeRow[]): Promise<WeekContribution | null> {
    const [{ type, id, kind, at, canThank, isThanked }] = rows as [MadeRow];
    const target = await this.targets.target(viewer, { type, id });
    return target && { type, id, kind, at, canThank, isThanked, extract: target.extract, personIds: rows.map(({ personId }) => personId) };
  }
}
