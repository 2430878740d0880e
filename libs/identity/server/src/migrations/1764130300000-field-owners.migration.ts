import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who told which field: nobody knows of what was told before, so that the next to tell it owns it. */
export class FieldOwners1764130300000 implements MigrationInterface {
  readonly name = 'FieldOwners1764130300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE person ADD COLUMN owners jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE person DROP COLUMN owners`);
  }
}
