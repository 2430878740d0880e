import type { MigrationInterface, QueryRunner } from 'typeorm';

/** On which days those of a month arrived, by which the gate of arrivals compares them with brackets of seniority. They are counted again when somebody asks. */
export class EngagementArrivalDays1764181100000 implements MigrationInterface {
  readonly name = 'EngagementArrivalDays1764181100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM engagement_arrival_month`);
    await runner.query(`ALTER TABLE engagement_arrival_month ADD COLUMN arrived jsonb NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM engagement_arrival_month`);
    await runner.query(`ALTER TABLE engagement_arrival_month DROP COLUMN arrived`);
  }
}
