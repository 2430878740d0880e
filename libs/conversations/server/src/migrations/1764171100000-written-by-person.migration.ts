import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody said and felt lately, found without reading all that they ever did. */
export class WrittenByPerson1764171100000 implements MigrationInterface {
  readonly name = 'WrittenByPerson1764171100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX comment_author ON comment (author_id, id) WHERE deleted_at IS NULL`);
    await runner.query(`DROP INDEX reaction_person`);
    await runner.query(`CREATE INDEX reaction_person ON reaction (person_id, created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX reaction_person`);
    await runner.query(`CREATE INDEX reaction_person ON reaction (person_id)`);
    await runner.query(`DROP INDEX comment_author`);
  }
}
