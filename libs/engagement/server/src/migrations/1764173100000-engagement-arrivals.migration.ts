import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether somebody who arrived was active on their fourteenth day: noted then, since the day on which a profile became useful is kept nowhere. */
export class EngagementArrivals1764173100000 implements MigrationInterface {
  readonly name = 'EngagementArrivals1764173100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_arrival (
        person_id uuid CONSTRAINT engagement_arrival_pk PRIMARY KEY CONSTRAINT engagement_arrival_person_fk REFERENCES person ON DELETE CASCADE,
        arrived_on date NOT NULL,
        is_activated boolean NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE engagement_arrival`);
  }
}
