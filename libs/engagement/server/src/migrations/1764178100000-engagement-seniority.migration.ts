import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places tell since when somebody is in the company, in brackets of years. Every day that still has its events is made anew. */
export class EngagementSeniority1764178100000 implements MigrationInterface {
  readonly name = 'EngagementSeniority1764178100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION engagement_seniority(hired_on date, day date) RETURNS text LANGUAGE sql IMMUTABLE RETURN CASE
        WHEN hired_on IS NULL THEN NULL
        WHEN day < hired_on + interval '1 year' THEN 'first-year'
        WHEN day < hired_on + interval '3 years' THEN 'one-to-three'
        WHEN day < hired_on + interval '10 years' THEN 'three-to-ten'
        ELSE 'ten-or-more'
      END`);
    await runner.query(`ALTER TABLE engagement_place DROP CONSTRAINT engagement_place_once`);
    await runner.query(`ALTER TABLE engagement_place ADD COLUMN seniority text, ADD CONSTRAINT engagement_place_once UNIQUE NULLS NOT DISTINCT (department, location, level, seniority)`);
    await this.makeDaysAnew(runner);
  }

  private async makeDaysAnew(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO engagement_pending (day, actor_id) SELECT day, '00000000-0000-0000-0000-000000000000'::uuid FROM (
        SELECT DISTINCT (at AT TIME ZONE 'UTC')::date FROM engagement_event UNION SELECT DISTINCT day FROM engagement_visit
      ) AS known (day)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Days that tell places apart by seniority alone are made anew by places without it.
    await runner.query(`DELETE FROM engagement_day WHERE NOT is_closed`);
    await runner.query(`DELETE FROM engagement_place WHERE seniority IS NOT NULL`);
    await runner.query(`ALTER TABLE engagement_place DROP CONSTRAINT engagement_place_once`);
    await runner.query(`ALTER TABLE engagement_place DROP COLUMN seniority, ADD CONSTRAINT engagement_place_once UNIQUE NULLS NOT DISTINCT (department, location, level)`);
    await this.makeDaysAnew(runner);
    await runner.query(`DROP FUNCTION engagement_seniority`);
  }
}
