import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Ama1764108000000 implements MigrationInterface {
  readonly name = 'Ama1764108000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ama_session (
        id uuid PRIMARY KEY,
        host_id uuid NOT NULL CONSTRAINT ama_session_host_fk REFERENCES person ON DELETE RESTRICT,
        planned_by_id uuid NOT NULL CONSTRAINT ama_session_planned_by_fk REFERENCES person ON DELETE RESTRICT,
        community_id uuid CONSTRAINT ama_session_community_fk REFERENCES community ON DELETE RESTRICT,
        key uuid NOT NULL,
        title text NOT NULL,
        description text NOT NULL,
        opens_at timestamptz NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        cancelled_at timestamptz,
        CONSTRAINT ama_session_times CHECK (opens_at <= starts_at AND starts_at < ends_at)
      )`);
    await runner.query(`CREATE UNIQUE INDEX ama_session_key ON ama_session (planned_by_id, key)`);
    await runner.query(`CREATE INDEX ama_session_host ON ama_session (host_id)`);
    await runner.query(`CREATE INDEX ama_session_community ON ama_session (community_id)`);
    await runner.query(`CREATE INDEX ama_session_listed ON ama_session (starts_at, id)`);
    await runner.query(`
      CREATE TABLE ama_cohost (
        session_id uuid NOT NULL CONSTRAINT ama_cohost_session_fk REFERENCES ama_session ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT ama_cohost_person_fk REFERENCES person ON DELETE CASCADE,
        CONSTRAINT ama_cohost_pk PRIMARY KEY (session_id, person_id)
      )`);
    await runner.query(`CREATE INDEX ama_cohost_person ON ama_cohost (person_id)`);
    await runner.query(`
      CREATE TABLE ama_question (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL CONSTRAINT ama_question_session_fk REFERENCES ama_session ON DELETE CASCADE,
        author_id uuid NOT NULL CONSTRAINT ama_question_author_fk REFERENCES person ON DELETE RESTRICT,
        key uuid NOT NULL,
        text text NOT NULL,
        vote_count int NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        edited_at timestamptz,
        answered_at timestamptz,
        withdrawn_at timestamptz
      )`);
    await runner.query(`CREATE UNIQUE INDEX ama_question_key ON ama_question (author_id, key)`);
    // The two lists of a session, in the order in which they are read: most votes first, then the oldest.
    await runner.query(`CREATE INDEX ama_question_open ON ama_question (session_id, vote_count DESC, id) WHERE withdrawn_at IS NULL AND answered_at IS NULL`);
    await runner.query(`CREATE INDEX ama_question_answered ON ama_question (session_id, vote_count DESC, id) WHERE withdrawn_at IS NULL AND answered_at IS NOT NULL`);
    await runner.query(`
      CREATE INDEX ama_question_search ON ama_question
      USING gin ((to_tsvector('french', fold(text)) || to_tsvector('english', fold(text)))) WHERE withdrawn_at IS NULL`);
    await runner.query(`
      CREATE TABLE ama_vote (
        question_id uuid NOT NULL CONSTRAINT ama_vote_question_fk REFERENCES ama_question ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT ama_vote_person_fk REFERENCES person ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        CONSTRAINT ama_vote_pk PRIMARY KEY (question_id, person_id)
      )`);
    await runner.query(`CREATE INDEX ama_vote_person ON ama_vote (person_id)`);
    await runner.query(`
      CREATE TABLE ama_answer (
        question_id uuid PRIMARY KEY CONSTRAINT ama_answer_question_fk REFERENCES ama_question ON DELETE CASCADE,
        author_id uuid NOT NULL CONSTRAINT ama_answer_author_fk REFERENCES person ON DELETE RESTRICT,
        key uuid NOT NULL,
        body jsonb NOT NULL,
        text text NOT NULL,
        created_at timestamptz NOT NULL,
        edited_at timestamptz
      )`);
    await runner.query(`CREATE INDEX ama_answer_author ON ama_answer (author_id)`);
    await runner.query(`
      CREATE INDEX ama_answer_search ON ama_answer
      USING gin ((to_tsvector('french', fold(text)) || to_tsvector('english', fold(text))))`);
    await runner.query(`
      CREATE TABLE ama_answer_revision (
        id uuid PRIMARY KEY,
        question_id uuid NOT NULL CONSTRAINT ama_answer_revision_answer_fk REFERENCES ama_answer ON DELETE CASCADE,
        body jsonb NOT NULL,
        replaced_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX ama_answer_revision_answer ON ama_answer_revision (question_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ama_answer_revision', 'ama_answer', 'ama_vote', 'ama_question', 'ama_cohost', 'ama_session']) await runner.query(`DROP TABLE ${table}`);
  }
}
