import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters that wait to be sent. */
export class Letters1764175000000 implements MigrationInterface {
  readonly name = 'Letters1764175000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letter (
        id uuid PRIMARY KEY,
        type text NOT NULL,
        payload jsonb NOT NULL,
        due_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        failure text,
        given_up_at timestamptz
      )`);
    await runner.query(`CREATE INDEX letter_due ON letter (due_at, id) WHERE given_up_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE letter`);
  }
}
