import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles that groups of the directory give, beside those of sign-in. */
export class DirectoryRoles1764184200000 implements MigrationInterface {
  readonly name = 'DirectoryRoles1764184200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE person ADD COLUMN directory_roles text[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE person DROP COLUMN directory_roles`);
  }
}
