import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Saml1764000001000 implements MigrationInterface {
  readonly name = 'Saml1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saml_request (
        id text PRIMARY KEY,
        issuer text NOT NULL,
        browser_hash bytea NOT NULL,
        return_to text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        answered_at timestamptz
      )`);
    await runner.query(`CREATE INDEX saml_request_expiry ON saml_request (expires_at)`);
    await runner.query(`
      CREATE TABLE saml_message (
        issuer text NOT NULL,
        id text NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (issuer, id)
      )`);
    await runner.query(`CREATE INDEX saml_message_expiry ON saml_message (expires_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE saml_message`);
    await runner.query(`DROP TABLE saml_request`);
  }
}
