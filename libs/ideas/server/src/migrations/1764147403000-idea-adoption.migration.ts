import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IdeaAdoption1764147403000 implements MigrationInterface {
  readonly name = 'IdeaAdoption1764147403000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idea_adoption (
        id uuid PRIMARY KEY,
        idea_id uuid NOT NULL CONSTRAINT idea_adoption_idea_fk REFERENCES idea ON DELETE CASCADE,
        campaign_id uuid NOT NULL CONSTRAINT idea_adoption_campaign_fk REFERENCES campaign ON DELETE CASCADE,
        proposed_by_id uuid NOT NULL CONSTRAINT idea_adoption_proposed_by_fk REFERENCES person ON DELETE CASCADE,
        proposed_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX idea_adoption_once ON idea_adoption (idea_id, campaign_id)`);
    await runner.query(`CREATE INDEX idea_adoption_campaign ON idea_adoption (campaign_id)`);
    await runner.query(`CREATE INDEX idea_adoption_proposed_by ON idea_adoption (proposed_by_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE idea_adoption`);
  }
}
