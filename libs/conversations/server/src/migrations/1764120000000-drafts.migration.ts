import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Drafts1764120000000 implements MigrationInterface {
  readonly name = 'Drafts1764120000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draft (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT draft_person_fk REFERENCES person ON DELETE CASCADE,
        subject text NOT NULL,
        key uuid NOT NULL,
        version uuid NOT NULL,
        earlier_versions uuid[] NOT NULL,
        body jsonb,
        place text,
        details jsonb,
        unanswered jsonb,
        is_finished boolean NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX draft_subject ON draft (person_id, subject)`);
    await runner.query(`CREATE INDEX draft_listed ON draft (person_id, updated_at, id)`);
    await runner.query(`CREATE INDEX draft_old ON draft (updated_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE draft`);
  }
}
