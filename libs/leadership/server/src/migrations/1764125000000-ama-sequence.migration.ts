import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars that have a session learn that its times were changed. */
export class AmaSequence1764125000000 implements MigrationInterface {
  readonly name = 'AmaSequence1764125000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ama_session ADD COLUMN sequence integer NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ama_session DROP COLUMN sequence`);
  }
}
