import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Import1764000000100 implements MigrationInterface {
  readonly name = 'Import1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_reference (
        kind text NOT NULL,
        external_id text NOT NULL,
        id uuid NOT NULL,
        CONSTRAINT import_reference_pk PRIMARY KEY (kind, external_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE import_reference`);
  }
}
