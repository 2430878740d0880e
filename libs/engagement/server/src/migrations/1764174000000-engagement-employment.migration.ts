import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is told of somebody afterwards (when they were hired, left, were away, where they stood) makes the days anew on which they came, wrote or addressed
 * somebody: days must hold those whom the gate counts, or a figure would be of fewer people than it believes.
 */
export class EngagementEmployment1764174000000 implements MigrationInterface {
  readonly name = 'EngagementEmployment1764174000000';

  async up(runner: QueryRunner): Promise<void> {
    // Whoever addressed somebody came or wrote on that day, which the days of one person tell faster than events do.
    await runner.query(`
      CREATE FUNCTION engagement_known_anew(people uuid[], first date, last date) RETURNS void LANGUAGE sql AS $$
        INSERT INTO engagement_pending (day, actor_id, target_id)
        SELECT did.day, did.person_id, addressed.id FROM (
          SELECT person_id, day FROM engagement_visit WHERE person_id = ANY (people) AND day BETWEEN first AND last
          UNION SELECT person_id, day FROM engagement_writing WHERE person_id = ANY (people) AND day BETWEEN first AND last
        ) did
        LEFT JOIN LATERAL (
          SELECT DISTINCT event.target_id AS id FROM engagement_event event
          WHERE event.actor_id = did.person_id AND event.target_id IS NOT NULL AND event.at >= did.day::timestamp AT TIME ZONE 'UTC' AND event.at < (did.day + 1)::timestamp AT TIME ZONE 'UTC'
        ) addressed ON true
      $$`);
    await this.absences(runner);
    await this.employments(runner);
    await this.standings(runner);
  }

  /** Those that are long leaves (standing/employment.ts). Absences that are over go after a day: the person counts as there again, for the gate as in the days. */
  private async absences(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION engagement_absence_told() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'INSERT' AND OLD.until_day - OLD.from_day + 1 >= 30 THEN PERFORM engagement_known_anew(ARRAY[OLD.person_id], OLD.from_day, OLD.until_day); END IF;
        IF TG_OP <> 'DELETE' AND NEW.until_day - NEW.from_day + 1 >= 30 THEN PERFORM engagement_known_anew(ARRAY[NEW.person_id], NEW.from_day, NEW.until_day); END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER engagement_absence_told AFTER INSERT OR UPDATE OR DELETE ON absence FOR EACH ROW EXECUTE FUNCTION engagement_absence_told()`);
  }

  private async employments(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION engagement_hiring_told() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM engagement_known_anew(array_agg(person_id), '-infinity', 'infinity') FROM told WHERE hired_on IS NOT NULL;
        ELSE
          PERFORM engagement_known_anew(array_agg(told.person_id), '-infinity', 'infinity') FROM told JOIN former ON former.person_id = told.person_id WHERE told.hired_on IS DISTINCT FROM former.hired_on;
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER engagement_hiring_came AFTER INSERT ON profile REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION engagement_hiring_told()`);
    await runner.query(`CREATE TRIGGER engagement_hiring_told AFTER UPDATE ON profile REFERENCING OLD TABLE AS former NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION engagement_hiring_told()`);
    await runner.query(`
      CREATE FUNCTION engagement_leaving_told() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM engagement_known_anew(ARRAY[NEW.id], (least(OLD.deactivated_at, NEW.deactivated_at) AT TIME ZONE 'UTC')::date, 'infinity');
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER engagement_leaving_told AFTER UPDATE ON person FOR EACH ROW WHEN (NEW.deactivated_at IS DISTINCT FROM OLD.deactivated_at) EXECUTE FUNCTION engagement_leaving_told()`);
    await runner.query(`
      CREATE FUNCTION engagement_owner_told() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM engagement_known_anew(ARRAY[NEW.id], '-infinity', (NEW.created_at AT TIME ZONE 'UTC')::date);
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER engagement_owner_told AFTER UPDATE ON person FOR EACH ROW WHEN ((NEW.owners ->> 'surname') IS DISTINCT FROM (OLD.owners ->> 'surname')) EXECUTE FUNCTION engagement_owner_told()`);
  }

  /** Events of somebody who stands elsewhere are told of by engagement_stand; whoever came and did nothing has none. */
  private async standings(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION engagement_stood() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_pending (day, actor_id) SELECT visit.day, visit.person_id FROM told JOIN engagement_visit visit ON visit.person_id = told.person_id AND visit.day >= told.since;
        RETURN NULL;
      END $$`);
    for (const [name, event] of stands) await runner.query(`CREATE TRIGGER ${name} AFTER ${event} ON engagement_standing REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION engagement_stood()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of stands) await runner.query(`DROP TRIGGER ${name} ON engagement_standing`);
    for (const name of ['came', 'told']) await runner.query(`DROP TRIGGER engagement_hiring_${name} ON profile`);
    for (const [table, name] of [['person', 'leaving_told'], ['person', 'owner_told'], ['absence', 'absence_told']]) await runner.query(`DROP TRIGGER engagement_${name} ON ${table}`);
    for (const name of ['stood', 'owner_told', 'leaving_told', 'hiring_told', 'absence_told', 'known_anew']) await runner.query(`DROP FUNCTION engagement_${name}`);
  }
}

const stands = [['engagement_stood', 'INSERT'], ['engagement_stood_anew', 'UPDATE']] as const;
