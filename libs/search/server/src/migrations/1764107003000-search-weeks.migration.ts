import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A date that somebody got wrong by centuries must not make every search walk through them: what is before 2000 or after 2099 counts as one week. */
export class SearchWeeks1764107003000 implements MigrationInterface {
  readonly name = 'SearchWeeks1764107003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION search_bounded_week(at timestamptz) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE STRICT
      RETURN floor(extract(epoch FROM least(greatest(at, '2000-01-01Z'::timestamptz), '2100-01-01Z'::timestamptz)) / 604800)::int`);
    await this.markBy('search_bounded_week', runner);
    await runner.query(`DROP FUNCTION search_week`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION search_week(at timestamptz) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE STRICT
      RETURN floor(extract(epoch FROM at) / 604800)::int`);
    await this.markBy('search_week', runner);
    await runner.query(`DROP FUNCTION search_bounded_week`);
  }

  private async markBy(week: string, runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION search_marks(kind text, facet text, author_id uuid, community_id uuid, written_at timestamptz) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
      RETURN array_remove(ARRAY[kind || ' week ' || ${week}(written_at), 'facet ' || facet, 'author ' || author_id, 'community ' || community_id], NULL)`);
    await runner.query(`
      UPDATE search_document SET marks = search_marks(kind, facet, author_id, community_id, written_at)
      WHERE written_at < '2000-01-01Z' OR written_at > '2100-01-01Z'`);
  }
}
