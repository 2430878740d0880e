import { Injectable } from '@nestjs/common';
import { PeopleStates, type Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { ProfileVisibility } from '../visibility/profile-visibility.ts';
import { timeZoneOf } from '../working-time/working-time.query.ts';
import type { AbsenceTeller } from './absence.entity.ts';

export interface Absence {
  /** YYYY-MM-DD, the first and the last day. */
  from: string;
  until: string;
  isNow: boolean;
  toldBy: AbsenceTeller;
}

/** What day it is for a person, where they are. */
export const todayOf = (person: string): string => `(now() AT TIME ZONE ${timeZoneOf(person)})::date`;

/** Who is away, as far as the viewer may see it. */
@Injectable()
export class AbsenceQuery {
  private readonly loader;

  constructor(
    private readonly dataSource: DataSource,
    private readonly visibility: ProfileVisibility,
    states: PeopleStates,
  ) {
    states.registerAway((viewer) => this.awayPeople(viewer));
    this.loader = perViewer(async (viewer: Viewer, ids: readonly string[]) => {
      const rows: (Absence & { personId: string })[] = await dataSource.query(
        `SELECT DISTINCT ON (absence.person_id) absence.person_id AS "personId", absence.from_day::text AS from, absence.until_day::text AS until,
           absence.from_day <= day.today AS "isNow", absence.told_by AS "toldBy"
         FROM absence CROSS JOIN LATERAL (SELECT ${todayOf('absence.person_id')} AS today) day
         WHERE absence.person_id = ANY($2) AND absence.until_day >= day.today AND ${visibility.visibleTo('absence', 'absence.person_id', '$1')}
         ORDER BY absence.person_id, absence.from_day <= day.today DESC, CASE WHEN absence.from_day <= day.today THEN absence.until_day END DESC, absence.from_day`,
        [viewer.personId, ids],
      );
      return new Map(rows.map(({ personId, ...absence }) => [personId, absence]));
    });
  }

  /** SQL condition: that person is away today, where they are, and the viewer may know. `person`: an expression of an id; `viewer`: a parameter. */
  isAway(person: string, viewer: string): string {
    return `(EXISTS (SELECT 1 FROM absence away WHERE away.person_id = ${person} AND ${todayOf('away.person_id')} BETWEEN away.from_day AND away.until_day)
      AND ${this.visibility.visibleTo('absence', person, viewer)})`;
  }

  /** SQL query: ids of everybody who is away today and of whom the viewer (an expression of an id) may know it. */
  awayPeople(viewer: string): string {
    return `SELECT away.person_id FROM absence away WHERE ${todayOf('away.person_id')} BETWEEN away.from_day AND away.until_day AND ${this.visibility.visibleTo('absence', 'away.person_id', viewer)}`;
  }

  /** The absence that lasts, the longest of two; else the next one; null when there is none, or the viewer may not know. */
  of(viewer: Viewer, personId: string): Promise<Absence | null> {
    return this.loader(viewer).load(personId);
  }

  /** What the viewer said of themself, as long as it is not over. */
  async declaredBy({ personId }: Viewer): Promise<Absence | null> {
    const [declared]: Absence[] = await this.dataSource.query(
      `SELECT absence.from_day::text AS from, absence.until_day::text AS until, absence.from_day <= day.today AS "isNow", absence.told_by AS "toldBy"
       FROM absence CROSS JOIN LATERAL (SELECT ${todayOf('absence.person_id')} AS today) day
       WHERE absence.person_id = $1 AND absence.told_by = 'person' AND absence.until_day >= day.today`,
      [personId],
    );
    return declared ?? null;
  }
}
