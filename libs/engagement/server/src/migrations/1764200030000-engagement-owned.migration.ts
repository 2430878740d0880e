import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the running server asks of the owner of the tables, who alone may do it: a month of events made or dropped, and the pulse's waiting answers taken away with their file. */
export class EngagementOwned1764200030000 implements MigrationInterface {
  readonly name = 'EngagementOwned1764200030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION engagement_make_month(month date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        first timestamp := date_trunc('month', month::timestamp);
      BEGIN
        EXECUTE format('CREATE TABLE IF NOT EXISTS public.%I PARTITION OF public.engagement_event FOR VALUES FROM (%L) TO (%L)',
          'engagement_event_' || to_char(first, 'YYYYMM'), first AT TIME ZONE 'UTC', (first + interval '1 month') AT TIME ZONE 'UTC');
      END $$`);
    await runner.query(`
      CREATE FUNCTION engagement_drop_month(month date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        EXECUTE format('DROP TABLE public.%I', 'engagement_event_' || to_char(month, 'YYYYMM'));
      END $$`);
    await runner.query(`
      CREATE FUNCTION engagement_empty_pulse_waiting() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        TRUNCATE public.engagement_pulse_waiting
      $$`);
    await runner.query(`REVOKE EXECUTE ON FUNCTION engagement_make_month, engagement_drop_month, engagement_empty_pulse_waiting FROM PUBLIC`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION engagement_make_month, engagement_drop_month, engagement_empty_pulse_waiting`);
  }
}
