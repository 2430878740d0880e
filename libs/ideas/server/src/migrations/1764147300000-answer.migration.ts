import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Answer1764147300000 implements MigrationInterface {
  readonly name = 'Answer1764147300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idea_answer (
        idea_id uuid PRIMARY KEY CONSTRAINT idea_answer_idea_fk REFERENCES idea ON DELETE CASCADE,
        author_id uuid NOT NULL CONSTRAINT idea_answer_author_fk REFERENCES person ON DELETE RESTRICT,
        signed_as text NOT NULL CONSTRAINT idea_answer_signed_as CHECK (signed_as IN ('sponsor', 'owner')),
        key uuid NOT NULL,
        outcome text NOT NULL CONSTRAINT idea_answer_outcome CHECK (outcome IN ('selected', 'later', 'no', 'merged', 'exists')),
        reason jsonb NOT NULL,
        reason_text text NOT NULL,
        link text NOT NULL,
        other_idea_id uuid CONSTRAINT idea_answer_other_idea_fk REFERENCES idea ON DELETE SET NULL,
        version int NOT NULL,
        created_at timestamptz NOT NULL,
        decided_at timestamptz,
        edited_at timestamptz
      )`);
    await runner.query(`CREATE INDEX idea_answer_author ON idea_answer (author_id)`);
    await runner.query(`CREATE INDEX idea_answer_other_idea ON idea_answer (other_idea_id)`);
    await runner.query(`
      CREATE TABLE idea_answer_revision (
        id uuid PRIMARY KEY,
        idea_id uuid NOT NULL CONSTRAINT idea_answer_revision_answer_fk REFERENCES idea_answer ON DELETE CASCADE,
        author_id uuid NOT NULL CONSTRAINT idea_answer_revision_author_fk REFERENCES person ON DELETE RESTRICT,
        outcome text NOT NULL,
        reason jsonb NOT NULL,
        replaced_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX idea_answer_revision_answer ON idea_answer_revision (idea_id, id)`);
    await runner.query(`CREATE INDEX idea_answer_revision_author ON idea_answer_revision (author_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['idea_answer_revision', 'idea_answer']) await runner.query(`DROP TABLE ${table}`);
  }
}
