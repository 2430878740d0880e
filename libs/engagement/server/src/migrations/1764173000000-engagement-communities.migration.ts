import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened in each community on each day. Every day that still has its events is made anew. */
export class EngagementCommunities1764173000000 implements MigrationInterface {
  readonly name = 'EngagementCommunities1764173000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_community_day (
        community_id uuid NOT NULL CONSTRAINT engagement_community_day_community_fk REFERENCES community ON DELETE CASCADE,
        day date NOT NULL,
        said int NOT NULL,
        within int NOT NULL,
        across int NOT NULL,
        active_ids uuid[] NOT NULL,
        addressed_ids uuid[] NOT NULL,
        CONSTRAINT engagement_community_day_pk PRIMARY KEY (community_id, day)
      )`);
    await runner.query(`CREATE INDEX engagement_community_day_day ON engagement_community_day (day)`);
    await runner.query(`INSERT INTO engagement_pending (day, actor_id) SELECT DISTINCT (at AT TIME ZONE 'UTC')::date, '00000000-0000-0000-0000-000000000000'::uuid FROM engagement_event`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE engagement_community_day`);
  }
}
