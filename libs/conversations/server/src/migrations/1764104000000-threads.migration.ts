import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Threads1764104000000 implements MigrationInterface {
  readonly name = 'Threads1764104000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE comment
        ADD parent_id uuid CONSTRAINT comment_parent_fk REFERENCES comment ON DELETE CASCADE,
        ADD quoted_comment_id uuid CONSTRAINT comment_quoted_fk REFERENCES comment ON DELETE SET NULL,
        ADD vote_count integer NOT NULL DEFAULT 0`);
    await runner.query(`CREATE INDEX comment_replies ON comment (parent_id, id) WHERE parent_id IS NOT NULL`);
    await runner.query(`CREATE INDEX comment_quoted ON comment (quoted_comment_id) WHERE quoted_comment_id IS NOT NULL`);
    // The order of a thread: the accepted answer, then votes, then age. Deleted ones too: with replies under them they keep their place.
    await runner.query(`CREATE INDEX comment_thread ON comment (subject_id, is_accepted DESC, vote_count DESC, id) WHERE parent_id IS NULL`);
    await runner.query(`
      CREATE TABLE comment_vote (
        comment_id uuid NOT NULL CONSTRAINT comment_vote_comment_fk REFERENCES comment ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT comment_vote_person_fk REFERENCES person ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        CONSTRAINT comment_vote_pk PRIMARY KEY (comment_id, person_id)
      )`);
    await runner.query(`CREATE INDEX comment_vote_person ON comment_vote (person_id)`);
    await runner.query(`
      CREATE TABLE thread_follow (
        subject_id uuid NOT NULL,
        person_id uuid NOT NULL CONSTRAINT thread_follow_person_fk REFERENCES person ON DELETE CASCADE,
        subject_type text NOT NULL,
        state text NOT NULL CONSTRAINT thread_follow_state CHECK (state IN ('following', 'muted')),
        since timestamptz NOT NULL,
        CONSTRAINT thread_follow_pk PRIMARY KEY (subject_id, person_id)
      )`);
    await runner.query(`CREATE INDEX thread_follow_person ON thread_follow (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE thread_follow`);
    await runner.query(`DROP TABLE comment_vote`);
    await runner.query(`DROP INDEX comment_thread`);
    await runner.query(`ALTER TABLE comment DROP vote_count, DROP quoted_comment_id, DROP parent_id`);
  }
}
