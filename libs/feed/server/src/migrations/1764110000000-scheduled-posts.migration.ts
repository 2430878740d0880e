import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ScheduledPosts1764110000000 implements MigrationInterface {
  readonly name = 'ScheduledPosts1764110000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scheduled_post (
        id uuid PRIMARY KEY,
        author_id uuid NOT NULL CONSTRAINT scheduled_post_author_fk REFERENCES person ON DELETE CASCADE,
        key uuid NOT NULL,
        community_id uuid CONSTRAINT scheduled_post_community_fk REFERENCES community ON DELETE CASCADE,
        input jsonb NOT NULL,
        publish_at timestamptz NOT NULL,
        failed_code text,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX scheduled_post_key ON scheduled_post (author_id, key)`);
    await runner.query(`CREATE INDEX scheduled_post_listed ON scheduled_post (author_id, publish_at, id)`);
    await runner.query(`CREATE INDEX scheduled_post_community ON scheduled_post (community_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE scheduled_post`);
  }
}
