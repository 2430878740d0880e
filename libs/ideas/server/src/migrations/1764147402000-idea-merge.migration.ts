import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IdeaMerge1764147402000 implements MigrationInterface {
  readonly name = 'IdeaMerge1764147402000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idea_merge (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL CONSTRAINT idea_merge_source_fk REFERENCES idea ON DELETE CASCADE,
        target_id uuid NOT NULL CONSTRAINT idea_merge_target_fk REFERENCES idea ON DELETE CASCADE,
        proposed_by_id uuid NOT NULL CONSTRAINT idea_merge_proposed_by_fk REFERENCES person ON DELETE CASCADE,
        proposed_at timestamptz NOT NULL,
        source_agreed boolean NOT NULL,
        target_agreed boolean NOT NULL,
        merged_at timestamptz,
        undone_at timestamptz,
        CONSTRAINT idea_merge_two CHECK (source_id <> target_id),
        CONSTRAINT idea_merge_consent CHECK (merged_at IS NULL OR (source_agreed AND target_agreed)),
        CONSTRAINT idea_merge_undone CHECK (undone_at IS NULL OR merged_at IS NOT NULL)
      )`);
    await runner.query(`CREATE UNIQUE INDEX idea_merge_proposed ON idea_merge (source_id, target_id) WHERE merged_at IS NULL`);
    // An idea lives on in one other.
    await runner.query(`CREATE UNIQUE INDEX idea_merge_done ON idea_merge (source_id) WHERE merged_at IS NOT NULL AND undone_at IS NULL`);
    await runner.query(`CREATE INDEX idea_merge_target ON idea_merge (target_id)`);
    await runner.query(`CREATE INDEX idea_merge_proposed_by ON idea_merge (proposed_by_id)`);
    await runner.query(`
      CREATE TABLE idea_merge_carried (
        merge_id uuid NOT NULL CONSTRAINT idea_merge_carried_merge_fk REFERENCES idea_merge ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT idea_merge_carried_person_fk REFERENCES person ON DELETE CASCADE,
        what text NOT NULL CONSTRAINT idea_merge_carried_what CHECK (what IN ('author', 'invited', 'volunteer', 'support', 'own-support', 'follow')),
        CONSTRAINT idea_merge_carried_pk PRIMARY KEY (merge_id, person_id, what)
      )`);
    await runner.query(`CREATE INDEX idea_merge_carried_person ON idea_merge_carried (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE idea_merge_carried`);
    await runner.query(`DROP TABLE idea_merge`);
  }
}
