import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens of the company's directory, and the accounts that it tells. */
export class Scim1764184100000 implements MigrationInterface {
  readonly name = 'Scim1764184100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scim_token (
        id uuid CONSTRAINT scim_token_pk PRIMARY KEY,
        name text NOT NULL,
        hash bytea NOT NULL,
        made_by_id uuid CONSTRAINT scim_token_maker_fk REFERENCES person ON DELETE SET NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        last_used_on date,
        revoked_at timestamptz
      )`);
    await runner.query(`CREATE UNIQUE INDEX scim_token_hash ON scim_token (hash)`);
    await runner.query(`CREATE INDEX scim_token_maker ON scim_token (made_by_id)`);
    await runner.query(`
      CREATE TABLE scim_user (
        person_id uuid CONSTRAINT scim_user_pk PRIMARY KEY CONSTRAINT scim_user_person_fk REFERENCES person ON DELETE CASCADE,
        user_name text NOT NULL,
        external_id text,
        resource jsonb NOT NULL,
        version int NOT NULL,
        created_at timestamptz NOT NULL,
        modified_at timestamptz NOT NULL,
        removed_at timestamptz
      )`);
    await runner.query(`CREATE UNIQUE INDEX scim_user_name ON scim_user (lower(user_name)) WHERE removed_at IS NULL`);
    await runner.query(`CREATE UNIQUE INDEX scim_user_external ON scim_user (external_id) WHERE removed_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE scim_user`);
    await runner.query(`DROP TABLE scim_token`);
  }
}
