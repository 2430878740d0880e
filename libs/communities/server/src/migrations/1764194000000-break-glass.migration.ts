import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who of IT reads, or asked to read, in a community that is closed to them. */
export class BreakGlass1764194000000 implements MigrationInterface {
  readonly name = 'BreakGlass1764194000000';

  async up(runner: QueryRunner): Promise<void> {
    // No rule of the table says that two people are needed: a merge of the two must not fail by it. `isLookedInto` says so.
    await runner.query(`
      CREATE TABLE break_glass_access (
        id uuid CONSTRAINT break_glass_access_pk PRIMARY KEY,
        community_id uuid NOT NULL CONSTRAINT break_glass_access_community_fk REFERENCES community ON DELETE CASCADE,
        state text NOT NULL CONSTRAINT break_glass_access_state CHECK (state IN ('asked', 'approved', 'refused', 'withdrawn', 'lapsed', 'ended')),
        asked_by_id uuid CONSTRAINT break_glass_access_asked_by_fk REFERENCES person ON DELETE SET NULL,
        reason text NOT NULL,
        hours int NOT NULL CONSTRAINT break_glass_access_hours CHECK (hours BETWEEN 1 AND 24),
        asked_at timestamptz NOT NULL,
        lapses_at timestamptz NOT NULL,
        decided_by_id uuid CONSTRAINT break_glass_access_decided_by_fk REFERENCES person ON DELETE SET NULL,
        decided_at timestamptz,
        ends_at timestamptz,
        ended_by_id uuid CONSTRAINT break_glass_access_ended_by_fk REFERENCES person ON DELETE SET NULL,
        reading_count int NOT NULL DEFAULT 0,
        first_read_at timestamptz,
        last_read_at timestamptz
      )`);
    await runner.query('CREATE INDEX break_glass_access_community ON break_glass_access (community_id, id)');
    for (const role of ['asked', 'decided', 'ended']) await runner.query(`CREATE INDEX break_glass_access_${role}_by ON break_glass_access (${role}_by_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE break_glass_access');
  }
}
