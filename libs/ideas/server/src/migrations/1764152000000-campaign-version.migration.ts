import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of two people who change a campaign at the same time, the second is told. */
export class CampaignVersion1764152000000 implements MigrationInterface {
  readonly name = 'CampaignVersion1764152000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE campaign ADD COLUMN version int NOT NULL DEFAULT 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE campaign DROP COLUMN version`);
  }
}
