import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which department an idea comes from: that of its author when it was submitted, so that neither a move nor a merger of departments changes what an envelope pays. */
export class IdeaDepartment1764147110000 implements MigrationInterface {
  readonly name = 'IdeaDepartment1764147110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE idea ADD COLUMN department text`);
    await runner.query(`UPDATE idea SET department = (SELECT coalesce(author.department, '') FROM person author WHERE author.id = idea.author_id) WHERE submitted_at IS NOT NULL`);
    await runner.query(`
      CREATE FUNCTION idea_comes_from() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.department := (SELECT coalesce(author.department, '') FROM person author WHERE author.id = NEW.author_id);
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER idea_comes_from BEFORE INSERT OR UPDATE OF submitted_at ON idea
      FOR EACH ROW WHEN (NEW.submitted_at IS NOT NULL AND NEW.department IS NULL) EXECUTE FUNCTION idea_comes_from()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER idea_comes_from ON idea`);
    await runner.query(`DROP FUNCTION idea_comes_from()`);
    await runner.query(`ALTER TABLE idea DROP COLUMN department`);
  }
}
