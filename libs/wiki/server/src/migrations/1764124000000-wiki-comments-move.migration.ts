import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said under a page goes with it to another community: search would pass over it there. */
export class WikiCommentsMove1764124000000 implements MigrationInterface {
  readonly name = 'WikiCommentsMove1764124000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION wiki_page_moved() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM search_move(comment.id, NEW.community_id) FROM comment WHERE comment.subject_type = 'wiki-page' AND comment.subject_id = NEW.id;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER wiki_page_moved AFTER UPDATE OF community_id ON wiki_page
      FOR EACH ROW WHEN (OLD.community_id IS DISTINCT FROM NEW.community_id) EXECUTE FUNCTION wiki_page_moved()`);
    await runner.query(`
      SELECT search_move(comment.id, page.community_id) FROM wiki_page page JOIN comment ON comment.subject_type = 'wiki-page' AND comment.subject_id = page.id
      JOIN search_document document ON document.id = comment.id WHERE document.community_id IS DISTINCT FROM page.community_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER wiki_page_moved ON wiki_page`);
    await runner.query(`DROP FUNCTION wiki_page_moved`);
  }
}
