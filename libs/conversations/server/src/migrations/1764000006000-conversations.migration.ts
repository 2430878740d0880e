import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Conversations1764000006000 implements MigrationInterface {
  readonly name = 'Conversations1764000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE comment (
        id uuid PRIMARY KEY,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        author_id uuid NOT NULL CONSTRAINT comment_author_fk REFERENCES person ON DELETE RESTRICT,
        key uuid NOT NULL,
        body jsonb NOT NULL,
        text text NOT NULL,
        is_accepted boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL,
        edited_at timestamptz,
        deleted_at timestamptz
      )`);
    await runner.query(`CREATE UNIQUE INDEX comment_key ON comment (author_id, key)`);
    await runner.query(`CREATE INDEX comment_subject ON comment (subject_id, id) WHERE deleted_at IS NULL`);
    await runner.query(`CREATE INDEX comment_author_subject ON comment (author_id, subject_id) WHERE deleted_at IS NULL`);
    await runner.query(`
      CREATE INDEX comment_search ON comment
      USING gin ((to_tsvector('french', fold(text)) || to_tsvector('english', fold(text)))) WHERE deleted_at IS NULL`);
    await runner.query(`
      CREATE TABLE comment_revision (
        id uuid PRIMARY KEY,
        comment_id uuid NOT NULL CONSTRAINT comment_revision_comment_fk REFERENCES comment ON DELETE CASCADE,
        body jsonb NOT NULL,
        replaced_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX comment_revision_comment ON comment_revision (comment_id, id)`);
    await runner.query(`
      CREATE TABLE reaction (
        subject_id uuid NOT NULL,
        person_id uuid NOT NULL CONSTRAINT reaction_person_fk REFERENCES person ON DELETE CASCADE,
        subject_type text NOT NULL,
        kind text NOT NULL CONSTRAINT reaction_kind CHECK (kind IN ('thanks', 'agree', 'insightful', 'congratulations', 'support')),
        created_at timestamptz NOT NULL,
        CONSTRAINT reaction_pk PRIMARY KEY (subject_id, person_id)
      )`);
    await runner.query(`CREATE INDEX reaction_person ON reaction (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE reaction`);
    await runner.query(`DROP TABLE comment_revision`);
    await runner.query(`DROP TABLE comment`);
  }
}
