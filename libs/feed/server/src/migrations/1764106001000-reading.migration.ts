import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reading1764106001000 implements MigrationInterface {
  readonly name = 'Reading1764106001000';

  async up(runner: QueryRunner): Promise<void> {
    // No time is kept: when somebody read something, or for how long, is nobody's business.
    await runner.query(`
      CREATE TABLE post_read (
        person_id uuid NOT NULL CONSTRAINT post_read_person_fk REFERENCES person ON DELETE CASCADE,
        post_id uuid NOT NULL CONSTRAINT post_read_post_fk REFERENCES post ON DELETE CASCADE,
        CONSTRAINT post_read_pk PRIMARY KEY (person_id, post_id)
      )`);
    await runner.query(`CREATE INDEX post_read_post ON post_read (post_id)`);
    await runner.query(`
      CREATE TABLE feed_position (
        person_id uuid NOT NULL CONSTRAINT feed_position_person_fk REFERENCES person ON DELETE CASCADE,
        source text NOT NULL CONSTRAINT feed_position_source CHECK (source IN ('following', 'all', 'communities', 'leadership')),
        post_id uuid,
        read_up_to uuid,
        seen_at timestamptz NOT NULL,
        CONSTRAINT feed_position_pk PRIMARY KEY (person_id, source)
      )`);
    await runner.query(`CREATE INDEX feed_position_seen ON feed_position (seen_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE feed_position`);
    await runner.query(`DROP TABLE post_read`);
  }
}
