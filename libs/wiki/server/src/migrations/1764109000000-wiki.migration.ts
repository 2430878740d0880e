import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Wiki1764109000000 implements MigrationInterface {
  readonly name = 'Wiki1764109000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE wiki_page (
        id uuid PRIMARY KEY,
        community_id uuid NOT NULL CONSTRAINT wiki_page_community_fk REFERENCES community ON DELETE RESTRICT,
        parent_id uuid CONSTRAINT wiki_page_parent_fk REFERENCES wiki_page ON DELETE RESTRICT,
        title text NOT NULL,
        sort_title text NOT NULL,
        text text NOT NULL,
        version int NOT NULL,
        created_by_id uuid NOT NULL CONSTRAINT wiki_page_created_by_fk REFERENCES person ON DELETE RESTRICT,
        updated_by_id uuid NOT NULL CONSTRAINT wiki_page_updated_by_fk REFERENCES person ON DELETE RESTRICT,
        key uuid NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        deleted_at timestamptz
      )`);
    await runner.query(`CREATE UNIQUE INDEX wiki_page_key ON wiki_page (created_by_id, key)`);
    await runner.query(`CREATE INDEX wiki_page_community ON wiki_page (community_id, sort_title, id)`);
    await runner.query(`CREATE INDEX wiki_page_parent ON wiki_page (parent_id)`);
    await runner.query(`CREATE INDEX wiki_page_updated_by ON wiki_page (updated_by_id)`);
    await runner.query(`
      CREATE TABLE wiki_version (
        id uuid PRIMARY KEY,
        page_id uuid NOT NULL CONSTRAINT wiki_version_page_fk REFERENCES wiki_page ON DELETE CASCADE,
        number int NOT NULL,
        title text NOT NULL,
        body jsonb NOT NULL,
        note text NOT NULL,
        restored_from int,
        author_id uuid NOT NULL CONSTRAINT wiki_version_author_fk REFERENCES person ON DELETE RESTRICT,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX wiki_version_number ON wiki_version (page_id, number)`);
    await runner.query(`CREATE INDEX wiki_version_author ON wiki_version (author_id)`);
    await this.search(runner);
  }

  private async search(runner: QueryRunner): Promise<void> {
    // The text begins with the title, which weighs more by itself.
    await runner.query(`
      CREATE FUNCTION wiki_page_searched() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          PERFORM search_drop(OLD.id);
        ELSIF NEW.deleted_at IS NOT NULL THEN
          PERFORM search_drop(NEW.id);
        ELSE
          PERFORM search_put('page', NEW.id, NULL, NEW.updated_by_id, NEW.community_id, NEW.updated_at, NEW.title, post_words(NEW.title, NEW.text));
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER wiki_page_searched AFTER INSERT OR DELETE OR UPDATE OF community_id, title, text, updated_at, deleted_at ON wiki_page
      FOR EACH ROW EXECUTE FUNCTION wiki_page_searched()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE wiki_version`);
    await runner.query(`DROP TABLE wiki_page`);
    await runner.query(`DROP FUNCTION wiki_page_searched`);
    await runner.query(`DELETE FROM search_document WHERE kind = 'page'`);
  }
}
