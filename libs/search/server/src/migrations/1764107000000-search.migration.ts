import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Search1764107000000 implements MigrationInterface {
  readonly name = 'Search1764107000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.documents(runner);
    await this.terms(runner);
    await this.writing(runner);
  }

  private async documents(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION search_words(value text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      RETURN to_tsvector('french', fold(value)) || to_tsvector('english', fold(value))`);
    // Weeks since 1970 in UTC: what a search walks through, the newest first.
    await runner.query(`
      CREATE FUNCTION search_week(at timestamptz) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE STRICT
      RETURN floor(extract(epoch FROM at) / 604800)::int`);
    await runner.query(`
      CREATE FUNCTION search_marks(kind text, facet text, author_id uuid, community_id uuid, written_at timestamptz) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
      RETURN array_remove(ARRAY[kind || ' week ' || search_week(written_at), 'facet ' || facet, 'author ' || author_id, 'community ' || community_id], NULL)`);
    await runner.query(`
      CREATE TABLE search_document (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        facet text,
        author_id uuid,
        community_id uuid,
        written_at timestamptz NOT NULL,
        words tsvector NOT NULL,
        marks text[] NOT NULL
      )`);
    // A short list of what is not sorted in yet: every search reads through it.
    await runner.query(`CREATE INDEX search_document_words ON search_document USING gin (words, marks) WITH (gin_pending_list_limit = 512)`);
    await runner.query(`CREATE INDEX search_document_kind ON search_document (kind, written_at)`);
  }

  private async terms(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE search_term (term text PRIMARY KEY, shown text NOT NULL, documents integer NOT NULL)`);
    await runner.query(`CREATE INDEX search_term_alike ON search_term USING gin (term gin_trgm_ops)`);
    await runner.query(`CREATE INDEX search_term_prefix ON search_term (term text_pattern_ops)`);
    // As people write them, accents and all: a suggestion is shown to people.
    await runner.query(`
      CREATE FUNCTION search_terms_of(title text, body text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN tsvector_to_array(to_tsvector('simple', lower(coalesce(left(title, 1000), '') || ' ' || coalesce(left(body, 100000), ''))))`);
    await runner.query(`CREATE TABLE search_unread (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, words text[] NOT NULL)`);
  }

  /** What the triggers of the domains call. */
  private async writing(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION search_document_of(kind text, id uuid, facet text, author_id uuid, community_id uuid, written_at timestamptz, title text, body text)
      RETURNS search_document LANGUAGE sql STABLE PARALLEL SAFE
      RETURN ROW(id, kind, facet, author_id, community_id, written_at,
        setweight(search_words(coalesce(left(title, 1000), '')), 'A') || search_words(coalesce(left(body, 100000), '')),
        search_marks(kind, facet, author_id, community_id, written_at))::search_document`);
    await runner.query(`
      CREATE FUNCTION search_put(kind text, id uuid, facet text, author_id uuid, community_id uuid, written_at timestamptz, title text, body text)
      RETURNS void LANGUAGE sql AS $$
        INSERT INTO search_document SELECT made.* FROM search_document_of($1, $2, $3, $4, $5, $6, $7, $8) made
        ON CONFLICT ON CONSTRAINT search_document_pkey DO UPDATE SET facet = excluded.facet, author_id = excluded.author_id, community_id = excluded.community_id,
          written_at = excluded.written_at, words = excluded.words, marks = excluded.marks;
        INSERT INTO search_unread (words) VALUES (search_terms_of($7, $8));
      $$`);
    await runner.query(`CREATE FUNCTION search_drop(id uuid) RETURNS void LANGUAGE sql AS $$ DELETE FROM search_document WHERE search_document.id = $1 $$`);
    await runner.query(`
      CREATE FUNCTION search_move(id uuid, community_id uuid) RETURNS void LANGUAGE sql AS $$
        UPDATE search_document moved SET community_id = $2, marks = search_marks(moved.kind, moved.facet, moved.author_id, $2, moved.written_at) WHERE moved.id = $1
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['search_move', 'search_drop', 'search_put', 'search_document_of', 'search_terms_of']) await runner.query(`DROP FUNCTION ${name}`);
    await runner.query(`DROP TABLE search_unread`);
    await runner.query(`DROP TABLE search_term`);
    await runner.query(`DROP TABLE search_document`);
    for (const name of ['search_marks', 'search_week', 'search_words']) await runner.query(`DROP FUNCTION ${name}`);
  }
}
