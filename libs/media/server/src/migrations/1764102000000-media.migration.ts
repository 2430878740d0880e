import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Media1764102000000 implements MigrationInterface {
  readonly name = 'Media1764102000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE file (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL CONSTRAINT file_owner_fk REFERENCES person ON DELETE RESTRICT,
        key uuid NOT NULL,
        kind text NOT NULL CONSTRAINT file_kind CHECK (kind IN ('image', 'file')),
        name text NOT NULL,
        media_type text NOT NULL,
        byte_size integer NOT NULL,
        width integer,
        height integer,
        is_animated boolean NOT NULL DEFAULT false,
        tint text,
        alt text NOT NULL DEFAULT '',
        storage_key text NOT NULL,
        status text NOT NULL CONSTRAINT file_status CHECK (status IN ('receiving', 'ready', 'removed')),
        attached_type text,
        attached_id uuid,
        position integer,
        created_at timestamptz NOT NULL,
        attached_at timestamptz,
        deleted_at timestamptz
      )`);
    await runner.query(`CREATE UNIQUE INDEX file_key ON file (owner_id, key)`);
    await runner.query(`CREATE INDEX file_attached ON file (attached_id, position) WHERE attached_id IS NOT NULL AND deleted_at IS NULL`);
    await runner.query(`CREATE INDEX file_waiting ON file (owner_id, created_at) WHERE attached_id IS NULL AND deleted_at IS NULL`);
    await runner.query(`CREATE INDEX file_to_sweep ON file (created_at) WHERE status <> 'removed' AND (attached_id IS NULL OR deleted_at IS NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE file`);
  }
}
