import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of those who arrived in each month, counted each night: it does not change during a day. */
export class EngagementArrivalMonths1764179000000 implements MigrationInterface {
  readonly name = 'EngagementArrivalMonths1764179000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_arrival_month (
        month text CONSTRAINT engagement_arrival_month_pk PRIMARY KEY,
        people int NOT NULL,
        noted int NOT NULL,
        activated int NOT NULL,
        retained int[] NOT NULL,
        counted_on date NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE engagement_arrival_month`);
  }
}
