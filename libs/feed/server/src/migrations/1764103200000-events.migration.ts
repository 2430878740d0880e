import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Events1764103200000 implements MigrationInterface {
  readonly name = 'Events1764103200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE event (
        post_id uuid PRIMARY KEY CONSTRAINT event_post_fk REFERENCES post ON DELETE CASCADE,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        time_zone text NOT NULL,
        is_all_day boolean NOT NULL,
        place text,
        link text,
        seat_limit int,
        sequence int NOT NULL DEFAULT 0,
        reminded int[] NOT NULL DEFAULT '{}'
      )`);
    await runner.query(`CREATE INDEX event_starts ON event (starts_at, post_id)`);
    await runner.query(`
      CREATE TABLE event_reply (
        post_id uuid CONSTRAINT event_reply_event_fk REFERENCES event ON DELETE CASCADE,
        person_id uuid CONSTRAINT event_reply_person_fk REFERENCES person ON DELETE CASCADE,
        answer text NOT NULL CONSTRAINT event_reply_answer CHECK (answer IN ('attending', 'maybe', 'declined')),
        is_waiting boolean NOT NULL,
        answered_at timestamptz NOT NULL,
        reminders int[] NOT NULL,
        CONSTRAINT event_reply_pk PRIMARY KEY (post_id, person_id)
      )`);
    await runner.query(`CREATE INDEX event_reply_person ON event_reply (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['event_reply', 'event']) await runner.query(`DROP TABLE ${table}`);
  }
}
