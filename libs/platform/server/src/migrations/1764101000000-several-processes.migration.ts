import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events wake every process that delivers them, and those whose handlers go on failing are put aside. */
export class SeveralProcesses1764101000000 implements MigrationInterface {
  readonly name = 'SeveralProcesses1764101000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE outbox_event ADD given_up_at timestamptz`);
    await runner.query(`DROP INDEX outbox_event_due`);
    await runner.query(`CREATE INDEX outbox_event_due ON outbox_event (next_attempt_at, id) WHERE delivered_at IS NULL AND given_up_at IS NULL`);
    await runner.query(`
      CREATE FUNCTION outbox_event_written() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_notify('parvis_outbox', ''); RETURN NULL; END $$`);
    await runner.query(`CREATE TRIGGER outbox_event_written AFTER INSERT ON outbox_event FOR EACH STATEMENT EXECUTE FUNCTION outbox_event_written()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER outbox_event_written ON outbox_event`);
    await runner.query(`DROP FUNCTION outbox_event_written`);
    await runner.query(`DROP INDEX outbox_event_due`);
    await runner.query(`ALTER TABLE outbox_event DROP given_up_at`);
    await runner.query(`CREATE INDEX outbox_event_due ON outbox_event (next_attempt_at, id) WHERE delivered_at IS NULL`);
  }
}
