import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WorkingTime1764130100000 implements MigrationInterface {
  readonly name = 'WorkingTime1764130100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE working_time (
        person_id uuid PRIMARY KEY CONSTRAINT working_time_person_fk REFERENCES person ON DELETE CASCADE,
        working_days smallint[],
        time_zone text NOT NULL DEFAULT 'Europe/Paris',
        time_zone_chosen boolean NOT NULL DEFAULT false
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE working_time`);
  }
}
