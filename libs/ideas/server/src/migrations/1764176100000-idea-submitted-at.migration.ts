import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indicators look for the ideas of a day. */
export class IdeaSubmittedAt1764176100000 implements MigrationInterface {
  readonly name = 'IdeaSubmittedAt1764176100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX idea_submitted_at ON idea (submitted_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX idea_submitted_at`);
  }
}
