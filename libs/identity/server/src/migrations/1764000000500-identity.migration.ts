import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity1764000000500 implements MigrationInterface {
  readonly name = 'Identity1764000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid PRIMARY KEY,
        identifier text NOT NULL,
        email text,
        given_name text NOT NULL,
        surname text NOT NULL,
        display_name text NOT NULL,
        sort_name text NOT NULL,
        title text,
        department text,
        manager_identifier text,
        manager_id uuid CONSTRAINT person_manager_fk REFERENCES person ON DELETE SET NULL,
        roles text[] NOT NULL CONSTRAINT person_roles CHECK (roles <@ ARRAY['employee', 'executive', 'hr', 'it', 'moderator']),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        deactivated_at timestamptz
      )`);
    await runner.query(`CREATE UNIQUE INDEX person_identifier ON person (identifier)`);
    await runner.query(`CREATE INDEX person_department ON person (department)`);
    await runner.query(`CREATE INDEX person_manager ON person (manager_id)`);
    await runner.query(`CREATE INDEX person_manager_identifier ON person (manager_identifier)`);
    await runner.query(`CREATE INDEX person_listed ON person (sort_name, id) WHERE deactivated_at IS NULL`);
    await runner.query(`CREATE INDEX person_executive ON person (id) WHERE 'executive' = ANY (roles)`);
    await runner.query(`
      CREATE INDEX person_search ON person
      USING gin (fold(display_name || ' ' || coalesce(title, '') || ' ' || coalesce(department, '')) gin_trgm_ops)`);
    await runner.query(`
      CREATE TABLE session (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL,
        person_id uuid NOT NULL CONSTRAINT session_person_fk REFERENCES person ON DELETE CASCADE,
        issuer text NOT NULL,
        name_id text NOT NULL,
        name_id_format text,
        session_index text,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX session_token ON session (token_hash)`);
    await runner.query(`CREATE INDEX session_person ON session (person_id)`);
    await runner.query(`CREATE INDEX session_origin ON session (issuer, name_id)`);
    await runner.query(`CREATE INDEX session_expiry ON session (expires_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE session`);
    await runner.query(`DROP TABLE person`);
  }
}
