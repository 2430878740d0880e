import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is employed when, and away for long, as far back as events are kept: absences go a day after they are over, and people are erased. What was counted of a day
 * must not change by either: the answers from before and after it would tell of one person.
 */
export class EngagementLeaves1764178000000 implements MigrationInterface {
  readonly name = 'EngagementLeaves1764178000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.leaves(runner);
    await this.formerPeople(runner);
    await this.deletedQuestions(runner);
  }

  private async leaves(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_leave (
        person_id uuid NOT NULL,
        told_by text NOT NULL,
        from_day date NOT NULL,
        until_day date NOT NULL,
        noted_on date NOT NULL,
        CONSTRAINT engagement_leave_pk PRIMARY KEY (person_id, told_by, from_day)
      )`);
    await runner.query(`INSERT INTO engagement_leave SELECT person_id, told_by, from_day, until_day, (now() AT TIME ZONE 'UTC')::date FROM absence WHERE until_day - from_day >= 29`);
    // Whoever comes back early was away until then. What was told by mistake, and is taken back on the same day, was never true.
    await runner.query(`
      CREATE OR REPLACE FUNCTION engagement_absence_told() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        today date := (now() AT TIME ZONE 'UTC')::date;
        known engagement_leave;
        is_long boolean := TG_OP <> 'DELETE' AND NEW.until_day - NEW.from_day >= 29;
        is_moved boolean := TG_OP = 'UPDATE' AND NEW.from_day <> OLD.from_day AND NEW.from_day <= OLD.until_day AND NEW.until_day >= OLD.from_day;
        is_same boolean := TG_OP = 'UPDATE' AND NEW.from_day = OLD.from_day;
      BEGIN
        IF TG_OP <> 'INSERT' THEN
          SELECT * INTO known FROM engagement_leave WHERE (person_id, told_by, from_day) = (OLD.person_id, OLD.told_by, OLD.from_day);
          IF FOUND THEN
            IF is_moved OR NOT (is_same AND is_long) AND (is_same OR known.until_day >= today - 1) AND (known.noted_on = today OR known.from_day >= today) THEN
              DELETE FROM engagement_leave WHERE (person_id, told_by, from_day) = (known.person_id, known.told_by, known.from_day);
              PERFORM engagement_known_anew(ARRAY[OLD.person_id], known.from_day, known.until_day);
            ELSIF is_same OR known.until_day >= today THEN
              UPDATE engagement_leave SET until_day = CASE WHEN is_same THEN NEW.until_day ELSE today - 1 END WHERE (person_id, told_by, from_day) = (known.person_id, known.told_by, known.from_day);
              PERFORM engagement_known_anew(ARRAY[OLD.person_id], known.from_day, greatest(known.until_day, CASE WHEN is_same THEN NEW.until_day END));
            END IF;
          END IF;
        END IF;
        IF is_long THEN
          INSERT INTO engagement_leave VALUES (NEW.person_id, NEW.told_by, NEW.from_day, NEW.until_day, today) ON CONFLICT (person_id, told_by, from_day) DO UPDATE SET until_day = excluded.until_day;
          PERFORM engagement_known_anew(ARRAY[NEW.person_id], NEW.from_day, NEW.until_day);
        END IF;
        RETURN NULL;
      END $$`);
  }

  private async formerPeople(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_former (
        person_id uuid DEFAULT gen_random_uuid() CONSTRAINT engagement_former_pk PRIMARY KEY,
        was uuid,
        first_day date,
        last_day date NOT NULL,
        hired_on date
      )`);
    await runner.query(`CREATE UNIQUE INDEX engagement_former_known ON engagement_former ((coalesce(was, person_id)))`);
    // Whom the HR file tells without a day of hiring counts since ever: an earlier network's history is older than what is known of them here. Whoever came by
    // signing in alone came when they first did.
    await runner.query(`
      CREATE VIEW engagement_employment (person_id, first_day, last_day, hired_on) AS
        SELECT person.id, CASE WHEN profile.hired_on IS NULL AND person.owners ->> 'surname' IS DISTINCT FROM 'hr' THEN (person.created_at AT TIME ZONE 'UTC')::date ELSE profile.hired_on END,
          (person.deactivated_at AT TIME ZONE 'UTC')::date, profile.hired_on
        FROM person LEFT JOIN profile ON profile.person_id = person.id
        UNION ALL SELECT coalesce(was, person_id), first_day, last_day, hired_on FROM engagement_former`);
    await runner.query(`ALTER TABLE engagement_standing DROP CONSTRAINT engagement_standing_person_fk`);
    await runner.query(`ALTER TABLE engagement_arrival DROP CONSTRAINT engagement_arrival_person_fk`);
    // Whoever stood nowhere was merged into somebody else.
    await runner.query(`
      CREATE FUNCTION engagement_person_erased() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_former (was, first_day, last_day, hired_on)
        SELECT OLD.id, first_day, least(last_day, (now() AT TIME ZONE 'UTC')::date), hired_on FROM engagement_employment WHERE person_id = OLD.id AND EXISTS (SELECT 1 FROM engagement_standing WHERE person_id = OLD.id);
        RETURN OLD;
      END $$`);
    await runner.query(`CREATE TRIGGER engagement_person_erased BEFORE DELETE ON person FOR EACH ROW EXECUTE FUNCTION engagement_person_erased()`);
  }

  /** A question or an answer that is gone for good. */
  private async deletedQuestions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION engagement_question_gone() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_pending (day, actor_id) VALUES ((OLD.created_at AT TIME ZONE 'UTC')::date, OLD.author_id);
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER engagement_question_gone AFTER DELETE ON post FOR EACH ROW WHEN (OLD.kind = 'question') EXECUTE FUNCTION engagement_question_gone()`);
    await runner.query(`
      CREATE FUNCTION engagement_answer_gone() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_pending (day, actor_id) SELECT (created_at AT TIME ZONE 'UTC')::date, author_id FROM post WHERE id = OLD.subject_id AND kind = 'question';
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER engagement_answer_gone AFTER DELETE ON comment FOR EACH ROW WHEN (OLD.subject_type = 'post' AND OLD.parent_id IS NULL) EXECUTE FUNCTION engagement_answer_gone()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of [['post', 'question_gone'], ['comment', 'answer_gone'], ['person', 'person_erased']]) {
      await runner.query(`DROP TRIGGER engagement_${name} ON ${table}`);
      await runner.query(`DROP FUNCTION engagement_${name}`);
    }
    await runner.query(`
      CREATE OR REPLACE FUNCTION engagement_absence_told() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' OR TG_OP = 'DELETE' AND OLD.until_day >= (now() AT TIME ZONE 'UTC')::date - 1 THEN
          IF OLD.until_day - OLD.from_day >= 29 THEN PERFORM engagement_known_anew(ARRAY[OLD.person_id], OLD.from_day, OLD.until_day); END IF;
        END IF;
        IF TG_OP <> 'DELETE' AND NEW.until_day - NEW.from_day >= 29 THEN PERFORM engagement_known_anew(ARRAY[NEW.person_id], NEW.from_day, NEW.until_day); END IF;
        RETURN NULL;
      END $$`);
    for (const table of ['standing', 'arrival']) {
      await runner.query(`DELETE FROM engagement_${table} WHERE person_id NOT IN (SELECT id FROM person)`);
      await runner.query(`ALTER TABLE engagement_${table} ADD CONSTRAINT engagement_${table}_person_fk FOREIGN KEY (person_id) REFERENCES person ON DELETE CASCADE`);
    }
    await runner.query(`DROP VIEW engagement_employment`);
    for (const name of ['former', 'leave']) await runner.query(`DROP TABLE engagement_${name}`);
  }
}
