import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PostsSearch1764107002000 implements MigrationInterface {
  readonly name = 'PostsSearch1764107002000';

  async up(runner: QueryRunner): Promise<void> {
    // The text begins with the title, which weighs more by itself.
    await runner.query(`
      CREATE FUNCTION post_words(title text, text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN CASE WHEN starts_with(text, title) THEN substr(text, length(title) + 1) ELSE text END`);
    await runner.query(`
      CREATE FUNCTION post_searched() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          PERFORM search_drop(OLD.id);
        ELSIF NEW.deleted_at IS NOT NULL THEN
          PERFORM search_drop(NEW.id);
        ELSE
          PERFORM search_put('post', NEW.id, NEW.kind, NEW.author_id, NEW.community_id, NEW.created_at, NEW.title, post_words(NEW.title, NEW.text));
          IF TG_OP = 'UPDATE' AND NEW.community_id IS DISTINCT FROM OLD.community_id THEN
            PERFORM search_move(comment.id, NEW.community_id) FROM comment WHERE comment.subject_id = NEW.id;
          END IF;
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER post_searched AFTER INSERT OR DELETE OR UPDATE OF kind, author_id, community_id, title, text, created_at, deleted_at ON post
      FOR EACH ROW EXECUTE FUNCTION post_searched()`);
    await runner.query(`DROP INDEX post_search`);
    await this.fill(runner);
  }

  /** What was written before. The comments come after the posts, to know where they stand. */
  private async fill(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX search_document_words`);
    await runner.query(`
      INSERT INTO search_document SELECT made.* FROM post,
        search_document_of('post', post.id, post.kind, post.author_id, post.community_id, post.created_at, post.title, post_words(post.title, post.text)) made
      WHERE post.deleted_at IS NULL ORDER BY post.id`);
    await runner.query(`
      INSERT INTO search_document SELECT made.* FROM comment JOIN post ON post.id = comment.subject_id,
        search_document_of('comment', comment.id, NULL, comment.author_id, post.community_id, comment.created_at, NULL, comment.text) made
      WHERE comment.deleted_at IS NULL ORDER BY comment.id`);
    await runner.query(`CREATE INDEX search_document_words ON search_document USING gin (words, marks) WITH (gin_pending_list_limit = 512)`);
    await runner.query(`INSERT INTO search_unread (words) SELECT search_terms_of(title, post_words(title, text)) FROM post WHERE deleted_at IS NULL`);
    await runner.query(`INSERT INTO search_unread (words) SELECT search_terms_of(NULL, text) FROM comment WHERE deleted_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX post_search ON post
      USING gin ((to_tsvector('french', fold(text)) || to_tsvector('english', fold(text)))) WHERE deleted_at IS NULL`);
    await runner.query(`DROP TRIGGER post_searched ON post`);
    await runner.query(`DROP FUNCTION post_searched`);
    await runner.query(`DROP FUNCTION post_words`);
    await runner.query(`DELETE FROM search_document WHERE kind = 'post'`);
  }
}
