import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stood beside the NameID of a session: an identity provider may want it back when the session ends. */
export class NameQualifiers1764190000000 implements MigrationInterface {
  readonly name = 'NameQualifiers1764190000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session ADD COLUMN name_qualifier text, ADD COLUMN sp_name_qualifier text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session DROP COLUMN name_qualifier, DROP COLUMN sp_name_qualifier`);
  }
}
