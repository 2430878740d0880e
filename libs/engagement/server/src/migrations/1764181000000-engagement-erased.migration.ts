import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the figures of days ask of people besides where they stood: by whose clock they lived, which communities they had joined, which ideas they had made with others.
 * It went with whoever was erased, and the answers from before and after told which hours, welcomes and ideas had been theirs.
 */
export class EngagementErased1764181000000 implements MigrationInterface {
  readonly name = 'EngagementErased1764181000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE engagement_former ADD COLUMN time_zone text, ADD COLUMN working_days smallint[]`);
    await runner.query(`
      CREATE TABLE engagement_former_member (
        community_id uuid NOT NULL,
        former_id uuid NOT NULL CONSTRAINT engagement_former_member_fk REFERENCES engagement_former ON DELETE CASCADE,
        role text NOT NULL,
        joined_on date NOT NULL,
        CONSTRAINT engagement_former_member_pk PRIMARY KEY (community_id, former_id)
      )`);
    await runner.query(`
      CREATE TABLE engagement_former_maker (
        idea_id uuid NOT NULL,
        former_id uuid NOT NULL CONSTRAINT engagement_former_maker_fk REFERENCES engagement_former ON DELETE CASCADE,
        CONSTRAINT engagement_former_maker_pk PRIMARY KEY (idea_id, former_id)
      )`);
    for (const table of tables) await runner.query(`CREATE INDEX ${table}_former ON ${table} (former_id)`);
    await runner.query(`
      CREATE OR REPLACE FUNCTION engagement_person_erased() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        drawn uuid;
      BEGIN
        INSERT INTO engagement_former (was, first_day, last_day, hired_on, time_zone, working_days)
        SELECT OLD.id, first_day, least(last_day, (now() AT TIME ZONE 'UTC')::date), hired_on, own.time_zone, own.working_days
        FROM engagement_employment employed LEFT JOIN working_time own ON own.person_id = OLD.id
        WHERE employed.person_id = OLD.id AND EXISTS (SELECT 1 FROM engagement_standing WHERE person_id = OLD.id) RETURNING person_id INTO drawn;
        IF FOUND THEN
          INSERT INTO engagement_former_member (community_id, former_id, role, joined_on) SELECT community_id, drawn, role, (joined_at AT TIME ZONE 'UTC')::date FROM membership WHERE person_id = OLD.id;
          INSERT INTO engagement_former_maker (idea_id, former_id) SELECT idea_id, drawn FROM idea_author WHERE person_id = OLD.id AND standing = 'author';
        END IF;
        RETURN OLD;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION engagement_person_erased() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO engagement_former (was, first_day, last_day, hired_on)
        SELECT OLD.id, first_day, least(last_day, (now() AT TIME ZONE 'UTC')::date), hired_on FROM engagement_employment WHERE person_id = OLD.id AND EXISTS (SELECT 1 FROM engagement_standing WHERE person_id = OLD.id);
        RETURN OLD;
      END $$`);
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
    await runner.query(`ALTER TABLE engagement_former DROP COLUMN time_zone, DROP COLUMN working_days`);
  }
}

const tables = ['engagement_former_member', 'engagement_former_maker'];
