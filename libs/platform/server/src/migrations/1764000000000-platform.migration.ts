import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1764000000000 implements MigrationInterface {
  readonly name = 'Platform1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    await runner.query(`CREATE EXTENSION IF NOT EXISTS unaccent`);
    // unaccent() alone is only STABLE, since its dictionary could be changed, so no index could use it. We never change it.
    await runner.query(`
      CREATE FUNCTION fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      RETURN lower(unaccent('unaccent'::regdictionary, value))`);
    await runner.query(`
      CREATE TABLE outbox_event (
        id uuid PRIMARY KEY,
        type text NOT NULL,
        payload jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        delivered_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX outbox_event_due ON outbox_event (next_attempt_at, id) WHERE delivered_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE outbox_event`);
    await runner.query(`DROP FUNCTION fold`);
    await runner.query(`DROP EXTENSION unaccent`);
    await runner.query(`DROP EXTENSION pg_trgm`);
  }
}
