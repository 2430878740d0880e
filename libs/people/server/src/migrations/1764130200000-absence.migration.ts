import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Absence1764130200000 implements MigrationInterface {
  readonly name = 'Absence1764130200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE absence (
        person_id uuid NOT NULL CONSTRAINT absence_person_fk REFERENCES person ON DELETE CASCADE,
        told_by text NOT NULL CONSTRAINT absence_told_by CHECK (told_by IN ('person', 'hr')),
        from_day date NOT NULL,
        until_day date NOT NULL,
        CONSTRAINT absence_in_order CHECK (until_day >= from_day),
        CONSTRAINT absence_pk PRIMARY KEY (person_id, told_by)
      )`);
    await runner.query(`CREATE INDEX absence_until ON absence (until_day)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE absence`);
  }
}
