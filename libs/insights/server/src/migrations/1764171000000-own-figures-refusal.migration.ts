import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OwnFiguresRefusal1764171000000 implements MigrationInterface {
  readonly name = 'OwnFiguresRefusal1764171000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE own_figures_refusal (
        person_id uuid CONSTRAINT own_figures_refusal_pk PRIMARY KEY CONSTRAINT own_figures_refusal_person_fk REFERENCES person ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE own_figures_refusal`);
  }
}
