import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Newest first as lists ask for it, drafts among them; of all ideas, so that those of a campaign are found by it whatever became of them. */
export class IdeaNewest1764151000000 implements MigrationInterface {
  readonly name = 'IdeaNewest1764151000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX idea_newest');
    await runner.query('CREATE INDEX idea_newest ON idea (campaign_id, coalesce(submitted_at, created_at) DESC, id DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX idea_newest');
    await runner.query(`CREATE INDEX idea_newest ON idea (campaign_id, submitted_at DESC, id DESC) WHERE state = 'submitted'`);
  }
}
