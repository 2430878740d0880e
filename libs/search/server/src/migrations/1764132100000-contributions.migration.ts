import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody wrote lately, questions apart, is counted in the index alone. */
export class Contributions1764132100000 implements MigrationInterface {
  readonly name = 'Contributions1764132100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX search_document_author`);
    await runner.query(`
      CREATE INDEX search_document_contributions ON search_document (author_id, written_at DESC) INCLUDE (community_id)
      WHERE kind IN ('post', 'comment', 'page') AND facet IS DISTINCT FROM 'question'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX search_document_contributions`);
    await runner.query(`CREATE INDEX search_document_author ON search_document (author_id, written_at)`);
  }
}
