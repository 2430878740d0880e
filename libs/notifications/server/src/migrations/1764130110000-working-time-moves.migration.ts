import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days of work and time zones are people's: profiles show them too. */
export class WorkingTimeMoves1764130110000 implements MigrationInterface {
  readonly name = 'WorkingTimeMoves1764130110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO working_time (person_id, working_days, time_zone, time_zone_chosen)
      SELECT person_id, CASE WHEN working_days <> '{1,2,3,4,5}' THEN working_days END, time_zone, time_zone_chosen FROM notification_settings`);
    // It was told to the notifications alone: on a profile it shows once the person says so.
    await runner.query(`
      INSERT INTO profile_visibility (person_id, field, audience)
      SELECT person_id, 'workingTime', 'nobody' FROM working_time WHERE time_zone_chosen OR working_days IS NOT NULL`);
    await runner.query(`ALTER TABLE notification_settings DROP COLUMN working_days, DROP COLUMN time_zone, DROP COLUMN time_zone_chosen`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notification_settings ADD COLUMN working_days smallint[] NOT NULL DEFAULT '{1,2,3,4,5}',
        ADD COLUMN time_zone text NOT NULL DEFAULT 'Europe/Paris', ADD COLUMN time_zone_chosen boolean NOT NULL DEFAULT false`);
    await runner.query(`
      UPDATE notification_settings SET working_days = coalesce(own.working_days, '{1,2,3,4,5}'), time_zone = own.time_zone, time_zone_chosen = own.time_zone_chosen
      FROM working_time own WHERE own.person_id = notification_settings.person_id`);
    for (const column of ['working_days', 'time_zone', 'time_zone_chosen']) await runner.query(`ALTER TABLE notification_settings ALTER COLUMN ${column} DROP DEFAULT`);
  }
}
