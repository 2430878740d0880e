import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The files of an idea are found as long as the idea is: they may have been attached to its draft. */
export class IdeaFiles1764149100000 implements MigrationInterface {
  readonly name = 'IdeaFiles1764149100000';

  async up(runner: QueryRunner): Promise<void> {
    // Touching a name asks the search to look again at what the file is attached to.
    await runner.query(`
      CREATE FUNCTION idea_files_searched() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE file SET name = name WHERE attached_type = 'idea' AND attached_id = NEW.id AND deleted_at IS NULL;
        RETURN NULL;
      END $$`);
    // Triggers of one event run in the order of their names: this one after idea_searched, which it builds on.
    await runner.query(`
      CREATE TRIGGER idea_searched_files AFTER UPDATE OF state ON idea
      FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION idea_files_searched()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER idea_searched_files ON idea`);
    await runner.query(`DROP FUNCTION idea_files_searched`);
  }
}
