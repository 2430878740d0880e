import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['idea_version', 'idea_author', 'idea', 'phase_extension', 'campaign_phase', 'campaign_role', 'campaign_audience', 'campaign'];

export class Campaign1764147000000 implements MigrationInterface {
  readonly name = 'Campaign1764147000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.campaigns(runner);
    await this.ideas(runner);
  }

  private async campaigns(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE campaign (
        id uuid PRIMARY KEY,
        key uuid NOT NULL,
        created_by_id uuid NOT NULL CONSTRAINT campaign_created_by_fk REFERENCES person ON DELETE RESTRICT,
        owner_id uuid NOT NULL CONSTRAINT campaign_owner_fk REFERENCES person ON DELETE RESTRICT,
        sponsor_id uuid CONSTRAINT campaign_sponsor_fk REFERENCES person ON DELETE RESTRICT,
        question text NOT NULL,
        context jsonb NOT NULL,
        context_text text NOT NULL,
        rules text NOT NULL,
        criteria jsonb NOT NULL,
        resources text NOT NULL,
        budget int,
        hashtag text,
        banner_pattern text NOT NULL CONSTRAINT campaign_banner_pattern CHECK (banner_pattern IN ('arches', 'waves', 'tiles', 'hills', 'rays', 'dots')),
        banner_tone text NOT NULL CONSTRAINT campaign_banner_tone CHECK (banner_tone IN ('brick', 'ochre', 'moss', 'sea', 'sky', 'plum')),
        is_for_everyone boolean NOT NULL,
        time_zone text NOT NULL,
        commitment text NOT NULL,
        commitment_due_on date,
        committed_at timestamptz,
        answers_due_on date,
        created_at timestamptz NOT NULL,
        published_at timestamptz,
        closed_at timestamptz,
        cancelled_at timestamptz,
        cancellation_reason text NOT NULL,
        CONSTRAINT campaign_committed CHECK (committed_at IS NULL OR (sponsor_id IS NOT NULL AND commitment <> '' AND commitment_due_on IS NOT NULL)),
        CONSTRAINT campaign_published CHECK (published_at IS NULL OR (committed_at IS NOT NULL AND answers_due_on IS NOT NULL))
      )`);
    await runner.query(`CREATE UNIQUE INDEX campaign_key ON campaign (created_by_id, key)`);
    await runner.query(`CREATE INDEX campaign_owner ON campaign (owner_id)`);
    await runner.query(`CREATE INDEX campaign_sponsor ON campaign (sponsor_id)`);
    await runner.query(`
      CREATE TABLE campaign_audience (
        id uuid PRIMARY KEY,
        campaign_id uuid NOT NULL CONSTRAINT campaign_audience_campaign_fk REFERENCES campaign ON DELETE CASCADE,
        department text,
        community_id uuid CONSTRAINT campaign_audience_community_fk REFERENCES community ON DELETE CASCADE,
        CONSTRAINT campaign_audience_one CHECK ((department IS NULL) <> (community_id IS NULL))
      )`);
    await runner.query(`CREATE UNIQUE INDEX campaign_audience_department ON campaign_audience (campaign_id, department) WHERE department IS NOT NULL`);
    await runner.query(`CREATE UNIQUE INDEX campaign_audience_community ON campaign_audience (campaign_id, community_id) WHERE community_id IS NOT NULL`);
    await runner.query(`CREATE INDEX campaign_audience_of_community ON campaign_audience (community_id)`);
    await runner.query(`
      CREATE TABLE campaign_role (
        campaign_id uuid NOT NULL CONSTRAINT campaign_role_campaign_fk REFERENCES campaign ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT campaign_role_person_fk REFERENCES person ON DELETE CASCADE,
        role text NOT NULL CONSTRAINT campaign_role_role CHECK (role IN ('moderator', 'juror')),
        CONSTRAINT campaign_role_pk PRIMARY KEY (campaign_id, person_id, role)
      )`);
    await runner.query(`CREATE INDEX campaign_role_person ON campaign_role (person_id)`);
    await runner.query(`
      CREATE TABLE campaign_phase (
        campaign_id uuid NOT NULL CONSTRAINT campaign_phase_campaign_fk REFERENCES campaign ON DELETE CASCADE,
        kind text NOT NULL CONSTRAINT campaign_phase_kind CHECK (kind IN ('gather', 'build', 'vote', 'jury', 'decide', 'carry-out', 'review')),
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        CONSTRAINT campaign_phase_pk PRIMARY KEY (campaign_id, kind),
        CONSTRAINT campaign_phase_length CHECK (opens_at < closes_at)
      )`);
    await runner.query(`
      CREATE TABLE phase_extension (
        id uuid PRIMARY KEY,
        campaign_id uuid NOT NULL,
        kind text NOT NULL,
        closed_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        reason text NOT NULL,
        by_id uuid NOT NULL CONSTRAINT phase_extension_by_fk REFERENCES person ON DELETE RESTRICT,
        created_at timestamptz NOT NULL,
        CONSTRAINT phase_extension_phase_fk FOREIGN KEY (campaign_id, kind) REFERENCES campaign_phase ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX phase_extension_phase ON phase_extension (campaign_id, kind)`);
    await runner.query(`CREATE INDEX phase_extension_by ON phase_extension (by_id)`);
  }

  private async ideas(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idea (
        id uuid PRIMARY KEY,
        key uuid NOT NULL,
        campaign_id uuid CONSTRAINT idea_campaign_fk REFERENCES campaign ON DELETE RESTRICT,
        author_id uuid NOT NULL CONSTRAINT idea_author_fk REFERENCES person ON DELETE RESTRICT,
        state text NOT NULL CONSTRAINT idea_state CHECK (state IN ('draft', 'submitted', 'withdrawn', 'archived', 'merged')),
        title text NOT NULL,
        problem text NOT NULL,
        proposal jsonb NOT NULL,
        proposal_text text NOT NULL,
        benefit text NOT NULL,
        benefit_amount int,
        benefit_unit text NOT NULL,
        cost int,
        effort text CONSTRAINT idea_effort CHECK (effort IN ('days', 'weeks', 'months', 'longer')),
        tags text[] NOT NULL,
        looking_for text[] NOT NULL,
        version int NOT NULL,
        support_count int NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        submitted_at timestamptz,
        archive_reason text NOT NULL DEFAULT '',
        merged_into_id uuid CONSTRAINT idea_merged_into_fk REFERENCES idea ON DELETE RESTRICT,
        CONSTRAINT idea_merged CHECK ((state = 'merged') = (merged_into_id IS NOT NULL)),
        CONSTRAINT idea_submitted CHECK (state IN ('draft', 'withdrawn') OR submitted_at IS NOT NULL)
      )`);
    await runner.query(`CREATE UNIQUE INDEX idea_key ON idea (author_id, key)`);
    await runner.query(`CREATE INDEX idea_merged_into ON idea (merged_into_id)`);
    // The lists of a campaign: newest first, most supported first. A null campaign is the idea box.
    await runner.query(`CREATE INDEX idea_newest ON idea (campaign_id, submitted_at DESC, id DESC) WHERE state = 'submitted'`);
    await runner.query(`CREATE INDEX idea_supported ON idea (campaign_id, support_count DESC, id DESC) WHERE state = 'submitted'`);
    await runner.query(`
      CREATE TABLE idea_author (
        idea_id uuid NOT NULL CONSTRAINT idea_author_idea_fk REFERENCES idea ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT idea_author_person_fk REFERENCES person ON DELETE CASCADE,
        standing text NOT NULL CONSTRAINT idea_author_standing CHECK (standing IN ('author', 'invited', 'volunteer')),
        contribution text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT idea_author_pk PRIMARY KEY (idea_id, person_id)
      )`);
    await runner.query(`CREATE INDEX idea_author_person ON idea_author (person_id)`);
    await runner.query(`
      CREATE TABLE idea_version (
        idea_id uuid NOT NULL CONSTRAINT idea_version_idea_fk REFERENCES idea ON DELETE CASCADE,
        number int NOT NULL,
        author_id uuid NOT NULL CONSTRAINT idea_version_author_fk REFERENCES person ON DELETE RESTRICT,
        words jsonb NOT NULL,
        note text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT idea_version_pk PRIMARY KEY (idea_id, number)
      )`);
    await runner.query(`CREATE INDEX idea_version_author ON idea_version (author_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
  }
}
