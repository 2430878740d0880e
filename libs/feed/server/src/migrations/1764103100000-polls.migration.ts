import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Polls1764103100000 implements MigrationInterface {
  readonly name = 'Polls1764103100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE poll (
        post_id uuid PRIMARY KEY CONSTRAINT poll_post_fk REFERENCES post ON DELETE CASCADE,
        is_multiple boolean NOT NULL,
        is_anonymous boolean NOT NULL,
        closes_at timestamptz
      )`);
    await runner.query(`
      CREATE TABLE poll_option (
        id uuid PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT poll_option_poll_fk REFERENCES poll ON DELETE CASCADE,
        position int NOT NULL,
        label text NOT NULL,
        anonymous_count int NOT NULL DEFAULT 0
      )`);
    await runner.query(`CREATE UNIQUE INDEX poll_option_listed ON poll_option (post_id, position)`);
    await runner.query(`
      CREATE TABLE poll_participant (
        post_id uuid CONSTRAINT poll_participant_poll_fk REFERENCES poll ON DELETE CASCADE,
        person_id uuid CONSTRAINT poll_participant_person_fk REFERENCES person ON DELETE CASCADE,
        CONSTRAINT poll_participant_pk PRIMARY KEY (post_id, person_id)
      )`);
    await runner.query(`CREATE INDEX poll_participant_person ON poll_participant (person_id)`);
    await runner.query(`
      CREATE TABLE poll_vote (
        option_id uuid CONSTRAINT poll_vote_option_fk REFERENCES poll_option ON DELETE CASCADE,
        person_id uuid CONSTRAINT poll_vote_person_fk REFERENCES person ON DELETE CASCADE,
        CONSTRAINT poll_vote_pk PRIMARY KEY (option_id, person_id)
      )`);
    await runner.query(`CREATE INDEX poll_vote_person ON poll_vote (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['poll_vote', 'poll_participant', 'poll_option', 'poll']) await runner.query(`DROP TABLE ${table}`);
  }
}
