import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Jury1764147200000 implements MigrationInterface {
  readonly name = 'Jury1764147200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE campaign_jury (
        campaign_id uuid PRIMARY KEY CONSTRAINT campaign_jury_campaign_fk REFERENCES campaign ON DELETE CASCADE,
        is_blind boolean NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE jury_draw (
        id uuid PRIMARY KEY,
        key uuid NOT NULL,
        campaign_id uuid NOT NULL CONSTRAINT jury_draw_campaign_fk REFERENCES campaign ON DELETE CASCADE,
        by_id uuid NOT NULL CONSTRAINT jury_draw_by_fk REFERENCES person ON DELETE RESTRICT,
        seats int NOT NULL CONSTRAINT jury_draw_seats CHECK (seats BETWEEN 1 AND 100),
        per_department int CONSTRAINT jury_draw_per_department CHECK (per_department >= 1),
        reason text NOT NULL,
        seed text NOT NULL,
        candidates text NOT NULL,
        candidate_count int NOT NULL,
        digest text NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX jury_draw_key ON jury_draw (campaign_id, key)`);
    await runner.query(`CREATE INDEX jury_draw_by ON jury_draw (by_id)`);
    await runner.query(`
      CREATE TABLE jury_member (
        id uuid PRIMARY KEY,
        campaign_id uuid NOT NULL CONSTRAINT jury_member_campaign_fk REFERENCES campaign ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT jury_member_person_fk REFERENCES person ON DELETE CASCADE,
        draw_id uuid CONSTRAINT jury_member_draw_fk REFERENCES jury_draw ON DELETE CASCADE,
        place int,
        called_at timestamptz NOT NULL,
        left_at timestamptz,
        leaving text CONSTRAINT jury_member_leaving CHECK (leaving IN ('declined', 'dismissed')),
        reason text NOT NULL DEFAULT '',
        CONSTRAINT jury_member_drawn CHECK ((draw_id IS NULL) = (place IS NULL)),
        CONSTRAINT jury_member_left CHECK ((left_at IS NULL) = (leaving IS NULL))
      )`);
    await runner.query(`CREATE UNIQUE INDEX jury_member_serving ON jury_member (campaign_id, person_id) WHERE left_at IS NULL`);
    await runner.query(`CREATE INDEX jury_member_person ON jury_member (person_id)`);
    await runner.query(`CREATE INDEX jury_member_draw ON jury_member (draw_id)`);
    await runner.query(`
      CREATE TABLE jury_sheet (
        idea_id uuid NOT NULL CONSTRAINT jury_sheet_idea_fk REFERENCES idea ON DELETE CASCADE,
        juror_id uuid NOT NULL CONSTRAINT jury_sheet_juror_fk REFERENCES person ON DELETE CASCADE,
        scores jsonb NOT NULL,
        total double precision,
        comment text NOT NULL,
        note text NOT NULL,
        is_submitted boolean NOT NULL,
        is_conflict boolean NOT NULL,
        conflict text NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT jury_sheet_pk PRIMARY KEY (idea_id, juror_id),
        CONSTRAINT jury_sheet_submitted CHECK (NOT is_submitted OR total IS NOT NULL),
        CONSTRAINT jury_sheet_conflict CHECK (NOT is_conflict OR (scores = '{}' AND total IS NULL AND comment = ''))
      )`);
    await runner.query(`CREATE INDEX jury_sheet_juror ON jury_sheet (juror_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['jury_sheet', 'jury_member', 'jury_draw', 'campaign_jury']) await runner.query(`DROP TABLE ${table}`);
  }
}
