import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CampaignNews1764147500000 implements MigrationInterface {
  readonly name = 'CampaignNews1764147500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE campaign_update (
        id uuid PRIMARY KEY,
        key uuid NOT NULL,
        campaign_id uuid NOT NULL CONSTRAINT campaign_update_campaign_fk REFERENCES campaign ON DELETE CASCADE,
        author_id uuid NOT NULL CONSTRAINT campaign_update_author_fk REFERENCES person ON DELETE RESTRICT,
        body jsonb NOT NULL,
        text text NOT NULL,
        created_at timestamptz NOT NULL,
        edited_at timestamptz
      )`);
    await runner.query(`CREATE UNIQUE INDEX campaign_update_key ON campaign_update (author_id, key)`);
    await runner.query(`CREATE INDEX campaign_update_campaign ON campaign_update (campaign_id, id)`);
    await runner.query(`
      CREATE TABLE campaign_faq (
        id uuid PRIMARY KEY,
        campaign_id uuid NOT NULL CONSTRAINT campaign_faq_campaign_fk REFERENCES campaign ON DELETE CASCADE,
        place int NOT NULL,
        question text NOT NULL,
        answer text NOT NULL
      )`);
    await runner.query(`CREATE INDEX campaign_faq_campaign ON campaign_faq (campaign_id, place)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['campaign_faq', 'campaign_update']) await runner.query(`DROP TABLE ${table}`);
  }
}
