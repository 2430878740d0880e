import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words are found with their weight in the index: similar ideas read some ten thousand of them while somebody writes. */
export class IdeaTermWeight1764148000000 implements MigrationInterface {
  readonly name = 'IdeaTermWeight1764148000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE idea_term DROP CONSTRAINT idea_term_pk, ADD CONSTRAINT idea_term_pk PRIMARY KEY (term, idea_id) INCLUDE (weight)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE idea_term DROP CONSTRAINT idea_term_pk, ADD CONSTRAINT idea_term_pk PRIMARY KEY (term, idea_id)`);
  }
}
