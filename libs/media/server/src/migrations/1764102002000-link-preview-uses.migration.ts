import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LinkPreviewUses1764102002000 implements MigrationInterface {
  readonly name = 'LinkPreviewUses1764102002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE link_preview_use (
        attached_id uuid NOT NULL,
        attached_type text NOT NULL,
        preview_id uuid NOT NULL CONSTRAINT link_preview_use_preview_fk REFERENCES link_preview ON DELETE RESTRICT,
        CONSTRAINT link_preview_use_pk PRIMARY KEY (attached_id, attached_type)
      )`);
    await runner.query(`CREATE INDEX link_preview_use_preview ON link_preview_use (preview_id)`);
    await runner.query(`ALTER TABLE link_preview DROP COLUMN kept_at`);
    await runner.query(`CREATE INDEX link_preview_to_sweep ON link_preview (expires_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX link_preview_to_sweep`);
    await runner.query(`ALTER TABLE link_preview ADD COLUMN kept_at timestamptz`);
    await runner.query(`CREATE INDEX link_preview_to_sweep ON link_preview (expires_at) WHERE kept_at IS NULL`);
    await runner.query(`DROP TABLE link_preview_use`);
  }
}
