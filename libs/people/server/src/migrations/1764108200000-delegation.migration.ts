import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Delegation1764108200000 implements MigrationInterface {
  readonly name = 'Delegation1764108200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE delegation (
        id uuid PRIMARY KEY,
        executive_id uuid NOT NULL CONSTRAINT delegation_executive_fk REFERENCES person ON DELETE CASCADE,
        delegate_id uuid NOT NULL CONSTRAINT delegation_delegate_fk REFERENCES person ON DELETE CASCADE,
        declared_by_id uuid NOT NULL CONSTRAINT delegation_declared_by_fk REFERENCES person ON DELETE CASCADE,
        since timestamptz NOT NULL,
        until timestamptz,
        CONSTRAINT delegation_of_another CHECK (executive_id <> delegate_id)
      )`);
    await runner.query(`CREATE INDEX delegation_executive ON delegation (executive_id, delegate_id)`);
    await runner.query(`CREATE INDEX delegation_delegate ON delegation (delegate_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE delegation`);
  }
}
