import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LinkPreviews1764102001000 implements MigrationInterface {
  readonly name = 'LinkPreviews1764102001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE link_preview (
        id uuid PRIMARY KEY,
        url text NOT NULL,
        title text,
        description text NOT NULL,
        site_name text NOT NULL,
        image_key text,
        image_width integer,
        image_height integer,
        fetched_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        kept_at timestamptz
      )`);
    await runner.query(`CREATE INDEX link_preview_url ON link_preview (url, expires_at)`);
    await runner.query(`CREATE INDEX link_preview_to_sweep ON link_preview (expires_at) WHERE kept_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE link_preview`);
  }
}
