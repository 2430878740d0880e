import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TopicHandover1764141300000 implements MigrationInterface {
  readonly name = 'TopicHandover1764141300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX person_left ON person (deactivated_at DESC, id DESC) WHERE deactivated_at IS NOT NULL`);
    await runner.query(`
      CREATE TABLE topic_takeover (
        leaver_id uuid NOT NULL CONSTRAINT topic_takeover_leaver_fk REFERENCES person ON DELETE CASCADE,
        topic_key text NOT NULL,
        taker_id uuid NOT NULL CONSTRAINT topic_takeover_taker_fk REFERENCES person ON DELETE CASCADE,
        words text NOT NULL,
        is_added boolean NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT topic_takeover_pk PRIMARY KEY (leaver_id, topic_key, taker_id),
        CONSTRAINT topic_takeover_other CHECK (leaver_id <> taker_id)
      )`);
    await runner.query(`CREATE INDEX topic_takeover_taker ON topic_takeover (taker_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE topic_takeover`);
    await runner.query(`DROP INDEX person_left`);
  }
}
