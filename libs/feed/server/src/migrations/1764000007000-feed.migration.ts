import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Feed1764000007000 implements MigrationInterface {
  readonly name = 'Feed1764000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE post (
        id uuid PRIMARY KEY,
        author_id uuid NOT NULL CONSTRAINT post_author_fk REFERENCES person ON DELETE RESTRICT,
        community_id uuid CONSTRAINT post_community_fk REFERENCES community ON DELETE RESTRICT,
        key uuid NOT NULL,
        kind text NOT NULL CONSTRAINT post_kind CHECK (kind IN ('status', 'question')),
        title text,
        body jsonb NOT NULL,
        text text NOT NULL,
        tags text[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL,
        edited_at timestamptz,
        deleted_at timestamptz
      )`);
    await runner.query(`CREATE UNIQUE INDEX post_key ON post (author_id, key)`);
    // One index for each kind of source of the home feed: the newest page of each is read from its end.
    await runner.query(`CREATE INDEX post_community ON post (community_id, id) WHERE deleted_at IS NULL`);
    await runner.query(`CREATE INDEX post_author ON post (author_id, id) WHERE deleted_at IS NULL`);
    await runner.query(`CREATE INDEX post_company ON post (id) WHERE deleted_at IS NULL AND community_id IS NULL`);
    await runner.query(`CREATE INDEX post_tags ON post USING gin (tags) WHERE deleted_at IS NULL`);
    await runner.query(`
      CREATE INDEX post_search ON post
      USING gin ((to_tsvector('french', fold(text)) || to_tsvector('english', fold(text)))) WHERE deleted_at IS NULL`);
    await runner.query(`
      CREATE TABLE post_revision (
        id uuid PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT post_revision_post_fk REFERENCES post ON DELETE CASCADE,
        title text,
        body jsonb NOT NULL,
        replaced_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX post_revision_post ON post_revision (post_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE post_revision`);
    await runner.query(`DROP TABLE post`);
  }
}
