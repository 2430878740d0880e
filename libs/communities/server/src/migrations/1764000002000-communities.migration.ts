import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Communities1764000002000 implements MigrationInterface {
  readonly name = 'Communities1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE community (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        sort_name text NOT NULL,
        description text NOT NULL,
        visibility text NOT NULL CONSTRAINT community_visibility CHECK (visibility IN ('open', 'closed', 'secret')),
        created_by_id uuid CONSTRAINT community_created_by_fk REFERENCES person ON DELETE SET NULL,
        key uuid,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX community_listed ON community (sort_name, id)`);
    await runner.query(`CREATE UNIQUE INDEX community_key ON community (created_by_id, key)`);
    await runner.query(`CREATE INDEX community_search ON community USING gin (fold(name || ' ' || description) gin_trgm_ops)`);
    await runner.query(`
      CREATE TABLE membership (
        id uuid PRIMARY KEY,
        community_id uuid NOT NULL CONSTRAINT membership_community_fk REFERENCES community ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT membership_person_fk REFERENCES person ON DELETE CASCADE,
        role text NOT NULL CONSTRAINT membership_role CHECK (role IN ('member', 'animator')),
        joined_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX membership_person_community ON membership (person_id, community_id)`);
    await runner.query(`CREATE INDEX membership_listed ON membership (community_id, role, id)`);
    await runner.query(`
      CREATE TABLE join_request (
        id uuid PRIMARY KEY,
        community_id uuid NOT NULL CONSTRAINT join_request_community_fk REFERENCES community ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT join_request_person_fk REFERENCES person ON DELETE CASCADE,
        requested_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX join_request_person_community ON join_request (person_id, community_id)`);
    await runner.query(`CREATE INDEX join_request_listed ON join_request (community_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE join_request`);
    await runner.query(`DROP TABLE membership`);
    await runner.query(`DROP TABLE community`);
  }
}
