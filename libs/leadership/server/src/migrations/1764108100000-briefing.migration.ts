import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Briefing1764108100000 implements MigrationInterface {
  readonly name = 'Briefing1764108100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE briefing_item (
        person_id uuid NOT NULL CONSTRAINT briefing_item_person_fk REFERENCES person ON DELETE CASCADE,
        post_id uuid NOT NULL CONSTRAINT briefing_item_post_fk REFERENCES post ON DELETE CASCADE,
        day date NOT NULL,
        position int NOT NULL,
        reasons text[] NOT NULL,
        CONSTRAINT briefing_item_pk PRIMARY KEY (person_id, post_id)
      )`);
    await runner.query(`CREATE INDEX briefing_item_post ON briefing_item (post_id)`);
    await runner.query(`
      CREATE TABLE briefing_dismissal (
        person_id uuid NOT NULL CONSTRAINT briefing_dismissal_person_fk REFERENCES person ON DELETE CASCADE,
        post_id uuid NOT NULL CONSTRAINT briefing_dismissal_post_fk REFERENCES post ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        CONSTRAINT briefing_dismissal_pk PRIMARY KEY (person_id, post_id)
      )`);
    await runner.query(`CREATE INDEX briefing_dismissal_post ON briefing_dismissal (post_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE briefing_dismissal`);
    await runner.query(`DROP TABLE briefing_item`);
  }
}
