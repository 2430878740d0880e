import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An absence that is over goes after a day (people/absence.sweep.ts): to make its days anew then would add what somebody did on a long leave, and the answers
 * of that night and of the next would tell of them alone. Those taken back before are made anew.
 */
export class EngagementLeavesOver1764174100000 implements MigrationInterface {
  readonly name = 'EngagementLeavesOver1764174100000';

  async up(runner: QueryRunner): Promise<void> {
    await this.tellOf(runner, `TG_OP = 'UPDATE' OR TG_OP = 'DELETE' AND OLD.until_day >= (now() AT TIME ZONE 'UTC')::date - 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.tellOf(runner, `TG_OP <> 'INSERT'`);
  }

  private async tellOf(runner: QueryRunner, isTakenBack: string): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION engagement_absence_told() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF ${isTakenBack} THEN
          IF OLD.until_day - OLD.from_day + 1 >= 30 THEN PERFORM engagement_known_anew(ARRAY[OLD.person_id], OLD.from_day, OLD.until_day); END IF;
        END IF;
        IF TG_OP <> 'DELETE' AND NEW.until_day - NEW.from_day + 1 >= 30 THEN PERFORM engagement_known_anew(ARRAY[NEW.person_id], NEW.from_day, NEW.until_day); END IF;
        RETURN NULL;
      END $$`);
  }
}
