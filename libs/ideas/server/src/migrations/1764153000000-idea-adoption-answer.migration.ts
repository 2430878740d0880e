import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was answered stays, so that the same answer sent again is known as done. */
export class IdeaAdoptionAnswer1764153000000 implements MigrationInterface {
  readonly name = 'IdeaAdoptionAnswer1764153000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE idea_adoption ADD COLUMN answer text CONSTRAINT idea_adoption_answer CHECK (answer IN ('accepted', 'declined'))`);
    await runner.query(`DROP INDEX idea_adoption_once`);
    await runner.query(`CREATE UNIQUE INDEX idea_adoption_once ON idea_adoption (idea_id, campaign_id) WHERE answer IS NULL`);
    await runner.query(`CREATE INDEX idea_adoption_idea ON idea_adoption (idea_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM idea_adoption WHERE answer IS NOT NULL`);
    await runner.query(`DROP INDEX idea_adoption_idea`);
    await runner.query(`DROP INDEX idea_adoption_once`);
    await runner.query(`CREATE UNIQUE INDEX idea_adoption_once ON idea_adoption (idea_id, campaign_id)`);
    await runner.query(`ALTER TABLE idea_adoption DROP COLUMN answer`);
  }
}
