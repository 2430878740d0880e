import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For how many days events were kept, from a day on; before the first row, and where there is none, as long as a period may be. */
export class EngagementKeptDays1764200060000 implements MigrationInterface {
  readonly name = 'EngagementKeptDays1764200060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE engagement_kept_days (since date PRIMARY KEY, days int NOT NULL CHECK (days > 0))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE engagement_kept_days`);
  }
}
