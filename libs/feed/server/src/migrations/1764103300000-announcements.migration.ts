import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Announcements1764103300000 implements MigrationInterface {
  readonly name = 'Announcements1764103300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE post ADD COLUMN pinned_at timestamptz, ADD COLUMN pinned_until timestamptz`);
    await runner.query(`CREATE INDEX post_pinned ON post (community_id, pinned_at) WHERE pinned_at IS NOT NULL AND deleted_at IS NULL`);
    await runner.query(`
      CREATE TABLE announcement (
        post_id uuid PRIMARY KEY CONSTRAINT announcement_post_fk REFERENCES post ON DELETE CASCADE,
        asks_acknowledgement boolean NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE announcement_reader (
        post_id uuid CONSTRAINT announcement_reader_announcement_fk REFERENCES announcement ON DELETE CASCADE,
        person_id uuid CONSTRAINT announcement_reader_person_fk REFERENCES person ON DELETE CASCADE,
        has_acknowledged boolean NOT NULL,
        CONSTRAINT announcement_reader_pk PRIMARY KEY (post_id, person_id)
      )`);
    await runner.query(`CREATE INDEX announcement_reader_person ON announcement_reader (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['announcement_reader', 'announcement']) await runner.query(`DROP TABLE ${table}`);
    await runner.query(`DROP INDEX post_pinned`);
    await runner.query(`ALTER TABLE post DROP COLUMN pinned_until, DROP COLUMN pinned_at`);
  }
}
