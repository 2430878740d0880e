import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ideas of which each juror reads a share. */
export class JuryShare1764150000000 implements MigrationInterface {
  readonly name = 'JuryShare1764150000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE campaign_jury ADD COLUMN readers int CONSTRAINT campaign_jury_readers CHECK (readers BETWEEN 1 AND 100)`);
    await runner.query(`
      CREATE TABLE jury_share (
        idea_id uuid NOT NULL CONSTRAINT jury_share_idea_fk REFERENCES idea ON DELETE CASCADE,
        juror_id uuid NOT NULL CONSTRAINT jury_share_juror_fk REFERENCES person ON DELETE CASCADE,
        CONSTRAINT jury_share_pk PRIMARY KEY (idea_id, juror_id)
      )`);
    await runner.query(`CREATE INDEX jury_share_juror ON jury_share (juror_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE jury_share`);
    await runner.query(`ALTER TABLE campaign_jury DROP COLUMN readers`);
  }
}
