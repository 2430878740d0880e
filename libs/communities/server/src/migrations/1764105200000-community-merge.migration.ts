import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where communities went that were merged into others. */
export class CommunityMerge1764105200000 implements MigrationInterface {
  readonly name = 'CommunityMerge1764105200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE community_redirect (
        from_id uuid PRIMARY KEY,
        into_id uuid NOT NULL CONSTRAINT community_redirect_into_fk REFERENCES community ON DELETE CASCADE,
        merged_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX community_redirect_into ON community_redirect (into_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE community_redirect`);
  }
}
