import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the processes are, and why events failed. */
export class Health1764196000000 implements MigrationInterface {
  readonly name = 'Health1764196000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE server_process (
        id uuid CONSTRAINT server_process_pk PRIMARY KEY,
        host text NOT NULL,
        role text NOT NULL,
        version text NOT NULL,
        started_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        memory_bytes bigint NOT NULL,
        heap_share real NOT NULL,
        delay_ms integer NOT NULL,
        sockets integer NOT NULL
      )`);
    await runner.query(`ALTER TABLE outbox_event ADD failure text`);
    await runner.query(`CREATE INDEX outbox_event_given_up ON outbox_event (given_up_at) WHERE given_up_at IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX outbox_event_given_up`);
    await runner.query(`ALTER TABLE outbox_event DROP failure`);
    await runner.query(`DROP TABLE server_process`);
  }
}
