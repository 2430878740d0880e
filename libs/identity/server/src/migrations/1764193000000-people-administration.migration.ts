import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles that administrators give by hand, with what they reach and until when, and what finds people for those who administer them. */
export class PeopleAdministration1764193000000 implements MigrationInterface {
  readonly name = 'PeopleAdministration1764193000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE role_grant (
        id uuid CONSTRAINT role_grant_pk PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT role_grant_person_fk REFERENCES person ON DELETE CASCADE,
        role text NOT NULL CONSTRAINT role_grant_role CHECK (role IN ('executive', 'hr', 'it', 'moderator', 'works-council', 'auditor')),
        departments text[] CONSTRAINT role_grant_departments CHECK (departments IS NULL OR role = 'it' AND cardinality(departments) > 0),
        reason text NOT NULL,
        granted_by_id uuid CONSTRAINT role_grant_granted_by_fk REFERENCES person ON DELETE SET NULL,
        granted_at timestamptz NOT NULL,
        seconded_by_id uuid CONSTRAINT role_grant_seconded_by_fk REFERENCES person ON DELETE SET NULL,
        effective_at timestamptz,
        ends_at timestamptz,
        end_asked_by_id uuid CONSTRAINT role_grant_end_asked_by_fk REFERENCES person ON DELETE SET NULL,
        ended_by_id uuid CONSTRAINT role_grant_ended_by_fk REFERENCES person ON DELETE SET NULL,
        ended_at timestamptz
      )`);
    await runner.query(`CREATE INDEX role_grant_person ON role_grant (person_id)`);
    for (const column of ['granted_by', 'seconded_by', 'end_asked_by', 'ended_by']) await runner.query(`CREATE INDEX role_grant_${column} ON role_grant (${column}_id)`);
    await runner.query(`ALTER TABLE person ADD COLUMN sign_in_roles text[] NOT NULL DEFAULT '{}', ADD COLUMN granted_roles text[] NOT NULL DEFAULT '{}'`);
    await runner.query(`ALTER TABLE account ADD COLUMN last_used_on date`);
    await runner.query(`CREATE INDEX person_by_name ON person (sort_name, id)`);
    await runner.query(`CREATE INDEX person_with_role ON person (sort_name, id) WHERE roles <> '{employee}'`);
    await runner.query(`CREATE INDEX person_found ON person USING gin (fold(display_name || ' ' || identifier || ' ' || coalesce(email, '')) gin_trgm_ops)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['person_found', 'person_with_role', 'person_by_name']) await runner.query(`DROP INDEX ${index}`);
    await runner.query(`ALTER TABLE account DROP COLUMN last_used_on`);
    await runner.query(`ALTER TABLE person DROP COLUMN granted_roles, DROP COLUMN sign_in_roles`);
    await runner.query(`DROP TABLE role_grant`);
  }
}
