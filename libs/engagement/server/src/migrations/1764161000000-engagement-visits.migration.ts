import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * On which days somebody came and wrote, without an hour, and what the days count besides ties: visits, contributions, hours, questions, the example of
 * executives. Every day that still has its events is made anew.
 */
export class EngagementVisits1764161000000 implements MigrationInterface {
  readonly name = 'EngagementVisits1764161000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE engagement_event DROP CONSTRAINT engagement_event_kind`);
    await runner.query(
      `ALTER TABLE engagement_event ADD CONSTRAINT engagement_event_kind CHECK (kind IN ('post', 'comment', 'answer', 'idea', 'page', 'reaction', 'thanks', 'mention')), ADD COLUMN is_delegated boolean NOT NULL DEFAULT false`,
    );
    for (const table of days) {
      await runner.query(`CREATE TABLE ${table} (person_id uuid NOT NULL, day date NOT NULL, CONSTRAINT ${table}_pk PRIMARY KEY (person_id, day))`);
      await runner.query(`CREATE INDEX ${table}_day ON ${table} (day)`);
    }
    await runner.query(`CREATE TABLE engagement_person (number int GENERATED ALWAYS AS IDENTITY CONSTRAINT engagement_person_pk PRIMARY KEY, person_id uuid NOT NULL CONSTRAINT engagement_person_once UNIQUE)`);
    await runner.query(`ALTER TABLE engagement_day ${columns.map((column) => `ADD COLUMN ${column} bytea NOT NULL DEFAULT ''`).join(', ')}, ADD COLUMN examples jsonb NOT NULL DEFAULT '[]'`);
    await this.visits(runner);
    await this.writings(runner);
    await this.questions(runner);
    await runner.query(`INSERT INTO engagement_event (at, kind, actor_id, subject_id) SELECT submitted_at, 'idea', author_id, id FROM idea WHERE submitted_at IS NOT NULL`);
    await runner.query(`INSERT INTO engagement_event (at, kind, actor_id, subject_id) SELECT created_at, 'page', author_id, id FROM wiki_version`);
    await runner.query(`UPDATE engagement_event event SET is_delegated = true FROM post WHERE post.id = event.subject_id AND event.kind IN ('post', 'mention') AND post.written_by_id IS NOT NULL`);
    await runner.query(`INSERT INTO engagement_pending (day, actor_id, is_visit) SELECT (created_at AT TIME ZONE 'UTC')::date, person_id, true FROM session`);
    await runner.query(`INSERT INTO engagement_pending (day, actor_id) SELECT DISTINCT (at AT TIME ZONE 'UTC')::date, '00000000-0000-0000-0000-000000000000'::uuid FROM engagement_event`);
  }

  /**
   * A session lasts for twelve hours at most: whoever comes on a day opens one. The line waits for the roll-up, which alone writes visits: nobody who signs in
   * waits for it.
   */
  private async visits(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE engagement_pending ADD COLUMN is_visit boolean NOT NULL DEFAULT false`);
    await runner.query(`
      CREATE FUNCTION engagement_session_opened() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_pending (day, actor_id, is_visit) VALUES ((NEW.created_at AT TIME ZONE 'UTC')::date, NEW.person_id, true);
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER engagement_session_opened AFTER INSERT ON session FOR EACH ROW EXECUTE FUNCTION engagement_session_opened()`);
  }

  private async writings(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION engagement_post_written() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_event (at, kind, actor_id, target_id, subject_id, is_delegated)
        SELECT said.created_at, 'post', said.author_id, NULL::uuid, said.id, said.written_by_id IS NOT NULL FROM written said
        UNION ALL SELECT said.created_at, 'mention', said.author_id, mentioned.id, said.id, said.written_by_id IS NOT NULL
        FROM written said CROSS JOIN LATERAL engagement_mentioned(said.body) AS mentioned (id) WHERE said.text LIKE '%@%' AND mentioned.id <> said.author_id;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE FUNCTION engagement_idea_submitted() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_event (at, kind, actor_id, subject_id) VALUES (NEW.submitted_at, 'idea', NEW.author_id, NEW.id);
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER engagement_idea_came AFTER INSERT ON idea FOR EACH ROW WHEN (NEW.submitted_at IS NOT NULL) EXECUTE FUNCTION engagement_idea_submitted()`);
    await runner.query(
      `CREATE TRIGGER engagement_idea_submitted AFTER UPDATE ON idea FOR EACH ROW WHEN (OLD.submitted_at IS NULL AND NEW.submitted_at IS NOT NULL) EXECUTE FUNCTION engagement_idea_submitted()`,
    );
    await runner.query(`
      CREATE FUNCTION engagement_page_written() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_event (at, kind, actor_id, subject_id) SELECT created_at, 'page', author_id, id FROM written;
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER engagement_page_written AFTER INSERT ON wiki_version REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION engagement_page_written()`);
  }

  /** What becomes of a question later belongs to the day on which it was asked. */
  private async questions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION engagement_answer_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_pending (day, actor_id) SELECT (created_at AT TIME ZONE 'UTC')::date, author_id FROM post WHERE id = NEW.subject_id AND kind = 'question';
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER engagement_answer_changed AFTER UPDATE ON comment FOR EACH ROW
      WHEN (NEW.subject_type = 'post' AND NEW.parent_id IS NULL AND (OLD.is_accepted <> NEW.is_accepted OR (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)))
      EXECUTE FUNCTION engagement_answer_changed()`);
    await runner.query(`
      CREATE FUNCTION engagement_question_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_pending (day, actor_id) VALUES ((NEW.created_at AT TIME ZONE 'UTC')::date, NEW.author_id);
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER engagement_question_changed AFTER UPDATE ON post FOR EACH ROW
      WHEN ('question' IN (OLD.kind, NEW.kind) AND (OLD.kind <> NEW.kind OR (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL))) EXECUTE FUNCTION engagement_question_changed()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of [['post', 'question_changed'], ['comment', 'answer_changed'], ['wiki_version', 'page_written'], ['session', 'session_opened']]) {
      await runner.query(`DROP TRIGGER engagement_${name} ON ${table}`);
      await runner.query(`DROP FUNCTION engagement_${name}`);
    }
    for (const name of ['idea_came', 'idea_submitted']) await runner.query(`DROP TRIGGER engagement_${name} ON idea`);
    await runner.query(`DROP FUNCTION engagement_idea_submitted`);
    await runner.query(`
      CREATE OR REPLACE FUNCTION engagement_post_written() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_event (at, kind, actor_id, target_id, subject_id)
        SELECT said.created_at, 'post', said.author_id, NULL::uuid, said.id FROM written said
        UNION ALL SELECT said.created_at, 'mention', said.author_id, mentioned.id, said.id
        FROM written said CROSS JOIN LATERAL engagement_mentioned(said.body) AS mentioned (id) WHERE said.text LIKE '%@%' AND mentioned.id <> said.author_id;
        RETURN NULL;
      END $$`);
    await runner.query(`ALTER TABLE engagement_day ${[...columns, 'examples'].map((column) => `DROP COLUMN ${column}`).join(', ')}`);
    await runner.query(`ALTER TABLE engagement_pending DROP COLUMN is_visit`);
    for (const table of ['engagement_person', ...days]) await runner.query(`DROP TABLE ${table}`);
    await runner.query(`DELETE FROM engagement_event WHERE kind IN ('idea', 'page')`);
    await runner.query(`ALTER TABLE engagement_event DROP CONSTRAINT engagement_event_kind, DROP COLUMN is_delegated`);
    await runner.query(`ALTER TABLE engagement_event ADD CONSTRAINT engagement_event_kind CHECK (kind IN ('post', 'comment', 'answer', 'reaction', 'thanks', 'mention'))`);
  }
}

/** Days on which somebody came, and on which they wrote something. */
const days = ['engagement_visit', 'engagement_writing'];
const columns = ['visits', 'contributions', 'hours', 'questions'];
