import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CommentsSearch1764107001000 implements MigrationInterface {
  readonly name = 'CommentsSearch1764107001000';

  async up(runner: QueryRunner): Promise<void> {
    // A comment stands where its subject stands.
    await runner.query(`
      CREATE FUNCTION comment_searched() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          PERFORM search_drop(OLD.id);
        ELSIF NEW.deleted_at IS NOT NULL THEN
          PERFORM search_drop(NEW.id);
        ELSE
          PERFORM search_put('comment', NEW.id, NULL, NEW.author_id, (SELECT community_id FROM search_document WHERE id = NEW.subject_id), NEW.created_at, NULL, NEW.text);
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER comment_searched AFTER INSERT OR DELETE OR UPDATE OF text, subject_id, deleted_at ON comment
      FOR EACH ROW EXECUTE FUNCTION comment_searched()`);
    await runner.query(`DROP INDEX comment_search`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX comment_search ON comment
      USING gin ((to_tsvector('french', fold(text)) || to_tsvector('english', fold(text)))) WHERE deleted_at IS NULL`);
    await runner.query(`DROP TRIGGER comment_searched ON comment`);
    await runner.query(`DROP FUNCTION comment_searched`);
    await runner.query(`DELETE FROM search_document WHERE kind = 'comment'`);
  }
}
