import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several identity providers, connected from the pages; what they call people; trying a connection; confirming who one is. */
export class IdentityProviders1764183000000 implements MigrationInterface {
  readonly name = 'IdentityProviders1764183000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity_provider (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        entity_id text NOT NULL,
        metadata_url text,
        metadata text NOT NULL,
        metadata_read_at timestamptz NOT NULL,
        is_enabled boolean NOT NULL,
        mail_domains text[] NOT NULL,
        accepts_unsolicited boolean NOT NULL,
        shares_identifiers boolean NOT NULL,
        clock_tolerance_seconds smallint NOT NULL,
        attributes jsonb NOT NULL,
        role_groups jsonb NOT NULL,
        admitted_groups text[] NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX identity_provider_entity ON identity_provider (entity_id)`);
    await runner.query(`
      CREATE TABLE account (
        issuer text NOT NULL,
        subject text NOT NULL,
        is_attribute boolean NOT NULL,
        person_id uuid NOT NULL CONSTRAINT account_person_fk REFERENCES person ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (issuer, subject)
      )`);
    await runner.query(`CREATE INDEX account_person ON account (person_id)`);
    await runner.query(`
      CREATE TABLE saml_trial (
        id text PRIMARY KEY,
        session_id uuid NOT NULL,
        expires_at timestamptz NOT NULL,
        result jsonb NOT NULL
      )`);
    await runner.query(`CREATE INDEX saml_trial_expiry ON saml_trial (expires_at)`);
    await runner.query(`ALTER TABLE saml_request ADD COLUMN purpose text NOT NULL DEFAULT 'sign-in', ADD COLUMN session_id uuid`);
    await runner.query(`ALTER TABLE session ADD COLUMN confirmed_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session DROP COLUMN confirmed_at`);
    await runner.query(`ALTER TABLE saml_request DROP COLUMN purpose, DROP COLUMN session_id`);
    await runner.query(`DROP TABLE saml_trial`);
    await runner.query(`DROP TABLE account`);
    await runner.query(`DROP TABLE identity_provider`);
  }
}
