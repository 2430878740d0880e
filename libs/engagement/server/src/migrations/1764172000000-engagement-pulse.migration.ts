import type { MigrationInterface, QueryRunner } from 'typeorm';

/** « Would you miss it? »: who is asked, and, apart from them, what is answered. Nothing that holds an answer holds a person, a moment or an identifier that carries one. */
export class EngagementPulse1764172000000 implements MigrationInterface {
  readonly name = 'EngagementPulse1764172000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_pulse_invitation (
        person_id uuid CONSTRAINT engagement_pulse_invitation_pk PRIMARY KEY CONSTRAINT engagement_pulse_invitation_person_fk REFERENCES person ON DELETE CASCADE,
        asked_on date NOT NULL,
        is_open boolean NOT NULL DEFAULT true,
        closed_with uuid
      )`);
    await runner.query(`
      CREATE TABLE engagement_pulse_quarter (
        quarter date CONSTRAINT engagement_pulse_quarter_pk PRIMARY KEY,
        drawn_on date,
        asked int NOT NULL DEFAULT 0,
        very int NOT NULL DEFAULT 0,
        somewhat int NOT NULL DEFAULT 0,
        not_at_all int NOT NULL DEFAULT 0
      )`);
    await runner.query(`
      CREATE TABLE engagement_pulse_waiting (
        quarter date NOT NULL,
        choice text NOT NULL CONSTRAINT engagement_pulse_waiting_choice CHECK (choice IN ('very', 'somewhat', 'not_at_all')),
        sentence text
      )`);
    await runner.query(`
      CREATE TABLE engagement_pulse_sentence (
        id uuid DEFAULT gen_random_uuid() CONSTRAINT engagement_pulse_sentence_pk PRIMARY KEY,
        quarter date NOT NULL,
        words text NOT NULL
      )`);
    await runner.query(`CREATE INDEX engagement_pulse_sentence_quarter ON engagement_pulse_sentence (quarter)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['sentence', 'waiting', 'quarter', 'invitation']) await runner.query(`DROP TABLE engagement_pulse_${name}`);
  }
}
