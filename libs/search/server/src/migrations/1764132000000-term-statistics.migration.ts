import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In how many texts a word stands, whatever its form; and what somebody wrote lately. */
export class TermStatistics1764132000000 implements MigrationInterface {
  readonly name = 'TermStatistics1764132000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX search_term_stems ON search_term USING gin ((tsvector_to_array(search_words(term))))`);
    await runner.query(`CREATE INDEX search_document_author ON search_document (author_id, written_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX search_document_author`);
    await runner.query(`DROP INDEX search_term_stems`);
  }
}
