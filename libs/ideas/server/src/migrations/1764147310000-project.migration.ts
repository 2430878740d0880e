import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Project1764147310000 implements MigrationInterface {
  readonly name = 'Project1764147310000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE project (
        id uuid PRIMARY KEY,
        key uuid NOT NULL,
        idea_id uuid NOT NULL CONSTRAINT project_idea_fk REFERENCES idea ON DELETE RESTRICT,
        begun_by_id uuid NOT NULL CONSTRAINT project_begun_by_fk REFERENCES person ON DELETE RESTRICT,
        owner_id uuid NOT NULL CONSTRAINT project_owner_fk REFERENCES person ON DELETE RESTRICT,
        ends_on date NOT NULL,
        first_ends_on date NOT NULL,
        percentage int NOT NULL CONSTRAINT project_percentage CHECK (percentage BETWEEN 0 AND 100),
        expected_amount int,
        unit text NOT NULL,
        version int NOT NULL,
        begun_at timestamptz NOT NULL,
        result jsonb,
        result_text text NOT NULL DEFAULT '',
        delivered_on date,
        measured_amount int,
        measured_how text NOT NULL DEFAULT '',
        measured_by_id uuid CONSTRAINT project_measured_by_fk REFERENCES person ON DELETE RESTRICT,
        measured_at timestamptz,
        CONSTRAINT project_delivered CHECK ((delivered_on IS NULL) = (result IS NULL)),
        CONSTRAINT project_measured CHECK ((measured_at IS NULL) = (measured_by_id IS NULL) AND (measured_at IS NULL) = (measured_amount IS NULL) AND (measured_at IS NULL OR delivered_on IS NOT NULL))
      )`);
    await runner.query(`CREATE UNIQUE INDEX project_idea ON project (idea_id)`);
    for (const column of ['begun_by', 'owner', 'measured_by']) await runner.query(`CREATE INDEX project_${column} ON project (${column}_id)`);
    await runner.query(`
      CREATE TABLE project_milestone (
        id uuid PRIMARY KEY,
        project_id uuid NOT NULL CONSTRAINT project_milestone_project_fk REFERENCES project ON DELETE CASCADE,
        place int NOT NULL,
        title text NOT NULL,
        due_on date NOT NULL,
        first_due_on date NOT NULL,
        done_on date
      )`);
    await runner.query(`CREATE INDEX project_milestone_project ON project_milestone (project_id, place)`);
    await runner.query(`
      CREATE TABLE project_update (
        id uuid PRIMARY KEY,
        project_id uuid NOT NULL CONSTRAINT project_update_project_fk REFERENCES project ON DELETE CASCADE,
        author_id uuid NOT NULL CONSTRAINT project_update_author_fk REFERENCES person ON DELETE RESTRICT,
        key uuid NOT NULL,
        body jsonb NOT NULL,
        text text NOT NULL,
        percentage int NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX project_update_key ON project_update (author_id, key)`);
    await runner.query(`CREATE INDEX project_update_project ON project_update (project_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['project_update', 'project_milestone', 'project']) await runner.query(`DROP TABLE ${table}`);
  }
}
