import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Marks of a whole kind and of a quarter beside those of a week: what is rare is then one look, or a few, instead of one for each week. */
export class SearchSpans1764125050000 implements MigrationInterface {
  readonly name = 'SearchSpans1764125050000';

  async up(runner: QueryRunner): Promise<void> {
    await this.markBy(
      `kind, kind || ' week ' || search_bounded_week(written_at), kind || ' quarter ' || search_bounded_week(written_at) / 13`,
      runner,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.markBy(`kind || ' week ' || search_bounded_week(written_at)`, runner);
  }

  /** Without the index while all rows change: sorting them in anew at the end takes a fraction of the time. */
  private async markBy(spans: string, runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION search_marks(kind text, facet text, author_id uuid, community_id uuid, written_at timestamptz) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
      RETURN array_remove(ARRAY[${spans}, 'facet ' || facet, 'author ' || author_id, 'community ' || community_id], NULL)`);
    await runner.query(`DROP INDEX search_document_words`);
    await runner.query(`UPDATE search_document SET marks = search_marks(kind, facet, author_id, community_id, written_at)`);
    await runner.query(`CREATE INDEX search_document_words ON search_document USING gin (words, marks) WITH (gin_pending_list_limit = 512)`);
  }
}
