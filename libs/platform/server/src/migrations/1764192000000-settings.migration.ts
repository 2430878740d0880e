import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the administration says of how Parvis works. Every process is told of a change when it is committed, whoever writes. */
export class Settings1764192000000 implements MigrationInterface {
  readonly name = 'Settings1764192000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE setting (
        key text CONSTRAINT setting_pk PRIMARY KEY,
        value jsonb,
        revision integer NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by_id uuid
      )`);
    await runner.query(`
      CREATE FUNCTION setting_written() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_notify('parvis_settings', ''); RETURN NULL; END $$`);
    await runner.query(`CREATE TRIGGER setting_written AFTER INSERT OR UPDATE OR DELETE ON setting FOR EACH STATEMENT EXECUTE FUNCTION setting_written()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE setting`);
    await runner.query(`DROP FUNCTION setting_written`);
  }
}
