import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notifications1764101100000 implements MigrationInterface {
  readonly name = 'Notifications1764101100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification (
        id uuid PRIMARY KEY,
        recipient_id uuid NOT NULL CONSTRAINT notification_recipient_fk REFERENCES person ON DELETE CASCADE,
        kind text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        group_key text NOT NULL,
        actor_ids uuid[] NOT NULL,
        actor_count integer NOT NULL,
        happened_count integer NOT NULL,
        first_at timestamptz NOT NULL,
        last_at timestamptz NOT NULL,
        held_until timestamptz,
        read_at timestamptz,
        place bigint NOT NULL,
        seq bigint NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX notification_group ON notification (recipient_id, group_key) WHERE read_at IS NULL`);
    await runner.query(`CREATE UNIQUE INDEX notification_listed ON notification (recipient_id, place)`);
    await runner.query(`CREATE UNIQUE INDEX notification_changed ON notification (recipient_id, seq)`);
    await runner.query(`CREATE INDEX notification_subject ON notification (subject_id)`);
    await runner.query(`CREATE INDEX notification_last ON notification (last_at)`);
    await runner.query(`
      CREATE TABLE notification_sequence (
        person_id uuid PRIMARY KEY CONSTRAINT notification_sequence_person_fk REFERENCES person ON DELETE CASCADE,
        last bigint NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE notification_event (
        recipient_id uuid NOT NULL CONSTRAINT notification_event_recipient_fk REFERENCES person ON DELETE CASCADE,
        event_id uuid NOT NULL,
        noted_at timestamptz NOT NULL,
        CONSTRAINT notification_event_pk PRIMARY KEY (recipient_id, event_id)
      )`);
    await runner.query(`CREATE INDEX notification_event_noted ON notification_event (noted_at)`);
    await runner.query(`
      CREATE TABLE notification_settings (
        person_id uuid PRIMARY KEY CONSTRAINT notification_settings_person_fk REFERENCES person ON DELETE CASCADE,
        off_kinds text[] NOT NULL,
        urgent_kinds text[] NOT NULL,
        urgent_person_ids uuid[] NOT NULL,
        has_quiet_hours boolean NOT NULL,
        opens_at smallint NOT NULL,
        closes_at smallint NOT NULL,
        working_days smallint[] NOT NULL,
        time_zone text NOT NULL,
        time_zone_chosen boolean NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE notification_community (
        person_id uuid NOT NULL CONSTRAINT notification_community_person_fk REFERENCES person ON DELETE CASCADE,
        community_id uuid NOT NULL CONSTRAINT notification_community_community_fk REFERENCES community ON DELETE CASCADE,
        level text NOT NULL CONSTRAINT notification_community_level CHECK (level IN ('mentions', 'nothing')),
        CONSTRAINT notification_community_pk PRIMARY KEY (person_id, community_id)
      )`);
    await runner.query(`CREATE INDEX notification_community_of ON notification_community (community_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['notification_community', 'notification_settings', 'notification_event', 'notification_sequence', 'notification']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
