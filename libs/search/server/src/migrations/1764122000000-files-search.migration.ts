import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FilesSearch1764122000000 implements MigrationInterface {
  readonly name = 'FilesSearch1764122000000';

  async up(runner: QueryRunner): Promise<void> {
    // « rapport-annuel_2026.pdf » is one word to PostgreSQL, four to people.
    await runner.query(`
      CREATE FUNCTION file_words(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      RETURN regexp_replace(name, '[-_.,;+()\\[\\]{}''’&=#@~]+', ' ', 'g')`);
    await this.follow(runner);
    await runner.query(`CREATE INDEX search_document_files ON search_document (community_id, written_at, id) WHERE kind = 'file'`);
    await this.fill(runner);
  }

  private async follow(runner: QueryRunner): Promise<void> {
    // A file is found where what it is attached to is found. Its name as it stands is kept too, for whoever looks for all of it.
    await runner.query(`
      CREATE FUNCTION file_searched() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE place uuid;
      BEGIN
        IF TG_OP = 'UPDATE' AND NEW.attached_id IS NOT NULL AND NEW.deleted_at IS NULL AND NEW.status = 'ready' THEN
          SELECT community_id INTO place FROM search_document WHERE id = NEW.attached_id;
          IF FOUND THEN
            PERFORM search_put('file', NEW.id, NEW.kind, NEW.owner_id, place, NEW.attached_at, file_words(NEW.name), NEW.name || ' ' || NEW.alt);
            RETURN NULL;
          END IF;
        END IF;
        PERFORM search_drop(OLD.id);
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER file_searched AFTER DELETE OR UPDATE OF name, alt, status, attached_id, deleted_at ON file
      FOR EACH ROW EXECUTE FUNCTION file_searched()`);
    await runner.query(`
      CREATE FUNCTION search_document_moved() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM search_move(file.id, NEW.community_id) FROM file WHERE file.attached_id = NEW.id AND file.deleted_at IS NULL;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER search_document_moved AFTER UPDATE OF community_id ON search_document
      FOR EACH ROW WHEN (OLD.community_id IS DISTINCT FROM NEW.community_id) EXECUTE FUNCTION search_document_moved()`);
  }

  private async fill(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO search_document SELECT made.* FROM file JOIN search_document holder ON holder.id = file.attached_id,
        search_document_of('file', file.id, file.kind, file.owner_id, holder.community_id, file.attached_at, file_words(file.name), file.name || ' ' || file.alt) made
      WHERE file.status = 'ready' AND file.deleted_at IS NULL ORDER BY file.id`);
    await runner.query(`
      INSERT INTO search_unread (words) SELECT search_terms_of(file_words(file.name), file.alt) FROM file JOIN search_document found ON found.id = file.id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER search_document_moved ON search_document`);
    await runner.query(`DROP FUNCTION search_document_moved`);
    await runner.query(`DROP TRIGGER file_searched ON file`);
    for (const name of ['file_searched', 'file_words']) await runner.query(`DROP FUNCTION ${name}`);
    await runner.query(`DROP INDEX search_document_files`);
    await runner.query(`DELETE FROM search_document WHERE kind = 'file'`);
  }
}
