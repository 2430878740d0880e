import { newId } from '@parvis/platform/server';
import { testDatabase, type TestDatabase } from '@parvis/platform/server/testing';
import { DataSource } from 'typeorm';
import { dayNumber, dayOf } from '../period/day.ts';

/** The department of somebody at first, and from the middle of the quarter on. */
export type Member = readonly [string | null, string | null];

/** The quarter begins; some move in its middle. Days are counted from its first. */
export const firstDay = dayNumber('2026-01-01');
export const middle = 45;

/** A few people, some of whom move, without a server: what days make of what they do is compared with a count by hand. */
export class MovingCompany {
  /** In the order in which they were named. */
  ids: string[] = [];

  private constructor(
    private readonly database: TestDatabase,
    readonly dataSource: DataSource,
  ) {}

  static async open(): Promise<MovingCompany> {
    const database = await testDatabase();
    // Days are in UTC wherever the database stands.
    return new MovingCompany(database, await new DataSource({ type: 'postgres', url: database.url, extra: { max: 2, options: '-c timezone=America/New_York' } }).initialize());
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.database.drop();
  }

  /** Nobody and nothing is left of before. */
  async has(people: readonly Member[]): Promise<void> {
    this.ids = people.map(() => newId());
    await this.dataSource.query(
      'TRUNCATE person, engagement_standing, engagement_leave, engagement_former, engagement_event, engagement_pending, engagement_visit, engagement_writing, engagement_day, engagement_place CASCADE',
    );
    await this.dataSource.query(
      `INSERT INTO person (id, identifier, given_name, surname, display_name, sort_name, roles, created_at, updated_at, department, owners)
       SELECT id, id::text, '', 'A', 'A', 'a', '{employee}', now(), now(), department, '{"surname": "hr"}' FROM unnest($1::uuid[], $2::text[]) AS told (id, department)`,
      [this.ids, people.map(([before]) => before)],
    );
    await this.dataSource.query(
      `INSERT INTO engagement_standing (person_id, since, department, level, noted_on) SELECT id, $3::date, department, 'employee', $3::date FROM unnest($1::uuid[], $2::text[]) AS told (id, department)`,
      [this.ids, people.map(([, after]) => after), dayOf(firstDay + middle)],
    );
  }
}
