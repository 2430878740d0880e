import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looks after a question whose asker has left. */
export class QuestionTakeover1764193100000 implements MigrationInterface {
  readonly name = 'QuestionTakeover1764193100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE question_takeover (
        post_id uuid CONSTRAINT question_takeover_pk PRIMARY KEY CONSTRAINT question_takeover_post_fk REFERENCES post ON DELETE CASCADE,
        taker_id uuid NOT NULL CONSTRAINT question_takeover_taker_fk REFERENCES person ON DELETE CASCADE,
        taken_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX question_takeover_taker ON question_takeover (taker_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE question_takeover`);
  }
}
